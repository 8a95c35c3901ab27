using System.Net.Http.Headers;
using System.Text;
using Integrationskonzept.ServiceDefaults.Authorization;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>A request, as it is sent and as a failure tells of it.</summary>
/// <param name="Caller">Whose token; null is nobody's.</param>
/// <param name="MustFail">True if it asks for what the caller may not, or for another Landkreis.</param>
sealed record HostileRequest(
    Operation Operation,
    string? Caller,
    string Address,
    string? Body,
    IReadOnlyList<(string Name, string Value)> Headers,
    bool MustFail
)
{
    /// <summary>The message, with nothing put right on the way.</summary>
    public HttpRequestMessage ToMessage(Uri gateway, IReadOnlyDictionary<string, string> tokens)
    {
        var asItIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var address = new Uri(gateway.GetLeftPart(UriPartial.Authority) + Address, asItIs);
        var message = new HttpRequestMessage(new(Operation.Method), address);
        if (Body is not null)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        foreach (var (name, value) in Headers)
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        if (Caller is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[Caller]);
        return message;
    }

    public override string ToString() =>
        string.Join(
            ' ',
            [
                Operation.Method,
                Shortened(Address),
                "as",
                Caller ?? "nobody",
                .. Headers.Select(one => $"[{one.Name}: {Shortened(one.Value)}]"),
                Shortened(Body),
            ]
        );

    static string Shortened(string? text) => text is { Length: > 400 } ? $"{text[..400]}… ({text.Length})" : text ?? "";
}

