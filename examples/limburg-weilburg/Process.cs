using System.Text.Json.Nodes;

namespace Integrationskonzept.Walkthrough;

/// <summary>One Landkreis' way through the story, with its roles.</summary>
public sealed class Process(Platform platform, string tenant, Story story)
{
    public Platform Platform => platform;
    public string Tenant => tenant;
    public Story Story => story;

    /// <summary>Id of the mandate that this way serves; a Landkreis may have several, one after the other.</summary>
    public string Mandate { get; set; } = "";
    public string Api => $"/api/v1/{tenant}";
    public string Coordinator => $"{tenant}.coordinator";
    public string CouncilOffice => $"{tenant}.council-office";
    public string Moderator => $"{tenant}.moderator";
    public string Editor => $"{tenant}.editor";

    public void Say(string text) => platform.Say($"{tenant}: {text}");

    /// <summary>All items of a list, page by page.</summary>
    public async Task<List<JsonNode>> ListAsync(string client, string resource)
    {
        var items = new List<JsonNode>();
        string? after = null;
        do
        {
            var page = await platform.GetAsync(client, $"{Api}/{resource}{(after is null ? "" : $"?after={after}")}");
            items.AddRange(page["items"]!.AsArray().Select(item => item!));
            after = page["next"]?.GetValue<string>();
        } while (after is not null);
        return items;
    }
}

static class JsonNodes
{
    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    public static int Version(this JsonNode node) => node["version"]!.GetValue<int>();
}
