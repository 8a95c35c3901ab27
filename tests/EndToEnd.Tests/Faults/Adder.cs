using System.Net.Http.Json;
using Faulty = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests.Faults;

/// <summary>Adds to a list.</summary>
/// <param name="client">Who it is.</param>
/// <param name="service">The service that it writes to.</param>
/// <param name="list">Path of the list.</param>
/// <param name="mark">What the texts begin with, to be known by.</param>
/// <param name="field">The field that shows the text.</param>
/// <param name="body">What to post for thing number n.</param>
sealed class Adder(string client, string service, string list, string mark, string field, Func<int, string, object> body)
    : Writer(client, service)
{
    public override async Task CheckAsync(Faulty process) =>
        (await process.ListAsync(Client, list[(process.Api.Length + 1)..]))
            .Select(item => (string)item[field]!)
            .Where(text => text.StartsWith(mark, StringComparison.Ordinal))
            .ShouldBe(Enumerable.Range(1, Acknowledged).Select(Text), ignoreOrder: true, $"each acknowledged one is in {list}, once");

    protected override HttpRequestMessage Make(int number) =>
        new(HttpMethod.Post, list) { Content = JsonContent.Create(body(number, Text(number))) };

    public string Text(int number) => $"{mark} {number}";
}