/// <summary>Makes requests from numbers, always the same: an operation, somebody, and values of which some are hostile.</summary>
sealed class HostileRequests(
    IReadOnlyList<Operation> operations,
    IReadOnlyDictionary<string, Permission> table,
    KnownPaths own,
    Samples samples,
    IReadOnlyList<string> foreignIds,
    (string Own, string Other) tenants
)
{
    /// <summary>Who comes.</summary>
    public IReadOnlyList<string?> Callers { get; } =
    [null, .. Roles.OfTenant.Select(role => $"{tenants.Own}.{role}"), "platform.operator", $"{tenants.Other}.coordinator"];

    public HostileRequest Make(int seed, int number)
    {
        var random = new Random((seed * 1_000_003) + number);
        var operation = Samples.One(operations, random);
        var row = table[operation.Name];
        var caller = Caller(operation, row, random);
        // Somebody from here asks for the same in another Landkreis.
        var strays =
            caller?.StartsWith(tenants.Own, StringComparison.Ordinal) == true
            && operation.IsOfTenant
            && !row.Grants(null)
            && random.Next(25) == 0;
        var address = Path(operation, strays ? tenants.Other : tenants.Own, random) + Query(operation, random);
        var headers = Headers(operation, random).ToList();
        return new(operation, caller, address, Body(operation, headers, random), headers, strays || !row.Grants(caller, RoleOf(caller)));
    }

    string? RoleOf(string? caller) => caller?.StartsWith(tenants.Other, StringComparison.Ordinal) == true ? null : caller?.Split('.')[1];

    /// <summary>Mostly one who may: all others are turned away before anything is read.</summary>
    string? Caller(Operation operation, Permission row, Random random)
    {
        var fitting = Callers.Where(caller => row.Grants(caller, RoleOf(caller))).ToList();
        var caller = Samples.One(random.Next(10) < 8 ? fitting : Callers, random);
        // How many mails an address may ask for is counted, and other tests come from the same one.
        return operation.Path.EndsWith("/guests", StringComparison.Ordinal) ? caller ?? $"{tenants.Own}.participant" : caller;
    }

    string Path(Operation operation, string tenant, Random random)
    {
        var (wanted, filled) = (operation.Path.Split('/'), own.Fill(operation.Path, random).Split('/'));
        for (var at = 0; at < wanted.Length; at++)
            if (wanted[at] == "{tenant}")
                filled[at] = tenant;
            else if (wanted[at].Contains('{', StringComparison.Ordinal))
                filled[at] = random.Next(10) switch
                {
                    0 => Samples.One(Hostile.Parts, random),
                    1 => Samples.One(foreignIds, random),
                    _ when filled[at].Contains('{', StringComparison.Ordinal) => MadeUp(operation, filled[at], random),
                    _ => filled[at],
                };
        return string.Join('/', filled);
    }

    string MadeUp(Operation operation, string part, Random random)
    {
        var name = part[(part.IndexOf('{', StringComparison.Ordinal) + 1)..part.IndexOf('}', StringComparison.Ordinal)];
        var parameter = operation.Parameters("path").First(parameter => (string?)parameter["name"] == name);
        var value =
            name == "slug" ? tenants.Own
            : (string?)parameter["schema"]!["format"] == "uuid" ? Samples.One([.. own.Ids], random)
            : (string?)parameter["schema"]!["type"] == "integer" ? $"{random.Next(4)}"
            : parameter["example"]?.ToString() ?? "x";
        return part.Replace($"{{{name}}}", value, StringComparison.Ordinal);
    }

    static string Query(Operation operation, Random random)
    {
        var values = operation
            .Parameters("query")
            .Where(_ => random.Next(2) == 0)
            .Select(parameter =>
            {
                var example = parameter["example"]?.ToString() ?? ((string?)parameter["schema"]!["type"] == "integer" ? "2" : "");
                var fitting = Uri.EscapeDataString(example);
                return $"{parameter["name"]}={(random.Next(2) == 0 ? fitting : Samples.One(Hostile.QueryValues, random))}";
            })
            .ToList();
        if (random.Next(20) == 0)
            values.Add($"{Samples.One(["x", "limit", "after", "%00", "%FF", ""], random)}={Samples.One(Hostile.QueryValues, random)}");
        return values is [] ? "" : $"?{string.Join('&', values)}";
    }

    static IEnumerable<(string, string)> Headers(Operation operation, Random random)
    {
        if (operation.Takes("If-Match") && random.Next(10) > 0)
            yield return ("If-Match", random.Next(5) > 0 ? "*" : Samples.One(Hostile.HeaderValues, random));
        if (operation.Takes("If-None-Match") && random.Next(5) == 0)
            yield return ("If-None-Match", Samples.One(Hostile.HeaderValues, random));
        if (operation.Takes("Idempotency-Key") && random.Next(4) == 0)
            yield return ("Idempotency-Key", random.Next(2) == 0 ? $"key-{random.Next(20)}" : Samples.One(Hostile.HeaderValues, random));
        if (random.Next(10) == 0)
            yield return ("Accept-Language", Samples.One(["en", "xx-YY", "de;q=7", new('e', 500), ";;", "*"], random));
        if (random.Next(15) == 0)
            yield return ("Accept", Samples.One(Hostile.Accepts, random));
    }

    string? Body(Operation operation, List<(string, string)> headers, Random random)
    {
        if (operation.Content is not var (type, content))
            return random.Next(20) == 0 && operation.Method != "GET" ? Samples.One(Hostile.Contents, random) : null;
        if (random.Next(12) > 0)
            headers.Add(("Content-Type", type));
        else if (random.Next(4) > 0)
            headers.Add(("Content-Type", Samples.One(Hostile.ContentTypes, random)));
        return random.Next(8) == 0 ? Samples.One(Hostile.Contents, random)
            : type.EndsWith("json", StringComparison.Ordinal) ? samples.Json(content["schema"]!, random)
            : Torn((string?)content["example"] ?? "From: a\r\n\r\nb", random);
    }

    /// <summary>A text with a hostile one somewhere within.</summary>
    static string Torn(string text, Random random)
    {
        var at = random.Next(text.Length);
        return text[..at] + Samples.One([.. Hostile.Texts, "\0", "|", "\r"], random) + text[at..];
    }
}
