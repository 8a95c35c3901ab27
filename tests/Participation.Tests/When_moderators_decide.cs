using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_moderators_decide(ParticipationService service)
{
    static Task<HttpResponseMessage> ClaimAsync(Given given, HttpClient who, Guid id, bool takeOver = false) =>
        who.SendAsync(HttpMethod.Post, given.Moderation($"/{id}/claim"), new ClaimCase(takeOver));

    async Task<(Given, ModerationCaseDto)> AReportAsync()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given.ReportAsync(service.As(given.Tenant, "participant"), made.Id).ReadAsync();
        return (given, (await given.QueueAsync()).Single());
    }

    [Fact]
    public async Task Of_several_who_claim_at_once_one_gets_it()
    {
        var (given, one) = await AReportAsync();
        var moderators = Enumerable.Range(0, 5).Select(_ => service.As(given.Tenant, "moderator")).ToList();
        var answers = await Task.WhenAll(moderators.Select(moderator => ClaimAsync(given, moderator, one.Id)));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(answer => (int)answer.StatusCode == 409).ShouldBe(4);

        var first = moderators[Array.FindIndex(answers, answer => answer.IsSuccessStatusCode)];
        var claimed = await ClaimAsync(given, first, one.Id).ReadAsync<ModerationCaseDto>();
        (claimed.ClaimedByMe, claimed.TakenOver).ShouldBe((true, false));
        (claimed.ClaimedUntil!.Value - TimeProvider.System.GetUtcNow()).TotalMinutes.ShouldBeInRange(29, 30);
        await given.DecideAsync(given.Moderator, claimed, CaseDecision.RejectReports).ProblemAsync(409, "case-claimed");
        await given.Moderator.DeleteAsync(given.Moderation($"/{one.Id}/claim")).ProblemAsync(409, "case-claimed");

        var taken = await ClaimAsync(given, given.Coordinator, one.Id, takeOver: true).ReadAsync<ModerationCaseDto>();
        (taken.ClaimedByMe, taken.TakenOver).ShouldBe((true, true));
        (await ClaimAsync(given, first, one.Id).ProblemAsync(409, "case-claimed"))["claimedUntil"].ShouldNotBeNull();
        await given.Coordinator.DeleteAsync(given.Moderation($"/{one.Id}/claim")).ReadAsync();
        await ClaimAsync(given, first, one.Id).ReadAsync();
    }

    [Fact]
    public async Task A_claim_runs_out()
    {
        var (given, one) = await AReportAsync();
        await ClaimAsync(given, given.Coordinator, one.Id).ReadAsync();
        (await given.Moderator.TaskKindsAsync(given.Tenant, "participation")).ShouldNotContain(TaskKind.Moderate, "somebody is at it");
        await Database.SetTimesAsync(
            service.AdminConnection,
            "moderation_cases",
            $"id = '{one.Id}'",
            ("claimed_until", TimeSpan.FromSeconds(-1))
        );
        (await given.QueueAsync()).Single().ClaimedUntil.ShouldBeNull();
        var taken = await ClaimAsync(given, given.Moderator, one.Id).ReadAsync<ModerationCaseDto>();
        taken.TakenOver.ShouldBeTrue("all see that somebody else had begun");
        await given.DecideAsync(given.Moderator, taken, CaseDecision.RejectReports).ReadAsync();
        await ClaimAsync(given, given.Moderator, one.Id).ProblemAsync(409, "case-decided");
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_holds_and_the_other_is_told()
    {
        var (given, one) = await AReportAsync();
        var answers = await Task.WhenAll(
            given.DecideAsync(given.Moderator, one, CaseDecision.Hide, ReasonKind.Insult),
            given.DecideAsync(given.Coordinator, one, CaseDecision.RejectReports)
        );
        answers.Select(answer => (int)answer.StatusCode).Order().ShouldBe([200, 412]);
        var visible = (await given.ListAsync(given.Participant)).Count;
        visible.ShouldBe(answers[0].IsSuccessStatusCode ? 0 : 1);
        await given
            .Moderator.SendAsync(HttpMethod.Post, given.Moderation($"/{one.Id}/decision"), new DecideCase(CaseDecision.RejectReports))
            .ProblemAsync(428, "if-match-missing");
        var log = await given.Coordinator.GetAsync(given.Moderation("/log")).ReadAsync<Page<LogEntryDto>>();
        log.Items.Count(row => row.Act is ModerationAct.Hidden or ModerationAct.ReportsRejected).ShouldBe(1);
    }

    [Fact]
    public async Task The_queue_is_one_task_of_those_who_may_decide()
    {
        var (given, one) = await AReportAsync();
        var made = await given.ContributeAsync("Noch einer");
        await given.ReportAsync(service.As(given.Tenant, "participant"), made.Id).ReadAsync();
        var task = (await given.Moderator.TasksAsync(given.Tenant, "participation")).ShouldHaveSingleItem();
        (task.Kind, task.Count, task.Subject, task.Title).ShouldBe(
            (TaskKind.Moderate, 2, new(TaskSubjectType.ModerationCase, one.Id), "Moderation: 2 Fälle warten")
        );
        (await service.As(given.Tenant, "editor").TaskKindsAsync(given.Tenant, "participation")).ShouldBeEmpty();
        (await given.QueueAsync("?limit=1")).Single().Id.ShouldBe(one.Id, "who waits longest comes first");
    }

    [Fact]
    public async Task The_log_tells_all_in_order_and_never_the_words()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync("Unaussprechliches");
        await given.ReportAsync(service.As(given.Tenant, "participant"), made.Id, text: "Meldetext").ReadAsync();
        var one = (await given.QueueAsync()).Single();
        one = await ClaimAsync(given, given.Moderator, one.Id).ReadAsync<ModerationCaseDto>();
        await given.DecideAsync(given.Moderator, one, CaseDecision.Hide, ReasonKind.Hate, "Wir dulden das nicht.").ReadAsync();

        var log = await given.Coordinator.GetAsync(given.Moderation("/log")).ReadAsync<Page<LogEntryDto>>();
        log.Items.Select(row => (row.Act, row.Reason, row.Actor is not null, row.ItemId))
            .ShouldBe([
                (ModerationAct.Hidden, ReasonKind.Hate, true, made.Id),
                (ModerationAct.Claimed, null, true, made.Id),
                (ModerationAct.Reported, null, false, made.Id),
            ]);
        var first = await given.Coordinator.GetAsync(given.Moderation("/log?limit=1")).ReadAsync<Page<LogEntryDto>>();
        (await given.Coordinator.GetAsync(given.Moderation($"/log?limit=1&after={first.Next}")).ReadAsync<Page<LogEntryDto>>())
            .Items.Single()
            .Act.ShouldBe(ModerationAct.Claimed);
        (
            await given.Coordinator.GetAsync(given.Moderation($"/log?itemId={Guid.CreateVersion7()}")).ReadAsync<Page<LogEntryDto>>()
        ).Items.ShouldBeEmpty();
        await given.Moderator.GetAsync(given.Moderation("/log")).ProblemAsync(403, "forbidden");
        var said = await Database.ExecuteAsync(
            service.AdminConnection,
            $"select string_agg(row_to_json(l)::text, ' ') from moderation_log l where tenant = '{given.Tenant}'"
        );
        $"{said}".ShouldContain("Hidden");
        $"{said}".ShouldNotContain("Unaussprechliches");
        $"{said}".ShouldNotContain("Meldetext");
    }

    [Theory]
    [InlineData("update moderation_log set actor = null")]
    [InlineData("delete from moderation_log")]
    [InlineData("truncate moderation_log")]
    public async Task The_service_can_only_add_to_the_log(string change)
    {
        var (given, _) = await AReportAsync();
        await using var source = NpgsqlDataSource.Create(service.AppConnection);
        await using var connection = await source.OpenConnectionAsync();
        await using var enter = new NpgsqlCommand($"select set_config('app.tenant', '{given.Tenant}', false)", connection);
        await enter.ExecuteNonQueryAsync();
        await using var look = new NpgsqlCommand("select count(*) from moderation_log", connection);
        (await look.ExecuteScalarAsync()).ShouldBe(1L, "it sees the row that it can't change");
        await using var command = new NpgsqlCommand(change, connection);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    [Fact]
    public async Task Decisions_are_counted_and_what_was_decided_long_ago_is_forgotten()
    {
        using var meters = new Meters();
        var (given, one) = await AReportAsync();
        await given.DecideAsync(given.Moderator, one, CaseDecision.RejectReports).ReadAsync();
        meters.Sum("moderation.decisions", ("tenant", given.Tenant), ("decision", "RejectReports")).ShouldBe(1);
        var hidden = await given.HideAsync(given.Moderator, (await given.ContributeAsync("Verborgen")).Id).ReadAsync<ModerationCaseDto>();
        await Database.SetTimesAsync(
            service.AdminConnection,
            "moderation_cases",
            $"tenant = '{given.Tenant}'",
            ("decided_at", TimeSpan.FromDays(-181))
        );
        await service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/operations/participation/housekeeping", null).ReadAsync();
        (await given.QueueAsync("?caseState=decided")).Select(row => row.Id).ShouldBe([hidden.Id], "why it is hidden is still told");
        (
            await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from moderation_reports where tenant = '{given.Tenant}'")
        ).ShouldBe(0L);
        (await given.Coordinator.GetAsync(given.Moderation("/log")).ReadAsync<Page<LogEntryDto>>()).Items.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Operators_see_for_how_long_people_wait()
    {
        using var meters = new Meters();
        var (given, one) = await AReportAsync();
        await Database.SetTimesAsync(service.AdminConnection, "moderation_cases", $"id = '{one.Id}'", ("opened_at", TimeSpan.FromDays(-3)));
        double Age() => meters.Highest("moderation.oldest.age", ("tenant", given.Tenant));
        await Eventually.TrueAsync(() => Task.FromResult(Age() > 259_000), "three days are measured");
        meters.Highest("moderation.depth", ("tenant", given.Tenant)).ShouldBe(1);
        await given.DecideAsync(given.Moderator, one, CaseDecision.RejectReports).ReadAsync();
        await Eventually.TrueAsync(() => Task.FromResult(Age() == 0), "nothing waits any more");
    }
}
