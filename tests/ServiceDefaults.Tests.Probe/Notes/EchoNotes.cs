using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Probe.Notes;

/// <summary>Writes an echo for each message, before it may fail: so a failed attempt that is not rolled back leaves a trace.</summary>
sealed class EchoNotes(ProbeDb db) : IConsumer<TopicAreaOpened>
{
    public async Task Consume(ConsumeContext<TopicAreaOpened> context)
    {
        var (note, ct) = (context.Message, context.CancellationToken);
        db.Echoes.Add(new() { NoteId = note.AggregateId, Text = note.Title });
        await db.SaveChangesAsync(ct);
        if (await db.Obstacles.AsNoTracking().SingleOrDefaultAsync(row => row.NoteId == note.AggregateId, ct) is { } obstacle
            && context.GetRetryAttempt() < obstacle.Attempts)
            throw new InvalidOperationException("There is an obstacle.");
    }
}
