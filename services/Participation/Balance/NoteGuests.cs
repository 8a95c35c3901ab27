using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Balance;

/// <summary>Follows who is invited and registered. It needs no event to be known before: it is counted where that is.</summary>
sealed class NoteGuests(ParticipationDb db) : IConsumer<EventGuestNoted>
{
    public async Task Consume(ConsumeContext<EventGuestNoted> context)
    {
        var noted = context.Message;
        var guest = await db.EventGuests.SingleOrDefaultAsync(row => row.Id == noted.AggregateId, context.CancellationToken);
        if (guest is null)
            db.EventGuests.Add(guest = new() { Id = noted.AggregateId, EventId = noted.EventId });
        guest.Follow(noted);
    }
}
