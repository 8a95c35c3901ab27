using Integrationskonzept.ServiceDefaults.Http;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Integrationskonzept.Gateway;

/// <summary>One API by resource: which service answers is nobody's business outside.</summary>
static class Routes
{
    /// <summary>The services behind the gateway, with the addresses that they own.</summary>
    static readonly (string Service, string[] Paths)[] Owners =
    [
        (
            "identity",
            [
                "/connect/{**rest}",
                "/.well-known/{**rest}",
                "/account/{**rest}",
                "/api/v1/tenants/{**rest}",
                "/api/v1/clients/{**rest}",
                "/api/v1/me",
                "/api/v1/{tenant}/members/{**rest}",
                "/api/v1/{tenant}/description",
            ]
        ),
        ("drafting", ["/api/v1/{tenant}/papers/{**rest}", "/api/v1/{tenant}/concepts/{**rest}"]),
        (
            "scheduling",
            [
                "/api/v1/{tenant}/mandates/{**rest}",
                "/api/v1/{tenant}/plans/{**rest}",
                "/api/v1/{tenant}/venues/{**rest}",
                "/api/v1/{tenant}/moderators/{**rest}",
                "/api/v1/{tenant}/meetings/{**rest}",
                "/api/v1/{tenant}/days/{**rest}",
                "/api/v1/{tenant}/events/{**rest}",
                "/api/v1/{tenant}/polls/{**rest}",
                "/api/v1/{tenant}/mail/{**rest}",
                "/api/v1/{tenant}/registrations/{**rest}",
                "/api/v1/{tenant}/registration-links/{**rest}",
                "/api/v1/{tenant}/poll-links/{**rest}",
                "/api/v1/{tenant}/calendar-links/{**rest}",
                "/{tenant}/calendar.ics",
                "/{tenant}/calendar/{**rest}",
            ]
        ),
        (
            "participation",
            [
                "/api/v1/{tenant}/topic-areas/{**rest}",
                "/api/v1/{tenant}/contributions/{**rest}",
                "/api/v1/{tenant}/organisations/{**rest}",
                "/api/v1/{tenant}/persons/{**rest}",
                "/api/v1/{tenant}/stakeholder-groups/{**rest}",
                "/api/v1/{tenant}/balance/{**rest}",
                "/api/v1/{tenant}/moderation/{**rest}",
                "/api/v1/{tenant}/boards/{**rest}",
                "/api/v1/{tenant}/board-links/{**rest}",
                "/api/v1/{tenant}/surveys/{**rest}",
                "/api/v1/{tenant}/survey-links/{**rest}",
                "/api/v1/{tenant}/survey-results/{**rest}",
                "/api/v1/{tenant}/district-statistics/{**rest}",
                "/api/v1/{tenant}/event-records/{**rest}",
                "/api/v1/{tenant}/tablet-links/{**rest}",
                "/api/v1/{tenant}/answer-feeds/{**rest}",
                "/api/v1/{tenant}/invitation-links/{**rest}",
                "/api/v1/{tenant}/ways-in/{**rest}",
            ]
        ),
        (
            "publication",
            [
                "/api/v1/{tenant}/editions/{**rest}",
                "/api/v1/{tenant}/processes/{**rest}",
                "/",
                "/barrierefreiheit",
                "/leichte-sprache",
                "/_site/{**rest}",
                "/{tenant}",
                "/{tenant}/farbe.css",
                "/{tenant}/events/{**rest}",
                "/{tenant}/polls/{**rest}",
                "/{tenant}/konzept/{**rest}",
            ]
        ),
    ];

    /// <summary>What lasts as long as somebody looks: a stream of changes is one request, however much comes through it.</summary>
    static readonly (string Service, string Path)[] Streams =
    [
        ("participation", "/api/v1/{tenant}/boards/{id}/changes"),
        ("participation", "/api/v1/{tenant}/board-links/{token}/changes"),
    ];

    /// <summary>The front end that people use: no part of the API.</summary>
    const string Portal = "portal";

    /// <summary>Those that the API is made of.</summary>
    public static IEnumerable<string> Services => Owners.Select(owner => owner.Service);

    /// <summary>All that the gateway leads to.</summary>
    public static IEnumerable<string> Processes => Services.Append(Portal);

    public static IReadOnlyList<RouteConfig> All() =>
        [
            .. Owners.SelectMany(owner =>
                owner.Paths.Append($"/api/v1/operations/{owner.Service}/{{**rest}}").Select(path => Route(owner.Service, path))
            ),
            .. Streams.Select(stream => Stream(stream.Service, stream.Path)),
            Route(Portal, "/portal/{**rest}"),
        ];

    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration) =>
        [
            .. Processes.Select(service => new ClusterConfig
            {
                ClusterId = service,
                Destinations = new Dictionary<string, DestinationConfig>
                {
                    [service] = new() { Address = AddressOf(service, configuration) },
                },
                HttpRequest = new() { ActivityTimeout = Limits.Patience(configuration) },
            }),
            .. Streams
                .Select(stream => stream.Service)
                .Distinct()
                .Select(service => new ClusterConfig
                {
                    ClusterId = StreamsOf(service),
                    Destinations = new Dictionary<string, DestinationConfig>
                    {
                        [service] = new() { Address = AddressOf(service, configuration) },
                    },
                    HttpRequest = new() { ActivityTimeout = Limits.Silence },
                }),
        ];

    static string StreamsOf(string service) => $"{service} streams";

    /// <summary>As the AppHost injected it; elsewhere the platform's DNS knows the name.</summary>
    public static string AddressOf(string service, IConfiguration configuration) =>
        configuration[$"services:{service}:http:0"] ?? $"http://{service}";

    /// <summary>A HEAD that the gateway handles as a GET is a HEAD again for the service.</summary>
    public static void Transform(TransformBuilderContext context) =>
        context.AddRequestTransform(request =>
        {
            if (request.HttpContext.WantsHeadOnly())
                request.ProxyRequest.Method = HttpMethod.Head;
            return ValueTask.CompletedTask;
        });

    static RouteConfig Stream(string service, string path) =>
        Route(service, path) with
        {
            ClusterId = StreamsOf(service),
            TimeoutPolicy = "disable",
            RateLimiterPolicy = Limits.Streams,
        };

    // Services see the public host, so that the addresses that they make are the outside's.
    static RouteConfig Route(string service, string path) =>
        new RouteConfig
        {
            RouteId = $"{service} {path}",
            ClusterId = service,
            Match = new() { Path = path },
            TimeoutPolicy = Limits.Timeout,
            RateLimiterPolicy = Limits.PerCaller,
            Order = path is "/{tenant}" ? 10 : null,
        }.WithTransformUseOriginalHostHeader();
}
