using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Merging;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_contributions_are_merged(ParticipationService service)
{
    static Task<HttpResponseMessage> MergeAsync(Given given, Guid goes, Guid stays, bool moveCitations = false, string? key = null) =>
        given.Moderator.SendAsync(
            HttpMethod.Post,
            $"{given.Of(goes)}/merge",
            new MergeContribution(stays, moveCitations),
            idempotencyKey: key
        );

    static async Task<IReadOnlyList<MyContributionDto>> MineAsync(Given given, HttpClient who) =>
        (await who.GetAsync($"/api/v1/{given.Tenant}/contributions/mine").ReadAsync<Page<MyContributionDto>>()).Items;

    static Task<ContributionDto> OfAnotherAsync(Given given, HttpClient who, string text) =>
        who.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, text, StakeholderGroup.Politics)
            )
            .ReadAsync<ContributionDto>();

    [Fact]
    public async Task Points_supports_and_comments_move_and_nobody_has_more_of_them()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (goes, stays) = (await given.ContributeAsync("Abendkurse"), await given.ContributeAsync("Kurse am Abend"));
        await given.GivePointsAsync((goes.Id, 6), (stays.Id, 4)).ReadAsync();
        await given.GivePointsAsync(given.Moderator, (goes.Id, 3)).ReadAsync();
        await given.ClosePrioritisationAsync();
        foreach (var (who, to) in new[] { (given.Moderator, goes), (given.Moderator, stays), (given.Coordinator, goes) })
            await who.PutAsync($"{given.Of(to.Id)}/support", null).ReadAsync();
        var comment = await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Of(goes.Id)}/comments", new WriteComment("Ja bitte"))
            .ReadAsync<CommentDto>();
        await given
            .Participant.SendAsync(HttpMethod.Post, $"{given.Of(goes.Id)}/comments", new WriteComment("Eben", comment.Id))
            .ReadAsync();

        var both = await MergeAsync(given, goes.Id, stays.Id).ReadAsync<ContributionDto>();
        (both.Id, both.Points, both.Supports, both.Supported, both.Comments).ShouldBe((stays.Id, 13, 2, true, 2));
        var again = await MergeAsync(given, goes.Id, stays.Id).ReadAsync<ContributionDto>();
        (again.Version, again.Points).ShouldBe((both.Version, 13), "a second time changes nothing");

        var spread = (await given.Participant.GetAsync($"{given.Area}/points").ReadAsync())["points"]!.AsArray().ShouldHaveSingleItem()!;
        spread["points"]!.GetValue<int>().ShouldBe(10);
        (await given.Participant.GetAsync($"{given.Of(stays.Id)}/comments/{comment.Id}/replies").ReadAsync<Page<CommentDto>>())
            .Items.Select(row => row.Text)
            .ShouldBe(["Eben"]);
        (await given.Participant.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>())
            .Items.Select(row => row.Id)
            .ShouldBe([stays.Id]);
        (await given.Participant.GetAsync($"{given.Area}/contributions?q=Kurse").ReadAsync<Page<ContributionDto>>())
            .Items.Select(row => row.Id)
            .ShouldBe([stays.Id]);
        var gone = await given.Participant.GetAsync(given.Of(goes.Id)).ReadAsync<ContributionDto>();
        (gone.State, gone.MergedInto, gone.Text, gone.Points).ShouldBe((ContributionState.Merged, stays.Id, "Abendkurse", 0));

        await given.ConcludeAsync();
        var source = (await service.Bus.WaitForAsync<TopicAreaConcluded>(given.Tenant)).Contributions.ShouldHaveSingleItem();
        (source.Id, source.Points).ShouldBe((stays.Id, 13));
    }

    [Fact]
    public async Task All_authors_keep_theirs_and_learn_what_became_of_it_through_every_merge()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var mine = await given.ContributeAsync("Abendkurse");
        var second = await OfAnotherAsync(given, given.Moderator, "Kurse am Abend");
        var third = await OfAnotherAsync(given, given.Coordinator, "Kurse abends");
        await MergeAsync(given, mine.Id, second.Id).ReadAsync();
        await MergeAsync(given, second.Id, third.Id).ReadAsync();
        await given.GivePointsAsync(given.Moderator, (third.Id, 4)).ReadAsync();
        await given.ClosePrioritisationAsync();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"update contributions set answer = 'TakenUp', answer_reason = 'Maßnahme 1' where id = '{third.Id}'"
        );
        foreach (var (who, id) in new[] { (given.Participant, mine.Id), (given.Moderator, second.Id) })
        {
            var row = (await MineAsync(given, who)).ShouldHaveSingleItem();
            (row.Id, row.State, row.MergedInto, row.Points, row.Answer, row.AnswerReason).ShouldBe(
                (id, MyContributionState.Merged, third.Id, 4, ContributionAnswer.TakenUp, "Maßnahme 1")
            );
        }
    }

    [Fact]
    public async Task What_the_record_cites_is_merged_only_with_its_citations()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (goes, stays) = (await given.ContributeAsync("Abendkurse"), await given.ContributeAsync("Kurse am Abend"));
        var record = await given.RecordAsync(goes.Id, stays.Id);
        await MergeAsync(given, goes.Id, stays.Id).ProblemAsync(409, "record-cites-contribution");
        (await given.Participant.GetAsync(given.Of(goes.Id)).ReadAsync<ContributionDto>()).State.ShouldBe(ContributionState.Standing);

        await MergeAsync(given, goes.Id, stays.Id, moveCitations: true).ReadAsync();
        var moved = await given.Moderator.GetAsync($"{given.Area}/record").ReadAsync<RecordDto>();
        moved.Needs.Single().ContributionIds.ShouldBe([stays.Id]);
        moved.Measures.Single().ContributionIds.ShouldBe([stays.Id]);
        (moved.Measures.Single().Id, moved.Version).ShouldBe((record.Measures.Single().Id, record.Version + 1));
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(goes.Id), moved.Version)
            .ProblemAsync(422, "contribution-unknown");
    }

    [Fact]
    public async Task What_is_merged_takes_nothing_more_and_what_stands_for_others_stays()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (mine, other) = (await given.ContributeAsync("Abendkurse"), await OfAnotherAsync(given, given.Moderator, "Kurse am Abend"));
        await MergeAsync(given, other.Id, mine.Id).ReadAsync();
        var refused = await given.Participant.PutAsync($"{given.Of(other.Id)}/support", null).ProblemAsync(409, "contribution-merged");
        refused["mergedInto"]!.GetValue<Guid>().ShouldBe(mine.Id);
        await given
            .Participant.SendAsync(HttpMethod.Post, $"{given.Of(other.Id)}/comments", new WriteComment("Zu spät"))
            .ProblemAsync(409, "contribution-merged");
        await given
            .Moderator.SendAsync(HttpMethod.Put, given.Of(other.Id), new EditContribution("Anders"), 2)
            .ProblemAsync(409, "contribution-merged");
        await given.GivePointsAsync((other.Id, 1)).ProblemAsync(422, "points-misplaced");
        await MergeAsync(given, mine.Id, other.Id).ProblemAsync(409, "contribution-merged");

        var now = await given.Participant.GetAsync(given.Of(mine.Id)).ReadAsync<ContributionDto>();
        await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(mine.Id), new EditContribution("Anders"), now.Version)
            .ProblemAsync(409, "others-have-reacted");
        await given.Participant.DeleteAsync(given.Of(mine.Id)).ProblemAsync(409, "others-merged-into-it");
        await given.Moderator.DeleteAsync(given.Of(other.Id)).ReadNothingAsync();
        (await MineAsync(given, given.Moderator)).ShouldBeEmpty("words can be taken back after a merge, too");
        await given.Participant.DeleteAsync(given.Of(mine.Id)).ReadNothingAsync();
    }

    [Fact]
    public async Task Points_given_in_the_same_moment_are_counted_once()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var stays = await given.ContributeAsync("Bleibt");
        var others = new List<ContributionDto>();
        for (var number = 0; number < 12; number++)
            others.Add(await given.ContributeAsync($"Geht {number}"));
        await Task.WhenAll(
            others.SelectMany(other =>
                new[]
                {
                    MergeAsync(given, other.Id, stays.Id, key: $"k{other.Id}"),
                    MergeAsync(given, other.Id, stays.Id, key: $"k{other.Id}"),
                    given.GivePointsAsync((other.Id, 5), (stays.Id, 5)),
                    given.GivePointsAsync(given.Moderator, (other.Id, 9)),
                    given.GivePointsAsync(given.Coordinator, (other.Id, 10)),
                    given.Participant.PutAsync($"{given.Of(other.Id)}/support", null),
                    given.Moderator.PutAsync($"{given.Of(other.Id)}/support", null),
                }
            )
        );
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"""
                select count(*) from contributions where tenant = '{given.Tenant}' and (
                    points <> (select coalesce(sum(points), 0) from points where contribution_id = id)
                    or supports <> (select count(*) from supports where contribution_id = id)
                    or (state = 'Merged') <> (id <> '{stays.Id}'))
                """
            )
        ).ShouldBe(0L);
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"""
                select count(*) from (
                    select from points where tenant = '{given.Tenant}' group by giver having sum(points) > 10
                ) as givers_of_too_many
                """
            )
        ).ShouldBe(0L);
    }

    [Fact]
    public async Task It_needs_the_right_two_contributions_and_an_open_topic_area()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (goes, stays) = (await given.ContributeAsync("Abendkurse"), await given.ContributeAsync("Kurse am Abend"));
        await given
            .Participant.SendAsync(HttpMethod.Post, $"{given.Of(goes.Id)}/merge", new MergeContribution(stays.Id))
            .ProblemAsync(403, "forbidden");
        await MergeAsync(given, goes.Id, goes.Id).ProblemAsync(422, "merged-into-itself");
        await MergeAsync(given, goes.Id, Guid.CreateVersion7()).ProblemAsync(422, "merge-target-unknown");
        await MergeAsync(given, Guid.CreateVersion7(), stays.Id).ProblemAsync(404, "not-found");
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Of(goes.Id)}/merge", new { }).ProblemAsync(400, "unreadable-request");
        var elsewhere = await service.NewTenantAsync();
        await service
            .As(elsewhere, "moderator")
            .SendAsync(
                HttpMethod.Post,
                $"/api/v1/{elsewhere}/topic-areas/{given.Open.Id}/contributions/{goes.Id}/merge",
                new MergeContribution(stays.Id)
            )
            .ProblemAsync(404, "not-found");
        await given.ConcludeAsync();
        await MergeAsync(given, goes.Id, stays.Id).ProblemAsync(409, "topic-area-concluded");
    }
}
