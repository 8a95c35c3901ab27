using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_report(ParticipationService service)
{
    static async Task<MyReportDto> MineAsync(Given given, HttpClient who) =>
        (await who.GetAsync(given.Moderation("/reports/mine")).ReadAsync<Page<MyReportDto>>()).Items.ShouldHaveSingleItem();

    [Fact]
    public async Task Reports_of_one_thing_are_one_case_and_each_learns_what_came_of_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (first, second) = (service.As(given.Tenant, "participant"), service.As(given.Tenant, "editor"));
        var made = await given.ContributeAsync("Werbung für Gardinen");
        await given.ReportAsync(first, made.Id, kind: ReasonKind.Advertising).ReadAsync();
        await given.ReportAsync(second, made.Id, kind: ReasonKind.Other, text: "Passt nicht hierher").ReadAsync();

        var one = (await given.QueueAsync()).ShouldHaveSingleItem();
        (one.Kind, one.Reports).ShouldBe((CaseKind.Reported, 2));
        var whole = await given.Moderator.GetAsync(given.Moderation($"/{one.Id}")).ReadAsync<ModerationCaseDetailDto>();
        whole
            .Reports.Select(row => (row.Kind, row.Text))
            .ShouldBe([(ReasonKind.Advertising, null), (ReasonKind.Other, "Passt nicht hierher")]);
        (whole.Text, whole.TopicArea, whole.Steps.Count).ShouldBe(("Werbung für Gardinen", "Bildung", 2));
        (await given.ListAsync(first)).ShouldNotBeEmpty("a report alone hides nothing");
        (await MineAsync(given, first)).Outcome.ShouldBe(ReportOutcome.Waiting);
        (await given.Participant.GetAsync(given.Moderation("/mine")).ReadAsync())["items"]!
            .AsArray()
            .ShouldBeEmpty("its author is not told of reports");

        await given.DecideAsync(given.Moderator, one, CaseDecision.Hide).ProblemAsync(400, "validation");
        await given.DecideAsync(given.Moderator, one, CaseDecision.Publish).ProblemAsync(422, "decision-not-possible");
        await given.DecideAsync(given.Moderator, one, CaseDecision.Hide, ReasonKind.Advertising).ReadAsync();
        (await MineAsync(given, first)).Outcome.ShouldBe(ReportOutcome.Hidden);
        (await MineAsync(given, second)).Outcome.ShouldBe(ReportOutcome.Hidden);
        (await given.QueueAsync("?caseState=decided")).Select(row => row.Outcome).ShouldBe([CaseOutcome.Hidden]);
    }

    [Fact]
    public async Task What_stays_stays_and_can_be_reported_by_others_later()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = service.As(given.Tenant, "participant");
        var made = await given.ContributeAsync();
        var comment = await given.SayAsync(given.Participant, made.Id, "Unsinn").ReadAsync<CommentDto>();
        await given.ReportAsync(other, made.Id, comment.Id).ReadAsync();
        var one = (await given.QueueAsync("?item=comment")).ShouldHaveSingleItem();
        await given.DecideAsync(given.Moderator, one, CaseDecision.RejectReports).ReadAsync();
        (await MineAsync(given, other)).Outcome.ShouldBe(ReportOutcome.Stays);
        (await given.CommentsAsync(other, made.Id)).Single().Text.ShouldBe("Unsinn");
        await given.ReportAsync(other, made.Id, comment.Id).ProblemAsync(409, "reported-already");
        await given.ReportAsync(service.As(given.Tenant, "participant"), made.Id, comment.Id).ReadAsync();
        (await given.QueueAsync()).Single().Id.ShouldNotBe(one.Id);
    }

    [Fact]
    public async Task Once_not_of_ones_own_and_with_words_where_nothing_else_fits()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = service.As(given.Tenant, "participant");
        var made = await given.ContributeAsync();
        await given.ReportAsync(given.Participant, made.Id).ProblemAsync(422, "own-item");
        await given.ReportAsync(other, made.Id, kind: ReasonKind.Other, text: "  ").ProblemAsync(400, "validation");
        await given.ReportAsync(other, made.Id, text: new('x', 1001)).ProblemAsync(400, "validation");
        await given.ReportAsync(other, Guid.CreateVersion7()).ProblemAsync(422, "item-unknown");
        await given.ReportAsync(service.As(given.Tenant, "check-in-helper"), made.Id).ProblemAsync(403, "forbidden");

        var at = given.Moderation("/reports");
        var report = new ReportItem(made.Id, ReasonKind.Hate);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(number => other.SendAsync(HttpMethod.Post, at, report, idempotencyKey: $"k{number % 2}"))
        );
        answers.Where(answer => !answer.IsSuccessStatusCode).ShouldAllBe(answer => (int)answer.StatusCode == 409);
        (await given.QueueAsync()).Single().Reports.ShouldBe(1);
        await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => given.ReportAsync(service.As(given.Tenant, "participant"), made.Id).ReadAsync())
        );
        (await given.QueueAsync()).Single().Reports.ShouldBe(6, "one case, also of those that come at once");
    }

    [Fact]
    public async Task Taken_back_before_it_is_decided_it_is_gone_from_the_queue()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = service.As(given.Tenant, "participant");
        var (made, stays) = (await given.ContributeAsync("Bereut"), await given.ContributeAsync("Bleibt"));
        var comment = await given.SayAsync(given.Participant, stays.Id, "Auch bereut").ReadAsync<CommentDto>();
        await given.ReportAsync(other, made.Id).ReadAsync();
        await given.ReportAsync(other, stays.Id, comment.Id).ReadAsync();
        var open = await given.QueueAsync();
        await given.Participant.DeleteAsync(given.Of(made.Id)).ReadNothingAsync();
        await given.Participant.DeleteAsync($"{given.Of(stays.Id)}/comments/{comment.Id}").ReadNothingAsync();

        (await given.QueueAsync()).ShouldBeEmpty();
        (await other.GetAsync(given.Moderation("/reports/mine")).ReadAsync<Page<MyReportDto>>()).Items.ShouldAllBe(row =>
            row.Outcome == ReportOutcome.Gone
        );
        await given.DecideAsync(given.Moderator, open[0], CaseDecision.Hide, ReasonKind.Insult).ProblemAsync(409, "case-decided");
        var whole = await given.Moderator.GetAsync(given.Moderation($"/{open[0].Id}")).ReadAsync<ModerationCaseDetailDto>();
        whole.Text.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_reported_stays_as_it_is_until_somebody_has_looked()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = service.As(given.Tenant, "participant");
        var made = await given.ContributeAsync("Ein böses Wort");
        var comment = await given.SayAsync(given.Participant, made.Id, "Noch eins").ReadAsync<CommentDto>();
        await given.ReportAsync(other, made.Id).ReadAsync();
        await given.ReportAsync(other, made.Id, comment.Id).ReadAsync();
        await given
            .Participant.SendAsync(
                HttpMethod.Put,
                $"{given.Of(made.Id)}/comments/{comment.Id}",
                new EditComment("Harmlos"),
                comment.Version
            )
            .ProblemAsync(409, "item-reported");
        var stands = await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<Contributions.ContributionDto>();
        await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new Wordings.EditContribution("Harmlos"), stands.Version)
            .ProblemAsync(409, "item-reported");
    }
}
