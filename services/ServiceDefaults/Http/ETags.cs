using System.Globalization;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>A representation that carries the version of its aggregate; its answer gets a strong ETag (RFC 9110, section 8.8.3).</summary>
public interface IVersioned
{
    /// <summary>Version of the aggregate, from 1.</summary>
    int Version { get; }
}

/// <summary>One that says something in the reader's language: the answers in two languages are two, and their ETags differ.</summary>
public interface IWorded : IVersioned;

/// <summary>One that also says what changes without its version, such as its place among others: the ETag has that as a mark, too.</summary>
public interface IMarked : IVersioned
{
    /// <summary>Of the characters that an ETag may have.</summary>
    string Mark { get; }
}

/// <summary>Sets ETags, and answers 304 to a GET whose <c>If-None-Match</c> has it.</summary>
sealed class ETagFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var value = result is INestedHttpResult nested ? nested.Result : result;
        if ((value is IValueHttpResult holder ? holder.Value : value) is not IVersioned versioned)
            return result;

        var tag = versioned is IMarked { Mark: var mark } ? $"\"{versioned.Version}.{mark}\"" : $"\"{versioned.Version}\"";
        if (versioned is IWorded)
        {
            tag = $"\"{versioned.Version}.{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"";
            context.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }
        context.HttpContext.Response.Headers.ETag = tag;
        return HttpMethods.IsGet(context.HttpContext.Request.Method) && Has(context.HttpContext.Request, new(tag))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : result;
    }

    /// <summary>Weakly, as proxies that compress weaken tags (RFC 9110, section 13.1.2).</summary>
    static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}

/// <summary>
/// The header <c>If-Match</c> that an update must send; 428 without it. What nobody has made yet has version 0, and is made by a PUT with
/// <c>If-None-Match: *</c>: so of two who make it at once, one learns of the other.
/// </summary>
public sealed class IfMatch(EntityTagHeaderValue tag) : IEndpointParameterMetadataProvider
{
    static readonly EntityTagHeaderValue NotMadeYet = new("\"0\"");

    /// <summary>412 unless the aggregate still has the version that the caller read, in whatever language.</summary>
    public void Require(IVersioned aggregate)
    {
        if (!Is(aggregate))
            throw new ChangedMeanwhile();
    }

    /// <summary>True if the aggregate still has the version that the caller read.</summary>
    public bool Is(IVersioned aggregate) =>
        tag == EntityTagHeaderValue.Any || tag.Tag.Value?.Trim('"').Split('.')[0] == $"{aggregate.Version}";

    /// <summary>Reads the headers.</summary>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (EntityTagHeaderValue.TryParse(headers.IfMatch.ToString(), out var tag) && !tag.IsWeak)
            return ValueTask.FromResult<IfMatch?>(new(tag));
        return headers.IfMatch.Count == 0 && headers.IfNoneMatch == "*"
            ? ValueTask.FromResult<IfMatch?>(new(NotMadeYet))
            : throw new IfMatchMissing();
    }

    /// <summary>Tells the API's description that the endpoint needs the header.</summary>
    public static void PopulateMetadata(System.Reflection.ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new NeedsIfMatch());
}

sealed record NeedsIfMatch;

sealed record MakesByPut;

/// <summary>How endpoints say that their PUT may make the thing.</summary>
public static class MakingExtensions
{
    /// <summary>Tells the API's description of <c>If-None-Match: *</c>.</summary>
    public static T MayBegin<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new MakesByPut());
}
