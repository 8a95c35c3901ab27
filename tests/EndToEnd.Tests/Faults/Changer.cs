using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Faulty = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests.Faults;

/// <summary>Changes one text again and again.</summary>
/// <param name="client">Who it is.</param>
/// <param name="service">The service that it writes to.</param>
/// <param name="address">What it changes.</param>
/// <param name="before">As it was read.</param>
/// <param name="mark">What the texts begin with.</param>
/// <param name="field">The field with the text.</param>
/// <param name="part">The part of the answer that is put, if it is not the whole.</param>
sealed class Changer(string client, string service, string address, JsonNode before, string mark, string field, string? part = null)
    : Writer(client, service)
{
    public string Last => Text(Acknowledged);

    public override async Task CheckAsync(Faulty process)
    {
        var after = await process.Platform.GetAsync(Client, address);
        ((string)Part(after)[field]!).ShouldBe(Last, $"the last acknowledged change of {address}");
        ((int)after["version"]!).ShouldBe(Version + Acknowledged, $"each change of {address} happened once");
    }

    protected override HttpRequestMessage Make(int number)
    {
        var body = Part(before).DeepClone();
        body[field] = Text(number);
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("If-Match", $"\"{Version + number - 1}\"");
        return request;
    }

    int Version => (int)before["version"]!;

    JsonNode Part(JsonNode whole) => part is null ? whole : whole[part]!;

    string Text(int number) => $"{mark} {number}";
}
