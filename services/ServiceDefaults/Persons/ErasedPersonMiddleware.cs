using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// Access tokens outlive their account by minutes. Whoever is forgotten changes nothing any more; and a change that was on its way while
/// its
/// person was forgotten is looked for again afterwards, so that nothing of them is left, whichever was first.
/// </summary>
sealed class ErasedPersonMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Caller caller, TenantContext tenant)
    {
        var method = context.Request.Method;
        if (
            tenant.Slug is null
            || HttpMethods.IsGet(method)
            || HttpMethods.IsHead(method)
            || HttpMethods.IsOptions(method)
            || !Guid.TryParse(caller.Id, out var id) // integrations are nobody
        )
        {
            await next(context);
            return;
        }

        var person = new Person(id, caller.Email ?? "");
        if (await context.RequestServices.GetRequiredService<ServiceDb>().IsErasedAsync(person, context.RequestAborted))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            throw new PersonIsErased();
        }
        try
        {
            await next(context);
        }
        finally
        {
            await EraseIfMeanwhileAsync(context, person, tenant.Slug);
        }
    }

    /// <summary>Whether or not the caller waits for the answer.</summary>
    static async Task EraseIfMeanwhileAsync(HttpContext context, Person person, string tenant)
    {
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateScopeOf(tenant);
        if (await scope.ServiceProvider.GetRequiredService<ServiceDb>().IsErasedAsync(person, CancellationToken.None))
            await scope.ServiceProvider.GetRequiredService<PersonEraser>().EraseAsync(person, CancellationToken.None);
    }
}

/// <summary>The account is gone.</summary>
public sealed class PersonIsErased()
    : Problem(
        StatusCodes.Status401Unauthorized,
        "person-erased",
        new("Konto gelöscht", "Account erased"),
        new(
            "Dieses Konto wurde auf Wunsch seiner Inhaberin oder seines Inhabers gelöscht. Mit ihm kann nichts mehr getan werden.",
            "This account was erased, as its owner asked for. Nothing can be done with it any more."
        )
    );
