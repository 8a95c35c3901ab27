using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_a_seat_becomes_free(SchedulingService service)
{
    [Fact]
    public async Task The_next_is_offered_it_for_two_days_and_newcomers_queue_behind()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, confirmed) = await open.SomebodyRegistersAsync();
        var (second, _) = await open.SomebodyRegistersAsync();
        var (third, _) = await open.SomebodyRegistersAsync();
        await open.WithdrawAsync(first, confirmed).ReadAsync();

        var offered = await open.MineAsync(second);
        offered.State.ShouldBe(RegistrationState.Offered);
        (offered.OfferExpiresAt!.Value - TimeProvider.System.GetUtcNow()).TotalHours.ShouldBeInRange(47.9, 48);
        var (_, late) = await open.SomebodyRegistersAsync();
        (late.State, late.Position, (await open.MineAsync(third)).Position).ShouldBe((RegistrationState.Waiting, 2, 1));
        await open.SetAsync(1, open.Wish(1)).ReadAsync();
        (await open.MineAsync(third)).State.ShouldBe(RegistrationState.Waiting, "an offer holds the seat");

        (await open.DoAsync(second, offered, "accept").ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Confirmed);
        await open.DoAsync(second, offered, "accept").ProblemAsync(409, "no-offer");
        (await open.NumbersAsync()).ShouldBe(new(1, 1, 0, 0, 2));
    }

    [Fact]
    public async Task By_more_capacity_the_first_are_offered_theirs()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        await open.SomebodyRegistersAsync();
        var waiting = new List<Guid>();
        for (var count = 0; count < 4; count++)
            waiting.Add((await open.SomebodyRegistersAsync()).Registration.Id);
        await open.SetAsync(1, open.Wish(3)).ReadAsync();
        (await open.ListAsync(RegistrationState.Offered)).Select(row => row.Id).ShouldBe(waiting.Take(2), ignoreOrder: true);
        (await open.ListAsync(RegistrationState.Waiting)).Select(row => row.Position).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Reservations_hold_in_the_queue_until_they_are_lifted()
    {
        var open = await GivenRegistration.OpenAsync(
            service,
            2,
            wish => wish with { Reserved = new() { [StakeholderGroup.Politics] = 1 } }
        );
        var (reserved, seat) = await open.SomebodyRegistersAsync(StakeholderGroup.Politics);
        await open.SomebodyRegistersAsync();
        var (civil, _) = await open.SomebodyRegistersAsync();
        var (politics, _) = await open.SomebodyRegistersAsync(StakeholderGroup.Politics);
        await open.WithdrawAsync(reserved, seat).ReadAsync();
        (await open.MineAsync(politics)).State.ShouldBe(RegistrationState.Offered, "first of those whose seat it is");
        (await open.MineAsync(civil)).State.ShouldBe(RegistrationState.Waiting);

        await open.WithdrawAsync(politics, await open.MineAsync(politics)).ReadAsync();
        (await open.MineAsync(civil)).Reason.ShouldBe(WaitReason.ReservedForOthers);
        await open.SetAsync(1, open.Wish(2)).ReadAsync();
        (await open.MineAsync(civil)).State.ShouldBe(RegistrationState.Offered);
    }

    [Fact]
    public async Task With_approval_the_staff_is_asked_before_it_is_offered()
    {
        var open = await GivenRegistration.OpenAsync(service, 2, wish => wish with { NeedsApproval = true });
        var ((one, first), (two, second), (three, third)) = (
            await open.SomebodyRegistersAsync(),
            await open.SomebodyRegistersAsync(),
            await open.SomebodyRegistersAsync()
        );
        (first.State, first.Reason, third.State).ShouldBe((RegistrationState.Pending, WaitReason.Approval, RegistrationState.Waiting));
        (await open.DoAsync(open.Given.Moderator, first, "approve").ReadAsync<RegistrationDto>()).State.ShouldBe(
            RegistrationState.Confirmed
        );
        await open.DoAsync(open.Given.Moderator, first, "refuse").ProblemAsync(409, "registration-not-pending");
        await open.DoAsync(open.Given.Moderator, third, "approve").ProblemAsync(409, "registration-not-pending");

        (await open.DoAsync(open.Given.Coordinator, second, "refuse").ReadAsync<RegistrationDto>()).State.ShouldBe(
            RegistrationState.Refused
        );
        await open.RegisterAsync(two).ProblemAsync(409, "registration-refused");
        await open.WithdrawAsync(two, second).ProblemAsync(409, "registration-refused");
        (await open.MineAsync(three)).State.ShouldBe(RegistrationState.Pending);
        (await open.DoAsync(open.Given.Moderator, third, "approve").ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Offered);
        (await open.DoAsync(three, third, "accept").ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Confirmed);
        (await open.MineAsync(one)).State.ShouldBe(RegistrationState.Confirmed);
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_goes_on_to_the_next()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, confirmed) = await open.SomebodyRegistersAsync();
        var (second, _) = await open.SomebodyRegistersAsync();
        var (third, _) = await open.SomebodyRegistersAsync();
        await open.WithdrawAsync(first, confirmed).ReadAsync();
        var missed = await open.MineAsync(second);
        missed.State.ShouldBe(RegistrationState.Offered);
        // As if two days had passed.
        await service.OfferExpiresAsync(missed.Id);

        await Eventually.TrueAsync(async () => (await open.MineAsync(third)).State == RegistrationState.Offered, "the next has the offer");
        var back = await open.MineAsync(second);
        (back.State, back.Reason, back.Position, back.OfferExpiresAt).ShouldBe(
            (RegistrationState.Waiting, WaitReason.OfferExpired, 1, null)
        );
        await open.DoAsync(second, missed, "accept").ProblemAsync(409, "no-offer");
        (await open.SomebodyRegistersAsync()).Registration.Position.ShouldBe(2);
        (await open.NumbersAsync()).ShouldBe(new(1, 0, 0, 1, 2));
    }

    [Fact]
    public async Task An_offer_that_cannot_be_passed_on_shows_and_holds_up_no_other()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, confirmed) = await open.SomebodyRegistersAsync();
        var (second, _) = await open.SomebodyRegistersAsync();
        var (third, _) = await open.SomebodyRegistersAsync();
        await open.WithdrawAsync(first, confirmed).ReadAsync();
        var stuck = Guid.CreateVersion7();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"""
            insert into offer_deadlines (id, tenant_slug, event_id, registration_id, due_at)
                values ('{stuck}', '{open.Given.Tenant}', '{stuck}', '{stuck}', now() - interval '2 minutes')
            """
        );
        await service.OfferExpiresAsync((await open.MineAsync(second)).Id);

        await Eventually.TrueAsync(async () => (await open.MineAsync(third)).State == RegistrationState.Offered, "the next has the offer");
        using var client = service.CreateClient();
        await Eventually.TrueAsync(
            async () =>
                (await client.GetStringAsync(new Uri("/health", UriKind.Relative))).Contains("OfferExpiry", StringComparison.Ordinal),
            "health says that it is tried again"
        );
        await Database.ExecuteAsync(service.AdminConnection, $"delete from offer_deadlines where id = '{stuck}'");
    }

    [Fact]
    public async Task Too_late_is_too_late_also_before_anybody_looked()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, confirmed) = await open.SomebodyRegistersAsync();
        var (second, _) = await open.SomebodyRegistersAsync();
        await open.WithdrawAsync(first, confirmed).ReadAsync();
        var offered = await open.MineAsync(second);
        await service.OfferIsOverAsync(offered.Id);
        await open.DoAsync(second, offered, "accept").ProblemAsync(409, "offer-expired");
    }

    [Fact]
    public async Task No_offer_lasts_beyond_the_start()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, confirmed) = await open.SomebodyRegistersAsync();
        var (second, _) = await open.SomebodyRegistersAsync();
        await using var patient = service.Beside("Registrations:OfferTime", "9999.00:00:00");
        var client = patient.CreateClient();
        client.DefaultRequestHeaders.Authorization = first.DefaultRequestHeaders.Authorization;
        await open.WithdrawAsync(client, confirmed).ReadAsync();
        (await open.MineAsync(second)).OfferExpiresAt.ShouldBe(open.Event.Start);
    }

    [Fact]
    public async Task Of_a_cancelled_event_nobody_is_offered_it()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, confirmed) = await open.SomebodyRegistersAsync();
        var (second, _) = await open.SomebodyRegistersAsync();
        await open.Given.CancelAsync(open.Event.Id).ReadAsync();
        await open.WithdrawAsync(first, confirmed).ReadAsync();
        (await open.MineAsync(second)).State.ShouldBe(RegistrationState.Waiting);
    }
}
