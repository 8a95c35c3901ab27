using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Prioritisation;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_points_are_hidden(ParticipationService service)
{
    [Fact]
    public async Task Nobody_sees_how_many_there_are_before_the_prioritisation_is_closed_and_all_do_afterwards()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given.GivePointsAsync(given.Moderator, (made.Id, 4)).ReadAsync();
        foreach (var who in new[] { given.Participant, given.Moderator, given.Coordinator })
        {
            (await who.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Points.ShouldBeNull();
            (await who.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>()).Items.Single().Points.ShouldBeNull();
        }
        (await MineAsync(given)).Points.ShouldBeNull();
        (await given.Participant.GetAsync($"{given.Area}/prioritisation").ReadAsync<PrioritisationDto>()).ShouldBe(new(true, null, 10, 1));

        await given.Participant.SendAsync(HttpMethod.Post, $"{given.Area}/prioritisation/close", null).ProblemAsync(403, "forbidden");
        var closed = await given.ClosePrioritisationAsync();
        (closed.Open, closed.People).ShouldBe((false, 1));
        (await given.ClosePrioritisationAsync()).ClosedAt.ShouldBe(closed.ClosedAt, "a second time changes nothing");
        var seen = await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        (seen.Points, seen.Version).ShouldBe((4, made.Version + 1), "an ETag tells that points are shown");
        (await MineAsync(given)).Points.ShouldBe(4);
        await given.GivePointsAsync((made.Id, 1)).ProblemAsync(409, "prioritisation-closed");
        (await given.Participant.TaskKindsAsync(given.Tenant, "participation")).ShouldNotContain(TaskKind.GivePoints);
    }

    [Fact]
    public async Task It_can_be_opened_again_until_the_topic_area_is_concluded()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given.ClosePrioritisationAsync();
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/prioritisation/reopen", null).ReadAsync();
        await given.GivePointsAsync((made.Id, 1)).ReadAsync();
        (await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Points.ShouldBeNull();

        await given.RecordAsync(made.Id);
        await given.ConcludeAsync();
        (await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Points.ShouldBe(1);
        (await given.Participant.GetAsync(given.Area).ReadAsync<TopicAreaDto>()).PrioritisationClosedAt.ShouldNotBeNull();
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/prioritisation/reopen", null)
            .ProblemAsync(409, "topic-area-concluded");
    }

    [Fact]
    public async Task At_a_shared_tablet_each_turn_is_one_person_with_ten_points()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var (tablet, seat) = await ATabletAsync(given);
        (await seat.GetAsync(LinkOf(given, tablet)).ReadAsync<TabletSeat>()).ShouldBe(new("Bildung", true, 10));
        var shown = await seat.GetAsync($"{LinkOf(given, tablet)}/contributions").ReadAsync<Page<TabletContribution>>();
        shown.Items.Single().Id.ShouldBe(made.Id);

        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Task<HttpResponseMessage> GiveAsync(Guid turn, int points) =>
            seat.SendAsync(HttpMethod.Put, $"{LinkOf(given, tablet)}/turns/{turn}", new GivePoints([new(made.Id, points)]));
        await GiveAsync(first, 10).ReadAsync();
        await GiveAsync(first, 6).ReadAsync(); // the same person, sent again
        await GiveAsync(second, 3).ReadAsync();
        await GiveAsync(second, 11).ProblemAsync(400, "validation");
        var listed = await given.Moderator.GetAsync($"{given.Area}/tablets").ReadAsync<Page<TabletDto>>();
        (listed.Items.Single().Turns, listed.Items.Single().Valid).ShouldBe((2, true));

        await given.ClosePrioritisationAsync();
        (await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Points.ShouldBe(9);
        await GiveAsync(Guid.CreateVersion7(), 1).ProblemAsync(404, "tablet-link-void");
    }

    [Fact]
    public async Task A_tablet_that_got_into_wrong_hands_is_ended_and_its_points_go()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given.GivePointsAsync((made.Id, 2)).ReadAsync();
        var (tablet, seat) = await ATabletAsync(given);
        var (other, _) = await ATabletAsync(given);
        foreach (var opened in new[] { tablet, other })
            await seat.SendAsync(
                    HttpMethod.Put,
                    $"{LinkOf(given, opened)}/turns/{Guid.CreateVersion7()}",
                    new GivePoints([new(made.Id, 10)])
                )
                .ReadAsync();
        await given.Participant.DeleteAsync($"{given.Area}/tablets/{tablet.Id}").ProblemAsync(403, "forbidden");
        await given.Moderator.DeleteAsync($"{given.Area}/tablets/{tablet.Id}?discard=true").ReadNothingAsync();
        await given.Moderator.DeleteAsync($"{given.Area}/tablets/{Guid.CreateVersion7()}").ProblemAsync(404, "not-found");
        await seat.GetAsync(LinkOf(given, tablet)).ProblemAsync(404, "tablet-link-void");
        await given.ClosePrioritisationAsync();
        (await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Points.ShouldBe(12);
        await given.Moderator.DeleteAsync($"{given.Area}/tablets/{other.Id}?discard=true").ProblemAsync(409, "prioritisation-closed");
    }

    [Fact]
    public async Task A_link_is_good_for_its_landkreis_and_its_day_alone_and_is_stored_nowhere()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (tablet, seat) = await ATabletAsync(given);
        var other = await Given.AnOpenTopicAreaAsync(service);
        await seat.GetAsync(LinkOf(other, tablet)).ProblemAsync(404, "tablet-link-void");
        await seat.GetAsync(LinkOf(given, tablet) + "x").ProblemAsync(404, "tablet-link-void");
        await other
            .Moderator.GetAsync($"{given.Area.Replace(given.Tenant, other.Tenant, StringComparison.Ordinal)}/tablets")
            .ProblemAsync(404, "not-found");
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/tablets", new OpenTablet(new string('x', 101)))
            .ProblemAsync(400, "validation");
        await Database.ExecuteAsync(service.AdminConnection, $"update tablets set ends_at = now() where id = '{tablet.Id}'");
        await seat.GetAsync(LinkOf(given, tablet)).ProblemAsync(404, "tablet-link-void");
    }

    async Task<(OpenedTablet Tablet, HttpClient Seat)> ATabletAsync(Given given) =>
        (
            await given
                .Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/tablets", new OpenTablet("Am Eingang"))
                .ReadAsync<OpenedTablet>(),
            service.CreateClient()
        );

    static string LinkOf(Given given, OpenedTablet tablet) => $"/api/v1/{given.Tenant}/tablet-links/{tablet.Token}";

    static async Task<MyContributionDto> MineAsync(Given given) =>
        (
            await given.Participant.GetAsync($"/api/v1/{given.Tenant}/contributions/mine").ReadAsync<Page<MyContributionDto>>()
        ).Items.Single();
}
