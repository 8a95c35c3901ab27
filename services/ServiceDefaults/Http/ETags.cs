using Integrationskonzept.ServiceDefaults.Errors;
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

/// <summary>Sets ETags, and answers 304 to a GET whose <c>If-None-Match</c> has it.</summary>
sealed class ETagFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var value = result is INestedHttpResult nested ? nested.Result : result;
        if ((value is IValueHttpResult holder ? holder.Value : value) is not IVersioned versioned) return result;

        var tag = $"\"{versioned.Version}\"";
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

/// <summary>The header <c>If-Match</c> that an update must send; 428 without it.</summary>
public sealed class IfMatch(EntityTagHeaderValue tag) : IEndpointParameterMetadataProvider
{
    /// <summary>412 unless the aggregate still has the version that the caller read.</summary>
    public void Require(IVersioned aggregate)
    {
        if (tag != EntityTagHeaderValue.Any && tag.Tag != $"\"{aggregate.Version}\"") throw new ChangedMeanwhile();
    }

    /// <summary>Reads the header.</summary>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context) =>
        EntityTagHeaderValue.TryParse(context.Request.Headers.IfMatch.ToString(), out var tag) && !tag.IsWeak
            ? ValueTask.FromResult<IfMatch?>(new(tag))
            : throw new IfMatchMissing();

    /// <summary>Tells the API's description that the endpoint needs the header.</summary>
    public static void PopulateMetadata(System.Reflection.ParameterInfo parameter, Microsoft.AspNetCore.Builder.EndpointBuilder builder) =>
        builder.Metadata.Add(new NeedsIfMatch());
}

sealed record NeedsIfMatch;
