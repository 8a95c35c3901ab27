using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_appeal(ParticipationService service)
{
    static Task<HttpResponseMessage> AppealAsync(Given given, HttpClient who, Guid id, string text = "Das war nicht so gemeint") =>
        who.SendAsync(HttpMethod.Post, given.Moderation($"/{id}/appeal"), new AppealText(text));

    [Fact]
    public async Task Another_person_decides_and_the_author_sees_what_came_of_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync("Scharf, aber sachlich");
        var hidden = await given.HideAsync(given.Moderator, made.Id).ReadAsync<ModerationCaseDto>();
        await AppealAsync(given, service.As(given.Tenant, "participant"), hidden.Id).ProblemAsync(404, "not-found");
        await AppealAsync(given, given.Participant, hidden.Id, " ").ProblemAsync(400, "validation");
        await AppealAsync(given, given.Participant, hidden.Id, new('x', 2001)).ProblemAsync(400, "validation");
        var both = await Task.WhenAll(AppealAsync(given, given.Participant, hidden.Id), AppealAsync(given, given.Participant, hidden.Id));
        both.Select(answer => (int)answer.StatusCode).Order().ShouldBe([201, 409]);
        await AppealAsync(given, given.Participant, hidden.Id).ProblemAsync(409, "appealed-already");
        (await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Moderation!.Appeal.ShouldBe(AppealState.Waiting);

        var appeal = (await given.QueueAsync("?caseKind=appealed")).ShouldHaveSingleItem();
        (appeal.AppealText, appeal.DecidableFrom is not null).ShouldBe(("Das war nicht so gemeint", true));
        appeal.Possible.ShouldBe([CaseDecision.Restore, CaseDecision.RejectAppeal]);
        (await given.DecideAsync(given.Moderator, appeal, CaseDecision.Restore).ProblemAsync(403, "appeal-needs-another"))["from"]
            .ShouldNotBeNull();
        var first = (await given.QueueAsync("?caseState=decided")).Single();
        await given.DecideAsync(given.Coordinator, first, CaseDecision.Restore).ProblemAsync(422, "decision-not-possible");
        await given.DecideAsync(given.Coordinator, appeal, CaseDecision.Restore).ReadAsync();
        (await given.ListAsync(given.Participant)).Single().Moderation.ShouldBeNull();
        var mine = await given.Participant.GetAsync(given.Moderation("/mine")).ReadAsync<Page<MyModeratedItemDto>>();
        mine.Items.Select(row => (row.Id, row.Outcome)).ShouldBe([(hidden.Id, CaseOutcome.Restored)]);
        await AppealAsync(given, given.Participant, hidden.Id).ProblemAsync(409, "nothing-to-appeal");
    }

    [Fact]
    public async Task What_is_rejected_stays_hidden_with_an_answer()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var hidden = await given.HideAsync(given.Coordinator, made.Id).ReadAsync<ModerationCaseDto>();
        await AppealAsync(given, given.Participant, hidden.Id).ReadAsync();
        var appeal = (await given.QueueAsync()).Single();
        await given.DecideAsync(given.Moderator, appeal, CaseDecision.RejectAppeal, text: "Es bleibt dabei.").ReadAsync();
        var own = await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        (own.State, own.Moderation!.Appeal, own.Moderation.AppealAnswer, own.Moderation.MayAppeal).ShouldBe(
            (ContributionState.Hidden, AppealState.Rejected, "Es bleibt dabei.", false)
        );
    }

    [Fact]
    public async Task Where_nobody_else_does_whoever_decided_may_after_a_week()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var hidden = await given.HideAsync(given.Moderator, made.Id).ReadAsync<ModerationCaseDto>();
        await AppealAsync(given, given.Participant, hidden.Id).ReadAsync();
        await Database.SetTimesAsync(
            service.AdminConnection,
            "moderation_cases",
            $"tenant = '{given.Tenant}' and kind = 'Appealed'",
            ("opened_at", TimeSpan.FromDays(-7.01))
        );
        var appeal = (await given.QueueAsync()).Single();
        appeal.DecidableFrom.ShouldBeNull();
        await given.DecideAsync(given.Moderator, appeal, CaseDecision.Restore).ReadAsync();
    }

    [Fact]
    public async Task Who_is_blocked_can_read_and_appeal_and_is_told_until_when()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = service.As(given.Tenant, "participant");
        var made = await given.ContributeAsync("Hetze");
        var hidden = await given.HideAsync(given.Moderator, made.Id).ReadAsync<ModerationCaseDto>();
        var at = given.Moderation($"/{hidden.Id}/block");
        var until = TimeProvider.System.GetUtcNow().AddDays(14);
        var wish = new BlockAuthor(ReasonKind.Hate, "Bitte achten Sie andere.", until);
        await given.Moderator.SendAsync(HttpMethod.Post, at, wish with { Until = until.AddDays(-15) }).ProblemAsync(400, "validation");
        await given.Moderator.SendAsync(HttpMethod.Post, at, new BlockAuthor(ReasonKind.Other)).ProblemAsync(400, "validation");
        await other.SendAsync(HttpMethod.Post, at, wish).ProblemAsync(403, "forbidden");
        var block = await given.Moderator.SendAsync(HttpMethod.Post, at, wish).ReadAsync<BlockDto>();
        block.Person.ShouldBeNull("moderators block by what was written, not by name");

        var problem = await given
            .Participant.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(Contracts.ContributionKind.Need, "Noch etwas", Contracts.StakeholderGroup.CivilSociety)
            )
            .ProblemAsync(403, "contributing-blocked");
        (problem["reason"]!.GetValue<string>(), problem["mayAppeal"]!.GetValue<bool>(), problem["until"] is not null).ShouldBe(
            ("hate", true, true)
        );
        var others = await other
            .SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(Contracts.ContributionKind.Need, "Von anderen", Contracts.StakeholderGroup.CivilSociety)
            )
            .ReadAsync<ContributionDto>();
        await given.SayAsync(given.Participant, others.Id, "Noch etwas").ProblemAsync(403, "contributing-blocked");
        (await given.ListAsync(given.Participant)).ShouldHaveSingleItem("reading stays");
        await other.GetAsync(given.Moderation("/blocks/mine")).ProblemAsync(404, "not-found");

        await given.Participant.SendAsync(HttpMethod.Post, given.Moderation("/blocks/mine/appeal"), new AppealText("Bitte")).ReadAsync();
        await given
            .Participant.SendAsync(HttpMethod.Post, given.Moderation("/blocks/mine/appeal"), new AppealText("Bitte"))
            .ProblemAsync(409, "appealed-already");
        var mine = await given.Participant.GetAsync(given.Moderation("/blocks/mine")).ReadAsync<MyBlockDto>();
        (mine.Reason, mine.ReasonText, mine.MayAppeal, mine.Appeal).ShouldBe(
            (ReasonKind.Hate, "Bitte achten Sie andere.", false, AppealState.Waiting)
        );
        var appeal = (await given.QueueAsync("?item=block")).ShouldHaveSingleItem();
        await given.DecideAsync(given.Moderator, appeal, CaseDecision.Restore).ProblemAsync(403, "appeal-needs-another");
        var whole = await given.Coordinator.GetAsync(given.Moderation($"/{appeal.Id}")).ReadAsync<ModerationCaseDetailDto>();
        (whole.Block!.Id, whole.Block.InForce, whole.Block.Person is not null).ShouldBe((block.Id, true, true));
        await given.DecideAsync(given.Coordinator, appeal, CaseDecision.Restore).ReadAsync();
        await given.SayAsync(given.Participant, others.Id, "Danke").ReadAsync();
    }

    [Fact]
    public async Task A_block_ends_by_itself_or_is_lifted_once()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given.ReportAsync(service.As(given.Tenant, "participant"), made.Id).ReadAsync();
        var one = (await given.QueueAsync()).Single();
        var at = given.Moderation($"/{one.Id}/block");
        var block = await given.Moderator.SendAsync(HttpMethod.Post, at, new BlockAuthor(ReasonKind.Advertising)).ReadAsync<BlockDto>();
        block.Until.ShouldBeNull("for good");
        await given.SayAsync(given.Participant, made.Id, "Gesperrt").ProblemAsync(403, "contributing-blocked");
        var lift = given.Moderation($"/blocks/{block.Id}/lift");
        await given.Moderator.SendAsync(HttpMethod.Post, lift, null).ProblemAsync(428, "if-match-missing");
        await given.Moderator.SendAsync(HttpMethod.Post, lift, null, block.Version + 1).ProblemAsync(412, "changed-meanwhile");
        var lifted = await given.Moderator.SendAsync(HttpMethod.Post, lift, null, block.Version).ReadAsync<BlockDto>();
        lifted.InForce.ShouldBeFalse();
        await given.Moderator.SendAsync(HttpMethod.Post, lift, null, lifted.Version).ProblemAsync(409, "block-over");
        await given.SayAsync(given.Participant, made.Id, "Wieder da").ReadAsync();

        var again = await given
            .Moderator.SendAsync(
                HttpMethod.Post,
                at,
                new BlockAuthor(ReasonKind.Advertising, Until: TimeProvider.System.GetUtcNow().AddDays(1))
            )
            .ReadAsync<BlockDto>();
        again.Id.ShouldBe(block.Id, "one row per person");
        await Database.SetTimesAsync(
            service.AdminConnection,
            "moderation_blocks",
            $"id = '{block.Id}'",
            ("until", TimeSpan.FromSeconds(-1))
        );
        await given.SayAsync(given.Participant, made.Id, "Vorbei").ReadAsync();
        (await given.Coordinator.GetAsync(given.Moderation("/blocks")).ReadAsync<Page<BlockDto>>()).Items.Single().InForce.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_words_or_block()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var own = await given.SayAsync(given.Moderator, made.Id, "Unter uns").ReadAsync<Comments.CommentDto>();
        await given.ReportAsync(given.Participant, made.Id, own.Id).ReadAsync();
        var one = (await given.QueueAsync()).Single();
        one.Possible.ShouldBeEmpty();
        await given.DecideAsync(given.Moderator, one, CaseDecision.RejectReports).ProblemAsync(403, "own-case");
        var hidden = await given.DecideAsync(given.Coordinator, one, CaseDecision.Hide, ReasonKind.Insult).ReadAsync<ModerationCaseDto>();
        await given.DecideAsync(given.Moderator, hidden, CaseDecision.Restore).ProblemAsync(403, "own-case");

        var at = given.Moderation($"/{one.Id}/block");
        var block = await given.Coordinator.SendAsync(HttpMethod.Post, at, new BlockAuthor(ReasonKind.Insult)).ReadAsync<BlockDto>();
        var lift = given.Moderation($"/blocks/{block.Id}/lift");
        await given.Moderator.SendAsync(HttpMethod.Post, lift, null, block.Version).ProblemAsync(403, "own-case");
    }

    [Fact]
    public async Task What_was_taken_back_can_not_be_appealed_and_keeps_no_case_open()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var comment = await given.SayAsync(given.Participant, made.Id, "Ach was").ReadAsync<Comments.CommentDto>();
        var hidden = await given.HideAsync(given.Moderator, made.Id, comment.Id).ReadAsync<ModerationCaseDto>();
        var seen = (await given.CommentsAsync(given.Participant, made.Id)).Single();
        (
            await given.Participant.SendAsync(HttpMethod.Delete, $"{given.Of(made.Id)}/comments/{comment.Id}", null, seen.Version)
        ).IsSuccessStatusCode.ShouldBeTrue();
        await AppealAsync(given, given.Participant, hidden.Id).ProblemAsync(409, "nothing-to-appeal");
        (await given.QueueAsync()).ShouldBeEmpty();
        (await given.QueueAsync("?caseState=decided")).Single().Outcome.ShouldBe(CaseOutcome.Gone);
    }

    [Fact]
    public async Task An_appeal_outlives_its_block_and_is_not_lost_when_the_same_person_blocks_again()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var hidden = await given.HideAsync(given.Moderator, made.Id).ReadAsync<ModerationCaseDto>();
        var at = given.Moderation($"/{hidden.Id}/block");
        var wish = new BlockAuthor(ReasonKind.Insult, Until: TimeProvider.System.GetUtcNow().AddDays(1));
        var block = await given.Moderator.SendAsync(HttpMethod.Post, at, wish).ReadAsync<BlockDto>();
        await given.Participant.SendAsync(HttpMethod.Post, given.Moderation("/blocks/mine/appeal"), new AppealText("Bitte")).ReadAsync();
        await given.Moderator.SendAsync(HttpMethod.Post, at, wish).ProblemAsync(403, "appeal-needs-another");

        await Database.SetTimesAsync(
            service.AdminConnection,
            "moderation_blocks",
            $"id = '{block.Id}'",
            ("until", TimeSpan.FromSeconds(-1))
        );
        var appeal = (await given.QueueAsync("?item=block")).ShouldHaveSingleItem();
        await given.DecideAsync(given.Coordinator, appeal, CaseDecision.Restore).ReadAsync();
    }
}
