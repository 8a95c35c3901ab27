using System.Text.Json.Nodes;
using Integrationskonzept.Contracts;

namespace Integrationskonzept.AppHost.Servers;

/// <summary>
/// What the broker reads at its start: virtual hosts, the administrator, and one user per service with rights to what is its own.
/// </summary>
static class BrokerDefinitions
{
    const string All = ".*";

    /// <summary>The services that have a user at the broker.</summary>
    public static IReadOnlyList<string> Services { get; } =
    [.. MessageTypes.Routes.SelectMany(route => route.Readers.Append(route.Owner)).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="administrator">Its name.</param>
    /// <param name="password">Its password.</param>
    /// <param name="impersonates">It may sign messages as anybody: for tests, which tell what other services would.</param>
    /// <param name="services">Passwords by service.</param>
    /// <param name="virtualHosts">Besides the broker's default one.</param>
    public static string Write(
        string administrator,
        string password,
        bool impersonates,
        IReadOnlyDictionary<string, string> services,
        IEnumerable<string> virtualHosts
    )
    {
        string[] hosts = ["/", .. virtualHosts];
        return new JsonObject
        {
            ["users"] = new JsonArray([
                User(administrator, password, impersonates ? ["administrator", "impersonator"] : ["administrator"]),
                .. services.Select(service => User(service.Key, service.Value, [])),
            ]),
            ["vhosts"] = new JsonArray([.. hosts.Select(host => new JsonObject { ["name"] = host })]),
            ["permissions"] = new JsonArray([
                .. hosts.SelectMany(host =>
                    services.Keys.Select(service => Of(service, host)).Prepend(Permission(administrator, host, All, All, All))
                ),
            ]),
        }.ToJsonString();
    }

    /// <summary>
    /// Queues and exchanges of its own begin with its name. It writes to the exchanges of the messages that it owns, and reads from those
    /// that it listens to. It may declare both, as the library does; and it has no right to the default exchange, which leads into every
    /// queue.
    /// </summary>
    static JsonObject Of(string service, string host)
    {
        var owned = MessageTypes.Routes.Where(route => route.Owner == service).Select(Exchange).ToList();
        var read = MessageTypes.Routes.Where(route => route.Readers.Contains(service)).Select(Exchange).ToList();
        return Permission(service, host, Pattern(service, owned.Union(read)), Pattern(service, owned), Pattern(service, read));
    }

    static string Exchange(MessageRoute route) => route.Type.Name;

    static string Pattern(string service, IEnumerable<string> messages) =>
        $"^({service}-.*|{typeof(MessageRoute).Namespace!.Replace(".", "\\.", StringComparison.Ordinal)}:({string.Join('|', messages)}))$";

    static JsonObject User(string name, string password, string[] tags) =>
        new()
        {
            ["name"] = name,
            ["password"] = password,
            ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]),
        };

    static JsonObject Permission(string user, string host, string configure, string write, string read) =>
        new()
        {
            ["user"] = user,
            ["vhost"] = host,
            ["configure"] = configure,
            ["write"] = write,
            ["read"] = read,
        };
}
