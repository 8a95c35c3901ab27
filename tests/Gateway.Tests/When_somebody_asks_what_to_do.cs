using System.Diagnostics;
using Integrationskonzept.Gateway.Tasks;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_somebody_asks_what_to_do
{
    const string Path = "/api/v1/musterkreis/tasks";
    static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public async Task The_services_answers_become_one_list_and_what_is_due_first_comes_first()
    {
        await using var gateway = await StartAsync();
        Answer(gateway, "drafting", Of(TaskKind.NameOwner, 1, null), Of(TaskKind.RecordDecision, 1, Day.AddDays(3)));
        Answer(gateway, "scheduling", Of(TaskKind.HoldEvent, 1, Day), Of(TaskKind.ProposePlan, 1, null));
        Answer(gateway, "participation", Of(TaskKind.WriteRecord, 1, Day.AddDays(3)));

        var list = await ListAsync(gateway);

        list.Items.Select(task => task.Kind)
            .ShouldBe([TaskKind.HoldEvent, TaskKind.RecordDecision, TaskKind.WriteRecord, TaskKind.ProposePlan, TaskKind.NameOwner]);
        (list.Total, list.More.Count, list.Incomplete.Count).ShouldBe((5, 0, 0));
    }

    [Fact]
    public async Task A_long_list_is_bounded_and_says_of_what_there_is_more()
    {
        await using var gateway = await StartAsync();
        Answer(gateway, "drafting", Of(TaskKind.NameOwner, 45, null), Of(TaskKind.RecordDecision, 20, Day));
        Answer(gateway, "scheduling", [.. new[] { TaskKind.HoldEvent, TaskKind.FindVenue, TaskKind.ProposePlan }.Select(Twenty)]);
        Answer(gateway, "participation", Twenty(TaskKind.WriteRecord));

        var list = await ListAsync(gateway);

        (list.Items.Count, list.Total).ShouldBe((100, 145));
        list.More.ShouldBe([new(TaskKind.NameOwner, 45)]);

        static TasksOfKind Twenty(TaskKind kind) => Of(kind, 20, Day);
    }

    [Fact]
    public async Task A_service_that_is_away_or_silent_is_named_and_hides_nothing_of_the_others()
    {
        await using var gateway = await StartAsync("drafting", patience: "00:00:02");
        using var meters = new Meters();
        Answer(gateway, "participation", Of(TaskKind.WriteRecord, 1, Day));
        gateway.Services["scheduling"].Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);

        // On a busy machine another one may answer too late once.
        var list = await Eventually.GetAsync(
            async () => await ListAsync(gateway) is { Items.Count: 1 } some ? some : null,
            "the one that answers is heard"
        );

        list.Items[0].Kind.ShouldBe(TaskKind.WriteRecord);
        list.Incomplete.ShouldBe(["drafting", "scheduling"]);
        meters.Sum("tasks.missing", ("service", "scheduling"), ("tenant", "musterkreis")).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_service_that_is_confused_or_could_not_find_all_is_named()
    {
        await using var gateway = await StartAsync();
        Answer(gateway, "drafting");
        Answer(gateway, "participation", Of(TaskKind.WriteRecord, 1, Day));
        gateway.Services["scheduling"].Answer = http => http.Response.WriteAsync("no JSON");
        (await ListAsync(gateway)).Incomplete.ShouldBe(["scheduling"]);

        Answer(gateway, "scheduling", isIncomplete: true, Of(TaskKind.HoldEvent, 1, Day));
        var list = await ListAsync(gateway);
        list.Incomplete.ShouldBe(["scheduling"]);
        list.Items.Count.ShouldBe(2, "what a service could find is shown");
    }

    [Fact]
    public async Task Services_are_asked_as_the_caller_in_their_language_within_the_trace()
    {
        await using var gateway = await StartAsync();
        var asked = new List<(string Path, string Token, string Language, string Trace)>();
        foreach (var service in gateway.Services.Values)
            service.Answer = http =>
            {
                var headers = http.Request.Headers;
                lock (asked)
                    asked.Add(
                        (
                            http.Request.Path,
                            headers.Authorization.ToString(),
                            headers.AcceptLanguage.ToString(),
                            headers.TraceParent.ToString()
                        )
                    );
                return WriteAsync(http, new([], false));
            };
        using var caller = new Activity("caller") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        using var client = gateway.Client(gateway.Issuer.Token(["musterkreis:participant"]));
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, de;q=0.5");

        using var answer = await client.GetAsync(Path);

        answer.Content.Headers.ContentLanguage.ShouldBe(["en"]);
        asked.Select(request => request.Path).Order().ShouldBe([$"{Path}/drafting", $"{Path}/participation", $"{Path}/scheduling"]);
        asked.ShouldAllBe(request => request.Token == client.DefaultRequestHeaders.Authorization!.ToString() && request.Language == "en");
        asked.ShouldAllBe(request => request.Trace.StartsWith($"00-{caller.TraceId}-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_role_there_gets_nothing_and_no_service_is_asked()
    {
        await using var gateway = await StartAsync();
        using var nobody = gateway.Client();
        using var foreign = gateway.Client(gateway.Issuer.Token(["anderer-kreis:coordinator"]));
        using var platform = gateway.Client(gateway.Issuer.Token([], isOperator: true));
        await nobody.GetAsync(Path).ProblemAsync(401, "unauthenticated");
        await foreign.GetAsync(Path).ProblemAsync(404, "not-found");
        await platform.GetAsync(Path).ProblemAsync(404, "not-found");
        gateway.Asked().ShouldBe(0);
    }

    [Fact]
    public async Task What_one_service_says_alone_is_not_to_be_had_from_outside()
    {
        await using var gateway = await StartAsync();
        using var client = gateway.Client(gateway.Issuer.Token(["musterkreis:coordinator"]));
        await client.GetAsync($"{Path}/drafting").ProblemAsync(404, "not-found");
        gateway.Asked().ShouldBe(0);
        (await client.GetAsync("/openapi/v1.json").ReadAsync())["paths"]!
            .AsObject()
            .Select(path => path.Key)
            .ShouldBe(["/api/v1/{tenant}/my-data", "/api/v1/{tenant}/retention", "/api/v1/{tenant}/tasks"]);
    }

    /// <summary>Only where somebody is silent is patience ever at its end.</summary>
    static Task<GatewayUnderTest> StartAsync(string? away = null, string patience = "00:01:00") =>
        GatewayUnderTest.StartAsync(away: away, settings: ("Gateway:TaskPatience", patience));

    static async Task<TaskList> ListAsync(GatewayUnderTest gateway)
    {
        using var client = gateway.Client(gateway.Issuer.Token(["musterkreis:coordinator"]));
        return await client.GetAsync(Path).ReadAsync<TaskList>();
    }

    static void Answer(GatewayUnderTest gateway, string service, params TasksOfKind[] kinds) => Answer(gateway, service, false, kinds);

    static void Answer(GatewayUnderTest gateway, string service, bool isIncomplete, params TasksOfKind[] kinds) =>
        gateway.Services[service].Answer = http => WriteAsync(http, new(kinds, isIncomplete));

    static Task WriteAsync(HttpContext http, TasksOfService answer) => http.Response.WriteAsJsonAsync(answer, JsonColumn.Options);

    static TasksOfKind Of(TaskKind kind, int count, DateOnly? due) =>
        new(
            kind,
            count,
            [
                .. Enumerable
                    .Range(1, Math.Min(count, TaskQueries.Most))
                    .Select(number => new TaskDto(kind, $"{kind} {number}", new(TaskSubjectType.Event, Guid.CreateVersion7()), due)),
            ]
        );
}
