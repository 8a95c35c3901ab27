using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>What is held or hidden is there for its author and for moderators, and for nobody else, whatever they ask.</summary>
public sealed class When_moderation_hides(ParticipationService service)
{
    [Fact]
    public async Task Nobody_else_finds_a_hidden_contribution_anywhere()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = service.As(given.Tenant, "participant");
        var made = await given.ContributeAsync("Beschimpfung der Nachbarschaft");
        await given.SayAsync(other, made.Id, "Das geht nicht").ReadAsync();
        await given.GivePointsAsync(other, (made.Id, 4)).ReadAsync();
        await other.SendAsync(HttpMethod.Put, $"{given.Of(made.Id)}/support", null).ReadAsync();

        await given.HideAsync(given.Moderator, made.Id, text: "Bitte bleiben Sie sachlich.").ReadAsync();

        (await given.ListAsync(other)).ShouldBeEmpty();
        (await given.ListAsync(given.Moderator)).ShouldBeEmpty("it counts nowhere, also for those who see it");
        (await given.ListAsync(other, "?q=Beschimpfung")).ShouldBeEmpty();
        (await given.ListAsync(given.Participant, "?mine=true")).ShouldBeEmpty();
        (await other.GetAsync($"{given.Area}/contributions/similar?text=Beschimpfung der Nachbarschaft").ReadAsync())
            .AsArray()
            .ShouldBeEmpty();
        await other.GetAsync(given.Of(made.Id)).ProblemAsync(404, "not-found");
        await other.GetAsync($"{given.Of(made.Id)}/history").ProblemAsync(404, "not-found");
        await other.GetAsync($"{given.Of(made.Id)}/comments").ProblemAsync(404, "not-found");
        await given.SayAsync(other, made.Id, "Noch etwas").ProblemAsync(404, "not-found");
        await other.SendAsync(HttpMethod.Put, $"{given.Of(made.Id)}/support", null).ProblemAsync(404, "not-found");
        await other.DeleteAsync(given.Of(made.Id)).ProblemAsync(404, "not-found");
        await given.ReportAsync(other, made.Id).ProblemAsync(422, "item-unknown");
        await given.GivePointsAsync(other, (made.Id, 1)).ProblemAsync(422, "points-misplaced");
        (await other.GetAsync($"{given.Area}/points").ReadAsync())["left"]!.GetValue<int>().ShouldBe(10, "points to it are free again");
        var record = await given.RecordAsync();
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(made.Id), record.Version)
            .ProblemAsync(422, "contribution-unknown");
        (await other.TaskKindsAsync(given.Tenant, "participation")).ShouldNotContain(ServiceDefaults.Tasks.TaskKind.GivePoints);

        await given.ConcludeAsync();
        (await service.PublishedAsync<TopicAreaConcluded>(given.Tenant)).SelectMany(fact => fact.Contributions).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_author_and_moderators_see_it_and_why()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync("Beschimpfung");
        await given.HideAsync(given.Moderator, made.Id, text: "Bitte sachlich.").ReadAsync();

        var own = await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        (own.State, own.Text, own.Moderation!.Reason, own.Moderation.ReasonText, own.Moderation.MayAppeal).ShouldBe(
            (ContributionState.Hidden, "Beschimpfung", ReasonKind.Insult, "Bitte sachlich.", true)
        );
        var mine = (
            await given.Participant.GetAsync($"/api/v1/{given.Tenant}/contributions/mine").ReadAsync<Page<MyContributionDto>>()
        ).Items.ShouldHaveSingleItem();
        (mine.State, mine.Moderation!.CaseId).ShouldBe((MyContributionState.Hidden, own.Moderation.CaseId));
        var seen = await given.Coordinator.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        (seen.State, seen.Moderation!.MayAppeal).ShouldBe((ContributionState.Hidden, false));
        await given.SayAsync(given.Participant, made.Id, "Aber").ProblemAsync(409, "item-hidden");
        await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new EditContribution("Sachlich"), own.Version)
            .ProblemAsync(409, "item-hidden");
        await given.HideAsync(given.Moderator, made.Id).ProblemAsync(409, "item-hidden");
        await given.Participant.DeleteAsync(given.Of(made.Id)).ReadNothingAsync();
        (await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from contributions where id = '{made.Id}'")).ShouldBe(0L);
    }

    [Fact]
    public async Task Restored_it_is_found_again_with_what_it_had()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = service.As(given.Tenant, "participant");
        var made = await given.ContributeAsync("Sprachkurse am Abend");
        await given.GivePointsAsync(other, (made.Id, 4)).ReadAsync();
        var hidden = await given.HideAsync(given.Moderator, made.Id).ReadAsync<ModerationCaseDto>();
        hidden.Possible.ShouldBe([CaseDecision.Restore]);

        await given.DecideAsync(given.Moderator, hidden, CaseDecision.Publish).ProblemAsync(422, "decision-not-possible");
        var restored = await given.DecideAsync(given.Moderator, hidden, CaseDecision.Restore).ReadAsync<ModerationCaseDto>();
        restored.Outcome.ShouldBe(CaseOutcome.Restored);
        await given.ClosePrioritisationAsync();
        (await given.ListAsync(other, "?q=Sprachkurs"))
            .Select(row => (row.Id, row.Points, row.State))
            .ShouldBe([(made.Id, (int?)4, ContributionState.Standing)]);
        await given.DecideAsync(given.Moderator, restored, CaseDecision.Restore).ProblemAsync(409, "case-decided");
    }

    [Fact]
    public async Task A_hidden_comment_leaves_its_place_to_its_answers_and_no_words()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = service.As(given.Tenant, "participant");
        var made = await given.ContributeAsync();
        var top = await given.SayAsync(given.Participant, made.Id, "Geheime Telefonnummer").ReadAsync<CommentDto>();
        var answer = await given.SayAsync(other, made.Id, "Bitte nicht hier", top.Id).ReadAsync<CommentDto>();
        var alone = await given.SayAsync(given.Participant, made.Id, "Noch eine Nummer").ReadAsync<CommentDto>();
        await given.HideAsync(given.Moderator, made.Id, top.Id, ReasonKind.PersonalData).ReadAsync();
        await given.HideAsync(given.Coordinator, made.Id, alone.Id, ReasonKind.PersonalData).ReadAsync();

        (await given.CommentsAsync(other, made.Id))
            .Select(row => (row.Id, row.Text, row.State, row.Replies))
            .ShouldBe([(top.Id, "", CommentState.Hidden, 1)]);
        (await given.CommentsAsync(other, made.Id, $"/{top.Id}/replies")).Select(row => row.Id).ShouldBe([answer.Id]);
        await other.GetAsync($"{given.Of(made.Id)}/comments/{alone.Id}").ProblemAsync(404, "not-found");
        (await other.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Comments.ShouldBe(1);
        await given.SayAsync(other, made.Id, "Auf Verborgenes", top.Id).ProblemAsync(422, "parent-unknown");
        var own = await given.CommentsAsync(given.Participant, made.Id);
        own.Select(row => row.Text).ShouldBe(["Geheime Telefonnummer", "Noch eine Nummer"]);
        own[0].Moderation!.Reason.ShouldBe(ReasonKind.PersonalData);

        // The answer is hidden, too; then nothing is left to see.
        var last = await given.HideAsync(given.Moderator, made.Id, answer.Id).ReadAsync<ModerationCaseDto>();
        (await given.CommentsAsync(service.As(given.Tenant, "editor"), made.Id)).ShouldBeEmpty();
        (await given.CommentsAsync(given.Moderator, made.Id))
            .Select(row => (row.Text, row.Replies))
            .ShouldBe([("Geheime Telefonnummer", 0), ("Noch eine Nummer", 0)]);
        await given.DecideAsync(given.Moderator, last, CaseDecision.Restore).ReadAsync();
        (await given.CommentsAsync(other, made.Id)).Single().Replies.ShouldBe(1);
        (await other.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Comments.ShouldBe(1);
        await given.Participant.DeleteAsync($"{given.Of(made.Id)}/comments/{alone.Id}").ReadNothingAsync();
        (await other.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Comments.ShouldBe(1, "a hidden one was not counted");
    }

    [Fact]
    public async Task A_merged_one_can_be_hidden_and_comes_back_merged()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (goes, stays) = (await given.ContributeAsync("Geht"), await given.ContributeAsync("Bleibt"));
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Of(goes.Id)}/merge", new { into = stays.Id }).ReadAsync();
        var other = service.As(given.Tenant, "participant");
        var hidden = await given.HideAsync(given.Moderator, goes.Id).ReadAsync<ModerationCaseDto>();
        await other.GetAsync(given.Of(goes.Id)).ProblemAsync(404, "not-found");
        await given.DecideAsync(given.Moderator, hidden, CaseDecision.Restore).ReadAsync();
        (await other.GetAsync(given.Of(goes.Id)).ReadAsync<ContributionDto>()).State.ShouldBe(ContributionState.Merged);
        (await given.ListAsync(other)).Select(row => row.Id).ShouldBe([stays.Id]);
    }

    [Fact]
    public async Task A_record_keeps_what_it_cited_and_a_reason_is_needed()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given.RecordAsync(made.Id);
        await given.HideAsync(given.Moderator, made.Id, reason: ReasonKind.Other).ProblemAsync(400, "validation");
        await given.HideAsync(given.Moderator, made.Id, text: new('x', 1001)).ProblemAsync(400, "validation");
        await given.HideAsync(given.Moderator, Guid.CreateVersion7()).ProblemAsync(422, "item-unknown");
        await given.HideAsync(given.Moderator, made.Id, Guid.CreateVersion7()).ProblemAsync(422, "item-unknown");
        await given.HideAsync(given.Participant, made.Id).ProblemAsync(403, "forbidden");
        await given.HideAsync(service.As(given.Tenant, "editor"), made.Id).ProblemAsync(403, "forbidden");
        await given.HideAsync(given.Moderator, made.Id).ReadAsync();
        (await given.RecordAsync(made.Id)).Needs.Single().ContributionIds.ShouldBe([made.Id]);
    }

    [Fact]
    public async Task A_foreign_Landkreis_sees_and_hides_nothing()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given.ReportAsync(service.As(given.Tenant, "participant"), made.Id).ReadAsync();
        var one = (await given.QueueAsync()).ShouldHaveSingleItem();
        var elsewhere = await Given.AnOpenTopicAreaAsync(service);

        (await elsewhere.QueueAsync()).ShouldBeEmpty();
        (await elsewhere.Coordinator.GetAsync(elsewhere.Moderation("/log")).ReadAsync())["items"]!.AsArray().ShouldBeEmpty();
        await elsewhere.Moderator.GetAsync(elsewhere.Moderation($"/{one.Id}")).ProblemAsync(404, "not-found");
        await elsewhere.DecideAsync(elsewhere.Moderator, one, CaseDecision.Hide, ReasonKind.Insult).ProblemAsync(404, "not-found");
        await elsewhere.HideAsync(elsewhere.Moderator, made.Id).ProblemAsync(422, "item-unknown");
        await elsewhere.ReportAsync(elsewhere.Participant, made.Id).ProblemAsync(422, "item-unknown");
        await elsewhere
            .Moderator.SendAsync(HttpMethod.Post, elsewhere.Moderation($"/{one.Id}/claim"), new ClaimCase())
            .ProblemAsync(404, "not-found");
        await elsewhere
            .Moderator.SendAsync(HttpMethod.Post, elsewhere.Moderation($"/{one.Id}/block"), new BlockAuthor(ReasonKind.Hate))
            .ProblemAsync(404, "not-found");
        await elsewhere.Moderator.GetAsync(given.Moderation()).ProblemAsync(404, "not-found");
        await elsewhere
            .Participant.SendAsync(HttpMethod.Post, elsewhere.Moderation($"/{one.Id}/appeal"), new AppealText("Fremd"))
            .ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Points_in_the_same_moment_are_given_before_it_or_refused()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var givers = Enumerable.Range(0, 6).Select(_ => service.As(given.Tenant, "participant")).ToList();
        var points = givers.Select(giver => given.GivePointsAsync(giver, (made.Id, 2)));
        var hide = given.HideAsync(given.Moderator, made.Id);
        var answers = await Task.WhenAll(points.Append(hide));
        answers.ShouldAllBe(answer => answer.IsSuccessStatusCode || (int)answer.StatusCode == 422);
        var cases = await given.QueueAsync("?caseState=decided");
        await given.DecideAsync(given.Moderator, cases.Single(), CaseDecision.Restore).ReadAsync();
        await given.ClosePrioritisationAsync();
        (await given.ListAsync(given.Participant)).Single().Points.ShouldBe(2 * answers[..6].Count(answer => answer.IsSuccessStatusCode));
    }
}
