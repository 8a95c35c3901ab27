using System.Globalization;
using System.Threading.RateLimiting;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Integrationskonzept.Gateway;

/// <summary>How much, how long, how often. All can be configured under <c>Gateway</c>.</summary>
static class Limits
{
    public const string PerCaller = "per-caller",
        Streams = "streams",
        OwnData = "own-data",
        Timeout = "request";
    const long Body = 6 * 1024 * 1024; // the largest paper is 5 MiB

    /// <summary>How long a service may be silent before it is given up (504).</summary>
    public static TimeSpan Patience(IConfiguration configuration) => configuration.GetValue("Gateway:Patience", TimeSpan.FromSeconds(15));

    /// <summary>How long a stream of changes may be silent, whose service says every few seconds that it is there.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    /// <summary>How long it may take to write all that is kept of somebody.</summary>
    public static TimeSpan OwnDataPatience(IConfiguration configuration) =>
        configuration.GetValue("Gateway:OwnDataPatience", TimeSpan.FromMinutes(1));

    /// <summary>How long a start page waits for the tasks of one service.</summary>
    public static TimeSpan TaskPatience(IConfiguration configuration) =>
        configuration.GetValue("Gateway:TaskPatience", TimeSpan.FromSeconds(3));

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        // A kickoff evening: hundreds of people without accounts behind one address.
        var known = builder.Configuration.GetValue("Gateway:RequestsPerMinute:SignedIn", 3_000);
        var anonymous = builder.Configuration.GetValue("Gateway:RequestsPerMinute:Anonymous", 6_000);
        var ownData = builder.Configuration.GetValue("Gateway:RequestsPerMinute:OwnData", 6);
        var streams = builder.Configuration.GetValue("Gateway:StreamsPerAddress", 2_000);

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Body);
        builder.Services.AddRequestTimeouts(timeouts =>
            timeouts.AddPolicy(
                Timeout,
                new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(110), TimeoutStatusCode = StatusCodes.Status504GatewayTimeout }
            )
        );
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(
                PerCaller,
                http =>
                    http.User.FindFirst("sub")?.Value is { } subject
                        ? Window($"sub {subject}", known)
                        : Window($"ip {CallerAddress.Of(http)}", anonymous)
            );
            // All services read all that they keep of somebody. By Landkreis, as people download what all theirs keep at once.
            limiter.AddPolicy(
                OwnData,
                http => Window($"{http.User.FindFirst("sub")?.Value ?? CallerAddress.Of(http)} {http.GetRouteValue("tenant")}", ownData)
            );
            // Not how many are begun in a minute, but how many are open: a hall comes back at once when its network was away.
            limiter.AddPolicy(
                Streams,
                http =>
                    RateLimitPartition.GetConcurrencyLimiter(CallerAddress.Of(http), _ => new() { PermitLimit = streams, QueueLimit = 0 })
            );
        });
    }

    static RateLimitPartition<string> Window(string caller, int perMinute) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            caller,
            _ =>
                new()
                {
                    PermitLimit = perMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                }
        );
}
