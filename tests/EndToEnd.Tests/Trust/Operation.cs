using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>One operation of the merged description: what is added to the API is tried without anybody thinking of it.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path, with its placeholders.</param>
/// <param name="Description">What the document says of it.</param>
sealed record Operation(string Method, string Path, JsonObject Description)
{
    /// <summary>As in the table of permissions.</summary>
    public string Name => $"{Method} {Path}";

    /// <summary>True below a Landkreis' own address.</summary>
    public bool IsOfTenant => Path.Contains("{tenant}", StringComparison.Ordinal);

    /// <summary>The first content type that it reads, if it reads any, with its schema and example.</summary>
    public (string Type, JsonObject Content)? Content =>
        Description["requestBody"]?["content"]?.AsObject() is { } content ? (content.First().Key, content.First().Value!.AsObject()) : null;

    /// <summary>Parameters in <c>path</c>, <c>query</c> or <c>header</c>.</summary>
    public IEnumerable<JsonNode> Parameters(string place) =>
        Description["parameters"]?.AsArray().Where(parameter => (string?)parameter!["in"] == place).Select(parameter => parameter!) ?? [];

    public bool Takes(string header) => Parameters("header").Any(parameter => (string?)parameter["name"] == header);

    /// <summary>Every operation that the gateway's description names, with the document.</summary>
    public static async Task<(IReadOnlyList<Operation> All, JsonObject Document)> ReadAsync(Uri gateway)
    {
        using var http = new HttpClient { BaseAddress = gateway };
        var document = (await http.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        return (
            [
                .. from path in document["paths"]!.AsObject()
                from method in path.Value!.AsObject()
                select new Operation(method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject()),
            ],
            document
        );
    }
}
