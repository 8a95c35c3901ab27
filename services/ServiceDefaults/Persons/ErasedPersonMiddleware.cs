using System.Diagnostics.Metrics;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// Access tokens outlive their account by minutes. Whoever is forgotten changes nothing any more; and a change that was on its way while
/// its person was forgotten is looked for again afterwards, so that nothing of them is left, whichever was first.
/// </summary>
sealed class ErasedPersonMiddleware(RequestDelegate next, ErasedPersonMetrics metrics, ILogger<ErasedPersonMiddleware> log)
{
    /// <summary>How long a request may take to look again: it may have to wait for others.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
        if (await context.RequestServices.GetRequiredService<ServiceDb>().ErasedAtAsync(person, context.RequestAborted) is not null)
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

    /// <summary>Whether or not the caller waits for the answer, which stays what it was also where this fails.</summary>
    async Task EraseIfMeanwhileAsync(HttpContext context, Person person, string tenant)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateScopeOf(tenant);
            var services = scope.ServiceProvider;
            if (await services.GetRequiredService<ServiceDb>().ErasedAtAsync(person, patience.Token) is { } at)
                await services.GetRequiredService<PersonEraser>().EraseAsync(person with { AskedAt = at }, patience.Token);
        }
        catch (Exception failure)
        {
            metrics.NotLookedAgain();
            log.LogError("After a request of somebody who may be forgotten it was not looked again: {Failure}", failure.GetType().Name);
        }
    }
}

/// <summary>What operators watch: requests after which something of somebody who is forgotten may be left.</summary>
sealed class ErasedPersonMetrics(IMeterFactory meters)
{
    readonly Counter<long> failures = meters
        .Create("Integrationskonzept.Persons")
        .CreateCounter<long>(
            "erasures.rechecks.failed",
            description: "Requests after which it could not be seen whether their person was forgotten meanwhile"
        );

    public void NotLookedAgain() => failures.Add(1);
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
