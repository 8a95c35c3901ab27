using System.Net;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>
/// Whom a process believes what it says of the outside (<c>Edge:TrustedProxies</c>: addresses and networks in CIDR notation), and under
/// which names it is reached (<c>Platform:PublicUrl</c>, <c>Edge:AllowedHosts</c>). Lists may be one setting each, separated by commas.
/// </summary>
public static class Edge
{
    static readonly string[] Loopback = ["127.0.0.0/8", "::1/128"];

    /// <summary>The door believes its configured proxies: visitor's address, scheme and host.</summary>
    public static void AddDoor(this WebApplicationBuilder builder) =>
        Trust(builder, ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, []);

    /// <summary>
    /// A service believes the gateway, on the same machine or in a configured network; the gateway sends the host itself.
    /// </summary>
    public static void AddBehindTheDoor(this WebApplicationBuilder builder) =>
        Trust(builder, ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, Loopback);

    /// <summary>
    /// Refuses requests for names that are not ours, so that no address that is made from them is another's; probes ask by any name.
    /// </summary>
    public static void UseOwnNames(this WebApplication app)
    {
        var publicHost = PublicUrl.Of(app.Configuration);
        HashSet<string> names = new(
            [
                publicHost.Host,
                .. List(app.Configuration, "Edge:AllowedHosts"),
                .. publicHost.IsLoopback ? ["localhost", "127.0.0.1", "[::1]"] : Array.Empty<string>(),
            ],
            StringComparer.OrdinalIgnoreCase
        );
        app.Use(
            (context, next) =>
                names.Contains(context.Request.Host.Host) || context.Request.Path.Value is "/health" or "/ready" or "/alive"
                    ? next(context)
                    : throw new HostUnknown()
        );
    }

    static void Trust(WebApplicationBuilder builder, ForwardedHeaders headers, IEnumerable<string> always)
    {
        IPNetwork[] networks = [.. always.Concat(List(builder.Configuration, "Edge:TrustedProxies")).Select(Network)];
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = networks.Length == 0 ? ForwardedHeaders.None : headers;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
        });
    }

    static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"Edge:TrustedProxies: {text} is neither an address nor a network such as 10.0.0.0/8.");

    static IEnumerable<string> List(IConfiguration configuration, string key) =>
        (configuration.GetSection(key).Get<string[]>() ?? [])
            .Append(configuration[key] ?? "")
            .SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>Asked for under a name that is not ours.</summary>
public sealed class HostUnknown()
    : Problem(
        StatusCodes.Status400BadRequest,
        "host-unknown",
        new("Unbekannter Name", "Unknown name"),
        new(
            "Unter diesem Namen (Kopf Host) antwortet hier niemand. Nehmen Sie die Adresse, die die Betriebsstelle nennt.",
            "Nobody answers here under this name (header Host). Use the address that the operators name."
        )
    );
