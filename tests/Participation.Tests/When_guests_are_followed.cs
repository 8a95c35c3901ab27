using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Balance;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_guests_are_followed(ParticipationService service)
{
    static readonly DateTimeOffset Start = new(2029, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_withdrawal_keeps_the_mark_and_makes_it_no_newer()
    {
        var guest = AGuest();
        guest.Follow(Noted(guest, 1, GuestStanding.Registered, "mark"));
        guest.Follow(Noted(guest, 2, GuestStanding.Gone, "mark"));
        guest.Follow(Noted(guest, 3, GuestStanding.Gone, null));
        (guest.Standing, guest.Mark, guest.NotedAt).ShouldBe((GuestStanding.Gone, "mark", Start.AddMinutes(1)));
    }

    [Fact]
    public void With_another_address_the_mark_is_a_new_one_and_the_old_does_not_come_back()
    {
        var guest = AGuest();
        guest.Follow(Noted(guest, 1, GuestStanding.Waiting, "old"));
        guest.Follow(Noted(guest, 3, GuestStanding.Registered, "new"));
        guest.Follow(Noted(guest, 2, GuestStanding.Waiting, "old"));
        (guest.Version, guest.Standing, guest.Mark, guest.NotedAt).ShouldBe((3, GuestStanding.Registered, "new", Start.AddMinutes(3)));
    }

    [Fact]
    public void Who_is_forgotten_is_counted_and_gets_no_mark_any_more_in_whatever_order_it_is_told()
    {
        var (before, after) = (AGuest(), AGuest());
        before.Follow(Noted(before, 1, GuestStanding.Registered, "mark"));
        before.Follow(Noted(before, 3, GuestStanding.Registered, null) with { IsForgotten = true });
        after.Follow(Noted(after, 3, GuestStanding.Registered, null) with { IsForgotten = true });
        foreach (var guest in new[] { before, after })
        {
            guest.Follow(Noted(guest, 1, GuestStanding.Registered, "mark"));
            guest.Follow(Noted(guest, 2, GuestStanding.Registered, "mark"));
            guest.Follow(Noted(guest, 4, GuestStanding.Gone, "mark"));
            (guest.Standing, guest.Mark, guest.IsForgotten).ShouldBe((GuestStanding.Gone, null, true));
        }
    }

    [Fact]
    public async Task Of_two_messages_at_once_the_second_looks_again()
    {
        var tenant = await service.NewTenantAsync();
        var scopes = service.Services.GetRequiredService<IServiceScopeFactory>();
        var guest = AGuest();
        guest.Follow(Noted(guest, 1, GuestStanding.Waiting, "mark"));
        await using (var begun = scopes.CreateScopeOf(tenant))
        {
            var db = begun.ServiceProvider.GetRequiredService<ParticipationDb>();
            db.EventGuests.Add(guest);
            await db.SaveChangesAsync();
        }
        await using var one = scopes.CreateScopeOf(tenant);
        await using var other = scopes.CreateScopeOf(tenant);
        var dbs = new[] { one, other }.Select(scope => scope.ServiceProvider.GetRequiredService<ParticipationDb>()).ToList();
        var (left, right) = (await dbs[0].EventGuests.SingleAsync(), await dbs[1].EventGuests.SingleAsync());
        right.Follow(Noted(guest, 3, GuestStanding.Gone, null));
        await dbs[1].SaveChangesAsync();
        left.Follow(Noted(guest, 2, GuestStanding.Registered, "mark"));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => dbs[0].SaveChangesAsync());
    }

    static EventGuest AGuest() => new() { Id = Guid.CreateVersion7(), EventId = Guid.CreateVersion7() };

    static EventGuestNoted Noted(EventGuest guest, int version, GuestStanding standing, string? mark) =>
        new()
        {
            Tenant = "any",
            AggregateId = guest.Id,
            Version = version,
            OccurredAt = Start.AddMinutes(version),
            EventId = guest.EventId,
            Standing = standing,
            Group = StakeholderGroup.CivilSociety,
            Mark = mark,
        };
}
