using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_withdraw(ParticipationService service)
{
    [Fact]
    public async Task It_is_gone_and_its_points_fall_back()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (stays, goes) = (await given.ContributeAsync("Bleibt"), await given.ContributeAsync("Geht"));
        await given.GivePointsAsync(given.Moderator, (stays.Id, 3), (goes.Id, 7)).ReadAsync();
        await given.Moderator.DeleteAsync(given.Of(goes.Id)).ProblemAsync(403, "not-the-author");

        await given.Participant.DeleteAsync(given.Of(goes.Id)).ReadNothingAsync();
        await given.Participant.DeleteAsync(given.Of(goes.Id)).ProblemAsync(404, "not-found");
        await given.Participant.GetAsync(given.Of(goes.Id)).ProblemAsync(404, "not-found");
        (await given.Moderator.GetAsync($"{given.Area}/points").ReadAsync())["left"]!.GetValue<int>().ShouldBe(7);
        await given.ClosePrioritisationAsync();
        (await given.Moderator.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>())
            .Items.Select(row => (row.Id, row.Points))
            .ShouldBe([(stays.Id, (int?)3)]);
        (await given.Participant.GetAsync($"/api/v1/{given.Tenant}/contributions/mine").ReadAsync<Page<MyContributionDto>>())
            .Items.Select(row => row.Id)
            .ShouldBe([stays.Id]);
        (await LeftInDatabaseAsync(given, "Geht")).ShouldBe(0);
    }

    [Fact]
    public async Task A_record_that_cites_it_keeps_a_tombstone_without_words_or_person()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var cited = await given.ContributeAsync("Zitiert und bereut");
        var record = await given.RecordAsync(cited.Id);
        await given.Participant.DeleteAsync(given.Of(cited.Id)).ReadNothingAsync();

        var tombstone = await given.Participant.GetAsync(given.Of(cited.Id)).ReadAsync<ContributionDto>();
        (tombstone.State, tombstone.Text, tombstone.Mine).ShouldBe((ContributionState.Withdrawn, "", false));
        (await LeftInDatabaseAsync(given, "Zitiert und bereut")).ShouldBe(0);
        (await given.Participant.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>()).Items.ShouldBeEmpty();
        await given.Participant.DeleteAsync(given.Of(cited.Id)).ProblemAsync(404, "not-found");
        await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(cited.Id), new Wordings.EditContribution("Doch wieder"), tombstone.Version)
            .ProblemAsync(409, "contribution-withdrawn");

        // Its record can still be written as it is, and no other finding can start to cite it.
        record = await given.RecordAsync(cited.Id);
        record = await given.RecordAsync();
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(cited.Id), record.Version)
            .ProblemAsync(422, "contribution-unknown");
    }

    [Fact]
    public async Task Results_go_out_without_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (stays, goes) = (await given.ContributeAsync("Bleibt"), await given.ContributeAsync("Geht"));
        await given.RecordAsync(stays.Id, goes.Id);
        await given.Participant.DeleteAsync(given.Of(goes.Id)).ReadNothingAsync();
        await given.ConcludeAsync();
        (await service.Bus.WaitForAsync<TopicAreaConcluded>(given.Tenant)).Contributions.Select(row => row.Id).ShouldBe([stays.Id]);
    }

    [Fact]
    public async Task Points_and_citations_of_the_same_moment_are_never_left_hanging()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (record, all) = (await given.RecordAsync(), new List<Guid>());
        for (var number = 0; number < 5; number++)
            all.Add((await given.ContributeAsync($"Beitrag {number}")).Id);
        await Task.WhenAll(
            all.SelectMany(id =>
                new[]
                {
                    given.Participant.DeleteAsync(given.Of(id)),
                    given.GivePointsAsync(given.Moderator, (id, 1)),
                    given.Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", Given.Results(id), record.Version),
                }
            )
        );
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"""
                select count(*) from points where tenant = '{given.Tenant}'
                and not exists (select from contributions where id = contribution_id and state = 'Standing')
                """
            )
        ).ShouldBe(0L);
        foreach (var cited in (await given.Moderator.GetAsync($"{given.Area}/record").ReadAsync<RecordDto>()).Needs[0].ContributionIds)
            (await given.Moderator.GetAsync(given.Of(cited)).ReadAsync<ContributionDto>()).Id.ShouldBe(cited);
    }

    async Task<long> LeftInDatabaseAsync(Given given, string words) =>
        (long)
            (
                await Database.ExecuteAsync(
                    service.AdminConnection,
                    $"""
                    select (select count(*) from contributions where tenant = '{given.Tenant}' and text like '%{words}%')
                        + (select count(*) from wordings where tenant = '{given.Tenant}' and text like '%{words}%')
                    """
                )
            )!;
}
