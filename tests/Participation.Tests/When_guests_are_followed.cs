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
        guest.Follow(Noted(guest, 2, GuestStanding.Gone, null));
        (guest.Standing, guest.Mark, guest.NotedAt).ShouldBe((GuestStanding.Gone, "mark", Start.AddMinutes(1)));
        guest.Follow(Noted(guest, 1, GuestStanding.Registered, "another"));
        (guest.Version, guest.Mark).ShouldBe((2, "mark"));
    }

    [Fact]
    public void What_comes_late_brings_the_mark_alone()
    {
        var guest = AGuest();
        guest.Follow(Noted(guest, 2, GuestStanding.Gone, null));
        guest.Follow(Noted(guest, 1, GuestStanding.Registered, "mark"));
        (guest.Version, guest.Standing, guest.Mark, guest.NotedAt).ShouldBe((2, GuestStanding.Gone, "mark", Start.AddMinutes(1)));
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
