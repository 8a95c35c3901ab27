using System.Diagnostics;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Tenancy;

/// <summary>Resolves the tenant once, from the route value <c>tenant</c>; an unknown one is a 404. Rights are checked afterwards.</summary>
sealed class TenantMiddleware(RequestDelegate next, TenantDirectory directory, ILogger<TenantMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context, TenantContext tenant)
    {
        if (context.GetRouteValue("tenant") is not string slug)
        {
            await next(context);
            return;
        }

        if (await directory.FindAsync(slug, context.RequestAborted) is null)
            throw new UnknownTenant();
        tenant.Enter(slug);
        Activity.Current.SetTenant(slug);
        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("tenant", slug));
        using (log.BeginTenant(slug))
            await next(context);
    }
}

/// <summary>No Landkreis of that name on this installation.</summary>
public sealed class UnknownTenant()
    : NotFoundProblem(
        "tenant-unknown",
        new(
            "Einen Landkreis dieses Namens gibt es hier nicht. GET /api/v1/tenants nennt alle.",
            "There is no Landkreis of this name here. GET /api/v1/tenants lists all."
        )
    );
