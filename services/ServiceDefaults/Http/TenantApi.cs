using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>The common rules of everything below <c>/api/v1/{tenant}</c>.</summary>
public static class TenantApi
{
    /// <summary>A group of endpoints for one resource of a tenant; signed-in callers only, unless an endpoint says otherwise.</summary>
    public static RouteGroupBuilder MapTenantApi(this IEndpointRouteBuilder app, string resource, string tag) =>
        app.MapGroup($"/api/v1/{{tenant}}/{resource}").WithTags(tag).RequireAuthorization().WithETags();

    /// <summary>Answers of <see cref="IVersioned"/> values get an ETag.</summary>
    public static RouteGroupBuilder WithETags(this RouteGroupBuilder group) => group.AddEndpointFilter(new ETagFilter());
}
