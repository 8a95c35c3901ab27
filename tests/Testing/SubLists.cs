using System.Net;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.Testing;

/// <summary>What a service has below something: <c>…/events/{eventId}/registrations</c>.</summary>
public static class SubLists
{
    /// <summary>
    /// Asks for all of them as somebody with every role: how many there are, and which are there although what they would be below is not.
    /// </summary>
    public static async Task<(int Asked, IReadOnlyList<string> Found)> AskBelowNothingAsync<TProgram, TDb>(
        this ServiceUnderTest<TProgram, TDb> service
    )
        where TProgram : class
        where TDb : ServiceDb
    {
        var tenant = await service.NewTenantAsync();
        using var client = service.As(tenant, [.. Roles.OfTenant]);
        var addresses = service.BelowNothing(tenant);
        var found = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.NotFound)
                found.Add($"{address} answers {(int)answer.StatusCode}");
        }
        return (addresses.Count, found);
    }

    /// <summary>The addresses of all that can be read below a thing of a Landkreis, with other ids or numbers that nobody has.</summary>
    static IReadOnlyList<string> BelowNothing<T>(this WebApplicationFactory<T> service, string tenant)
        where T : class =>
        [
            .. service
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
                .Where(endpoint =>
                    endpoint.RoutePattern.RawText is { } path
                    && path.Contains("{tenant}/", StringComparison.Ordinal)
                    && path[(path.IndexOf("{tenant}/", StringComparison.Ordinal) + 9)..] is { } rest
                    && rest.Contains("}/", StringComparison.Ordinal)
                )
                .Select(endpoint =>
                    string.Join(
                        '/',
                        endpoint.RoutePattern.PathSegments.Select(segment =>
                            string.Concat(
                                segment.Parts.Select(part =>
                                    part switch
                                    {
                                        RoutePatternParameterPart { Name: "tenant" } => tenant,
                                        RoutePatternParameterPart parameter
                                            when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "999",
                                        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Count > 0 =>
                                            Guid.CreateVersion7().ToString(),
                                        RoutePatternParameterPart => "nothing",
                                        RoutePatternLiteralPart literal => literal.Content,
                                        _ => "",
                                    }
                                )
                            )
                        )
                    )
                )
                .Distinct(),
        ];
}
