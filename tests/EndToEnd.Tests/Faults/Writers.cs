using System.Text.Json.Nodes;
using Integrationskonzept.EndToEnd.Tests.Trust;
using Integrationskonzept.Testing;
using Faulty = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests.Faults;

/// <summary>Ten clients that write into one Landkreis at the same time, and the checker of what they wrote.</summary>
sealed class Writers : IAsyncDisposable
{
    const string Participation = "participation",
        Scheduling = "scheduling",
        Drafted = "drafting",
        Identity = "identity";
    readonly Faulty process;
    readonly HttpClient http;
    readonly CancellationTokenSource enough = new();
    readonly List<Writer> all = [];
    readonly string mark = $"{Guid.CreateVersion7():N}"[^8..];
    Adder events = null!;
    Changer name = null!;
    Task writing = Task.CompletedTask;

    Writers(Faulty process, Uri gateway) => (this.process, http) = (process, new() { BaseAddress = gateway });

    /// <summary>What any of them was told instead of being acknowledged.</summary>
    public IEnumerable<string> Refusals => all.SelectMany(writer => writer.Refusals).Distinct();

    /// <param name="running">The platform.</param>
    /// <param name="process">The Landkreis.</param>
    /// <param name="firstDay">From which day on they may hold events, one a day.</param>
    public static async Task<Writers> BeginAsync(RunningPlatform running, Faulty process, DateOnly firstDay)
    {
        var writers = new Writers(process, running.Gateway);
        await writers.AddAsync(firstDay);
        var tokens = await Tokens.OfAsync(running, writers.all.Select(writer => writer.Client).Distinct());
        writers.writing = Task.WhenAll(
            writers.all.Select(writer => writer.WriteAsync(writers.http, tokens[writer.Client], writers.enough.Token))
        );
        return writers;
    }

    /// <summary>Waits until each has written some more, but for those that write to what is away.</summary>
    public async Task EachGoesOnAsync(string? butTo = null)
    {
        var before = all.ToDictionary(writer => writer, writer => writer.Acknowledged);
        foreach (var writer in all.Where(writer => writer.Service != butTo))
            await Eventually.TrueAsync(
                () =>
                    writing.IsFaulted || writer.Acknowledged >= before[writer] + 3
                        ? Task.FromResult(true)
                        : throw new InvalidOperationException($"It was told {string.Join(", ", writer.Refusals)}"),
                $"{writer} goes on"
            );
        if (writing.IsFaulted)
            await writing;
    }

    /// <summary>Each ends; then all that was acknowledged must be stored and told, once.</summary>
    public async Task CheckAsync()
    {
        await enough.CancelAsync();
        await writing;
        foreach (var writer in all)
            await writer.CheckAsync(process);
        await process.Platform.UntilAsync(
            null,
            $"{process.Api}/processes",
            answer => Published(answer).Order().SequenceEqual(Enumerable.Range(1, events.Acknowledged).Select(events.Text).Order()),
            $"the public sees each of the {events.Acknowledged} events, once"
        );
        await Eventually.TrueAsync(
            async () => (await http.GetStringAsync(process.Tenant)).Contains(name.Last, StringComparison.Ordinal),
            "the public page has the Landkreis' last name"
        );
    }

    public async ValueTask DisposeAsync()
    {
        await enough.CancelAsync();
        http.Dispose(); // who still waits gets no answer, and ends
        enough.Dispose();
    }

    IEnumerable<string> Published(JsonNode processes) =>
        processes
            .AsArray()
            .SelectMany(row => row!["events"]!.AsArray())
            .Select(row => (string)row!["event"]!["title"]!)
            .Where(title => title.StartsWith(mark, StringComparison.Ordinal));

    async Task AddAsync(DateOnly firstDay)
    {
        var (coordinator, api) = (process.Coordinator, process.Api);
        var area = (await process.ListAsync(coordinator, "topic-areas"))[0];
        // The plan may still be on its way, and then it comes between.
        var opened = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                (opened, _) = await process.Platform.TryAsync(coordinator, HttpMethod.Post, $"{api}/topic-areas/{area["id"]}/open");
                return opened != 412;
            },
            "nothing comes between"
        );
        opened.ShouldBeInRange(200, 204);
        var concept = $"{api}/concepts/{await Walkthrough.Steps.Drafting.ConceptIdAsync(process)}";
        var organisation = await process.Platform.PostAsync(
            coordinator,
            $"{api}/organisations",
            new { name = $"Verein {mark}", group = "civilSociety" }
        );
        var chapter = (await process.Platform.GetAsync(process.Editor, $"{concept}/sections"))[0]!;
        var tenant = await process.Platform.GetAsync(null, $"/api/v1/tenants/{process.Tenant}");

        Adds(coordinator, Participation, $"{api}/organisations", "name", (_, text) => new { name = text, group = "institution" });
        Adds(
            process.Moderator,
            Participation,
            $"{api}/topic-areas/{area["id"]}/contributions",
            "text",
            (_, text) =>
                new
                {
                    kind = "idea",
                    text,
                    group = "politics",
                }
        );
        Adds(coordinator, Scheduling, $"{api}/venues", "name", (_, text) => new { name = text, capacity = 20 });
        Adds(coordinator, Scheduling, $"{api}/moderators", "name", (_, text) => new { name = text });
        Adds(
            coordinator,
            Scheduling,
            $"{api}/mandates/{process.Mandate}/budget/items",
            "text",
            (_, text) => new { position = "material", text }
        );
        events = Adds(
            coordinator,
            Scheduling,
            $"{api}/events",
            "title",
            (number, text) =>
                new
                {
                    kind = "hearing",
                    mandateId = process.Mandate,
                    title = text,
                    start = $"{firstDay.AddDays(number):yyyy-MM-dd}T17:00",
                    end = $"{firstDay.AddDays(number):yyyy-MM-dd}T19:00",
                }
        );
        Adds(coordinator, Drafted, $"{concept}/milestones", "title", (_, text) => new { title = text });
        all.Add(new Changer(coordinator, Participation, $"{api}/organisations/{organisation["id"]}", organisation, $"O {mark}", "name"));
        all.Add(new Changer(process.Editor, Drafted, $"{concept}/sections/{chapter["key"]}", chapter, mark, "markdown"));
        all.Add(name = new("platform.operator", Identity, $"/api/v1/tenants/{process.Tenant}", tenant, mark, "name", part: "description"));

        Adder Adds(string client, string service, string list, string field, Func<int, string, object> body)
        {
            var adder = new Adder(client, service, list, mark, field, body);
            all.Add(adder);
            return adder;
        }
    }
}
