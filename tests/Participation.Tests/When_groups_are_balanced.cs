using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Balance;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Groups;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_groups_are_balanced(ParticipationService service)
{
    [Fact]
    public async Task A_topic_area_shows_what_stands_and_who_was_there_against_the_targets()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        var area = given.Record.Area;
        await given.SettleAsync((StakeholderGroup.CivilSociety, 25), (StakeholderGroup.Politics, 40));
        await area.ContributeAsync("Kurse am Abend");
        var hidden = await area.ContributeAsync("Eine Beleidigung");
        await area.HideAsync(area.Moderator, hidden.Id).ReadAsync();
        foreach (var (group, text) in new[] { (StakeholderGroup.Politics, "Busse"), (StakeholderGroup.Institution, "Räume") })
            await area
                .Participant.SendAsync(
                    HttpMethod.Post,
                    $"{area.Area}/contributions",
                    new SubmitContribution(ContributionKind.Need, $"{text} am Abend", group)
                )
                .ReadAsync();
        await given.Record.HeldAsync(came: 7);

        var balance = await given.Coordinator.GetAsync(given.AreaUrl).ReadAsync<TopicAreaBalanceDto>();

        balance.Contributions.Total.ShouldBe(3, "what is hidden counts nowhere");
        Of(balance.Contributions, StakeholderGroup.CivilSociety)
            .ShouldBe(new GroupShare(StakeholderGroup.CivilSociety, "Zivilgesellschaft", 1, 33, 25, -8));
        Of(balance.Contributions, StakeholderGroup.Politics).Gap.ShouldBe(7);
        Of(balance.Contributions, StakeholderGroup.Institution).Gap.ShouldBeNull("there is no target");
        (balance.Events, balance.Present.Total).ShouldBe((1, 7));
        Of(balance.Present, StakeholderGroup.CivilSociety).Percent.ShouldBe(100);
        Of(balance.Present, StakeholderGroup.Politics).Gap.ShouldBe(40);
    }

    [Fact]
    public async Task An_event_shows_who_is_registered_and_invited_as_Scheduling_tells()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        await given.SettleAsync((StakeholderGroup.CivilSociety, 50));
        var withdrawn = Guid.CreateVersion7();
        await given.NotedAsync(
            given.Guest(GuestStanding.Registered, StakeholderGroup.CivilSociety),
            given.Guest(GuestStanding.Registered, StakeholderGroup.Administration),
            given.Guest(GuestStanding.Registered, StakeholderGroup.Administration),
            given.Guest(GuestStanding.Waiting, StakeholderGroup.Politics),
            given.Guest(GuestStanding.Gone, StakeholderGroup.Politics),
            given.Guest(GuestStanding.Invited, StakeholderGroup.Institution, "one@example.org"),
            given.Guest(GuestStanding.Invited, null, "two@example.org"),
            given.Guest(GuestStanding.Invited, StakeholderGroup.Politics, "three@example.org", withdrawn),
            given.Guest(GuestStanding.Gone, StakeholderGroup.Politics, null, withdrawn, 2) with
            {
                IsForgotten = true,
            }
        );

        var balance = await given.ReadAsync();

        (balance.Title, balance.IsAhead, balance.Present).ShouldBe((given.Record.Workshop.Title, true, null));
        (balance.Registered.Total, balance.Waiting).ShouldBe((3, 1));
        var civil = Of(balance.Registered, StakeholderGroup.CivilSociety);
        (civil.Count, civil.Percent, civil.Gap).ShouldBe((1, 33, 17));
        (balance.Invited.Total, balance.InvitedWithoutGroup).ShouldBe((1, 1));

        await given.Record.HeldAsync();
        var held = await given.ReadAsync();
        (held.IsAhead, held.Present!.Total).ShouldBe((false, 7));
    }

    [Fact]
    public async Task What_comes_twice_or_late_changes_nothing()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        var (id, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var registered = given.Guest(GuestStanding.Registered, StakeholderGroup.Politics, "one@example.org", id, 2);
        await service.Bus.PublishAsync(registered, message);
        await service.Bus.PublishAsync(registered, message);
        await given.NotedAsync(registered);
        await given.NotedAsync(given.Guest(GuestStanding.Gone, StakeholderGroup.Politics, "one@example.org", id, 3));
        await service.Bus.PublishAsync(registered);
        await service.Bus.PublishAsync(given.Guest(GuestStanding.Waiting, StakeholderGroup.Politics, "one@example.org", id));
        await given.NotedAsync(given.Guest(GuestStanding.Registered, StakeholderGroup.Institution)); // behind them in the queue

        var balance = await given.ReadAsync();

        (balance.Registered.Total, balance.Waiting).ShouldBe((1, 0));
        (await Database.ExecuteAsync(service.AdminConnection, $"select mark from event_guests where id = '{id}'")).ShouldBe(
            registered.Mark,
            "they said no, and are not asked again"
        );
    }

    [Fact]
    public async Task Who_said_no_is_recognised_also_if_that_was_told_first()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        var id = Guid.CreateVersion7();
        await given.NotedAsync(given.Guest(GuestStanding.Gone, StakeholderGroup.Politics, "one@example.org", id, 2));
        await service.Bus.PublishAsync(given.Guest(GuestStanding.Registered, StakeholderGroup.Politics, "one@example.org", id));
        await given.NotedAsync(given.Guest(GuestStanding.Registered, StakeholderGroup.Institution)); // behind it in the queue

        (await Database.ExecuteAsync(service.AdminConnection, $"select mark from event_guests where id = '{id}'")).ShouldBe(
            EventGuestNoted.MarkOf(given.EventId, "one@example.org")
        );
        (await given.ReadAsync()).Registered.Total.ShouldBe(1, "not that they come");
    }

    [Fact]
    public async Task Coordinators_learn_of_it_in_their_own_Landkreis()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        var stranger = service.As(await service.NewTenantAsync(), "coordinator");
        foreach (var url in new[] { given.Url, $"{given.Url}/suggestions", given.AreaUrl })
        {
            await given.Record.Area.Moderator.GetAsync(url).ProblemAsync(403, "forbidden");
            await given.Record.Area.Participant.GetAsync(url).ProblemAsync(403, "forbidden");
            await stranger.GetAsync(url).ProblemAsync(404, "not-found");
        }
        var balance = $"/api/v1/{given.Tenant}/balance";
        foreach (var url in new[] { $"{balance}/events/{Guid.CreateVersion7()}", $"{balance}/topic-areas/{Guid.CreateVersion7()}" })
            await given.Coordinator.GetAsync(url).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_guest_of_another_Landkreis_is_counted_in_theirs()
    {
        var (given, other) = (await GivenBalance.AWorkshopAsync(service), await GivenBalance.AWorkshopAsync(service));
        await given.NotedAsync(other.Guest(GuestStanding.Registered, StakeholderGroup.Politics) with { EventId = given.EventId });
        (await given.ReadAsync()).Registered.Total.ShouldBe(0);
    }

    [Fact]
    public async Task After_the_event_marks_go_and_numbers_stay()
    {
        var (past, ahead) = (await GivenBalance.AWorkshopAsync(service), await GivenBalance.AWorkshopAsync(service));
        foreach (var given in new[] { past, ahead })
            await given.NotedAsync(given.Guest(GuestStanding.Registered, StakeholderGroup.Politics, "one@example.org"));
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"update event_records set ends_at = now() - interval '25 hours' where id = '{past.EventId}'"
        );

        await service.AsOperator().PostAsync("/api/v1/operations/participation/housekeeping", null).ReadAsync();

        (await MarksAsync(past)).ShouldBe(0L);
        (await MarksAsync(ahead)).ShouldBe(1L);
        (await past.ReadAsync()).Registered.Total.ShouldBe(1);

        Task<object?> MarksAsync(GivenBalance given) =>
            Database.ExecuteAsync(
                service.AdminConnection,
                $"select count(*) from event_guests where event_id = '{given.EventId}' and mark is not null"
            );
    }

    [Fact]
    public async Task A_while_after_the_event_numbers_go_too()
    {
        var (old, recent, unknown) = (
            await GivenBalance.AWorkshopAsync(service),
            await GivenBalance.AWorkshopAsync(service),
            await GivenBalance.AWorkshopAsync(service)
        );
        foreach (var given in new[] { old, recent })
            await given.NotedAsync(given.Guest(GuestStanding.Registered, StakeholderGroup.Politics, "one@example.org"));
        var nowhere = Guid.CreateVersion7();
        await unknown.NotedAsync(unknown.Guest(GuestStanding.Registered, null) with { EventId = nowhere });
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"""
            update event_guests set noted_at = now() - interval '367 days'
            where event_id in ('{old.EventId}', '{recent.EventId}', '{nowhere}');
            update event_records set ends_at = now() - interval '366 days' where id = '{old.EventId}';
            update event_records set ends_at = now() - interval '364 days' where id = '{recent.EventId}'
            """
        );

        await service.AsOperator().PostAsync("/api/v1/operations/participation/housekeeping", null).ReadAsync();

        (await RowsAsync(old.EventId)).ShouldBe(0L);
        (await RowsAsync(nowhere)).ShouldBe(0L, "nobody has told of that event");
        (await RowsAsync(recent.EventId)).ShouldBe(1L);

        Task<object?> RowsAsync(Guid id) =>
            Database.ExecuteAsync(service.AdminConnection, $"select count(*) from event_guests where event_id = '{id}'");
    }

    [Fact]
    public async Task Once_it_has_begun_nobody_is_invited_also_where_nobody_has_reported_it()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        await given.SettleAsync((StakeholderGroup.CivilSociety, 50));
        await given.PersonAsync("Jemand", StakeholderGroup.CivilSociety, Mailbox.NewAddress());
        (await given.SuggestAsync()).Items.Count.ShouldBe(1);
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"update event_records set starts_at = now() - interval '1 minute' where id = '{given.EventId}'"
        );

        (await given.ReadAsync()).IsAhead.ShouldBeFalse();
        (await given.SuggestAsync()).Items.ShouldBeEmpty();
    }

    [Fact]
    public void What_lacks_is_computed_of_the_share_before_it_is_rounded()
    {
        var settled = StakeholderGroups.Begin();
        settled.Settle([new(StakeholderGroup.Politics, null, null, 25), new(StakeholderGroup.Institution, null, null, 75)]);
        var counts = new Dictionary<StakeholderGroup, int> { [StakeholderGroup.Politics] = 49, [StakeholderGroup.Institution] = 151 };

        var balance = GroupBalance.Of(counts, settled);

        Of(balance, StakeholderGroup.Politics).ShouldBe(new(StakeholderGroup.Politics, "Politik", 49, 25, 25, 1), "24.5 per cent");
        Of(balance, StakeholderGroup.Institution).Gap.ShouldBe(0, "75.5 per cent");
        InvitationSuggestion.Because(Of(balance, StakeholderGroup.Politics)).ShouldBe("Politik fehlt: knapp 25 % statt 25 %.");
    }

    static GroupShare Of(GroupBalance balance, StakeholderGroup group) => balance.Groups.Single(share => share.Group == group);
}
