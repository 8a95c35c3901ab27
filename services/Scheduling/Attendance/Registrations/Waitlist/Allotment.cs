using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;

/// <summary>
/// Gives out the seats of one event. Everything that takes or frees one happens in <see cref="UnderLockAsync"/>'s lock, and ends in
/// <see cref="PromoteAsync"/>; so whenever the lock is free, nobody waits for whom there is a seat, and who comes next takes nobody's turn.
/// </summary>
sealed class Allotment(
    SchedulingDb db,
    TenantContext tenant,
    TimeProvider clock,
    IOptions<RegistrationOptions> options,
    TurnOfScope turn,
    RegistrationNews news
)
{
    public Event Event { get; private set; } = null!;
    public RegistrationSettings Settings { get; private set; } = null!;
    public DateTimeOffset Now { get; private set; }

    /// <summary>Nobody has set them before.</summary>
    public bool IsNew => db.Entry(Settings).State == EntityState.Added;

    /// <summary>End of an offer made now; never after the event's start.</summary>
    public DateTimeOffset OfferEnd => Event.Start - Now < options.Value.OfferTime ? Event.Start : Now + options.Value.OfferTime;

    /// <summary>Does the work while nobody else gives out seats of the event, then passes on what became free.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="work">What is to be done; seats, settings and the event stay as they are meanwhile.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="orBegin">Settings that nobody has set begin here.</param>
    /// <param name="frees">False for work that can only take seats: then there is nothing to pass on.</param>
    public async Task<T> UnderLockAsync<T>(Guid eventId, Func<Task<T>> work, CancellationToken ct, bool orBegin = false, bool frees = true)
    {
        await turn.TakeAsync(eventId, ct); // before a connection is taken
        return await db.InTransactionAsync(() => LockedAsync(eventId, work, orBegin, frees, ct), ct);
    }

    async Task<T> LockedAsync<T>(Guid eventId, Func<Task<T>> work, bool orBegin, bool frees, CancellationToken ct)
    {
        var settings = await db
            .RegistrationSettings.FromSql($"select * from registration_settings where id = {eventId} for update")
            .SingleOrDefaultAsync(ct);
        // Read under the lock: moved, cancelled or held while we waited, what holds now counts.
        Event = await db.Events.AsNoTracking().GetAsync(eventId, ct);
        Settings = settings ?? (orBegin ? db.Add(RegistrationSettings.For(Event)).Entity : throw new RegistrationNotSetUp());
        Now = clock.GetUtcNow();
        var result = await work();
        await db.SaveChangesAsync(ct);
        if (frees)
            await PromoteAsync(ct);
        await news.TellAsync(ct);
        db.NoteConsents(Now);
        await db.SaveChangesAsync(ct);
        return result;
    }

    public Task<Census> CensusAsync(CancellationToken ct) => db.CensusAsync(Event.Id, ct);

    /// <summary>That an offer was made; when it is over, <see cref="OfferExpiry"/> looks.</summary>
    public void Remember(Registration offered)
    {
        if (offered is { State: RegistrationState.Offered, OfferExpiresAt: { } due })
            db.OfferDeadlines.Add(
                new()
                {
                    TenantSlug = tenant.Required,
                    EventId = offered.EventId,
                    RegistrationId = offered.Id,
                    DueAt = due,
                }
            );
    }

    async Task PromoteAsync(CancellationToken ct)
    {
        if (!Event.IsAhead || Now >= Event.Start)
            return;
        var seats = (await CensusAsync(ct)).Seats;
        while (Enum.GetValues<Contracts.StakeholderGroup>().Where(group => seats.HasFor(group, Settings)).ToList() is { Count: > 0 } groups)
        {
            var next = await db
                .Registrations.Where(row => row.EventId == Event.Id && row.State == RegistrationState.Waiting && groups.Contains(row.Group))
                .OrderBy(row => row.Turn)
                .Take(Math.Max(1, Settings.Capacity - seats.Total))
                .ToListAsync(ct);
            if (next.Count == 0)
                return;
            foreach (var row in next.Where(row => seats.HasFor(row.Group, Settings)))
            {
                row.Promote(Settings.NeedsApproval, OfferEnd);
                Remember(row);
                seats.Take(row.Group);
            }
            await db.SaveChangesAsync(ct);
        }
    }
}
