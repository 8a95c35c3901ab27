using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>
/// Addresses of what a Landkreis really has, found by asking every list that the description names, and the lists below what they name:
/// requests that only meet made-up ids never come past the first 404.
/// </summary>
sealed class KnownPaths(IReadOnlyList<Operation> operations, HttpClient http, string tenant, Func<Operation, string?> token)
{
    const int MostPerList = 4;

    /// <summary>Addresses by the path of their list, such as <c>/api/v1/{tenant}/events</c>.</summary>
    readonly Dictionary<string, List<string>> found = [];

    /// <summary>All ids.</summary>
    public IEnumerable<string> Ids =>
        found.Values.SelectMany(paths => paths).Select(path => path.Split('/')[^1]).Where(id => Guid.TryParse(id, out _));

    public async Task FindAsync()
    {
        var lists = operations.Where(list =>
            list.Method == "GET"
            && list.IsOfTenant
            && operations.Any(one => one.Path.StartsWith(list.Path + "/{", StringComparison.Ordinal))
        );
        foreach (var list in lists.OrderBy(list => list.Path.Count(letter => letter == '{')))
        {
            var here = new List<string>();
            foreach (var address in Addresses(list.Path).Take(MostPerList))
                here.AddRange((await KeysAsync(list, address)).Take(MostPerList).Select(key => $"{address}/{key}"));
            found[list.Path] = here;
        }
    }

    /// <summary>The path with what there is in the places of its placeholders; they stay where there is nothing.</summary>
    public string Fill(string path, Random random)
    {
        var addresses = Addresses(path).ToList();
        return addresses is [] ? path.Replace("{tenant}", tenant, StringComparison.Ordinal) : addresses[random.Next(addresses.Count)];
    }

    /// <summary>An id of something whose list's name fits, such as <c>mandateId</c>.</summary>
    public string? IdFor(string property, Random random)
    {
        if (!property.EndsWith("Id", StringComparison.Ordinal))
            return null;
        var fitting = found
            .Where(list => list.Key.EndsWith($"{property[..^2]}s", StringComparison.Ordinal))
            .SelectMany(list => list.Value)
            .ToList();
        return fitting is [] ? null : fitting[random.Next(fitting.Count)].Split('/')[^1];
    }

    /// <summary>All addresses of a path: what its longest known list names, and then the rest.</summary>
    IEnumerable<string> Addresses(string path)
    {
        var last = path.LastIndexOf("/{", StringComparison.Ordinal);
        if (last < 0 || path[last..].StartsWith("/{tenant}", StringComparison.Ordinal))
            return [path.Replace("{tenant}", tenant, StringComparison.Ordinal)];
        var rest = path[(last + 1)..].IndexOf('/') is var slash and >= 0 ? path[(last + 1 + slash)..] : "";
        return found.TryGetValue(path[..last], out var addresses) ? addresses.Select(address => address + rest) : [];
    }

    async Task<IEnumerable<string>> KeysAsync(Operation list, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token(list) is { } bearer)
            request.Headers.Authorization = new("Bearer", bearer);
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            return [];
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        var items = body as JsonArray ?? (body as JsonObject)?["items"] as JsonArray ?? [];
        return items.OfType<JsonObject>().Select(item => (item["id"] ?? item["key"] ?? item["number"])?.ToString()).OfType<string>();
    }
}
