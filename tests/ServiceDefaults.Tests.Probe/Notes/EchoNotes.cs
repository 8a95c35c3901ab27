using System.Collections.Concurrent;
using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Probe.Notes;

/// <summary>Writes an echo for each message, before it may fail: so a failed attempt that is not rolled back leaves a trace.</summary>
public sealed class EchoNotes(ProbeDb db, ILogger<EchoNotes> log) : IConsumer<TopicAreaOpened>
{
    /// <summary>How often each note was tried from each queue, with and without success.</summary>
    public static ConcurrentDictionary<(string Queue, Guid Note), int> Attempts { get; } = [];

    public async Task Consume(ConsumeContext<TopicAreaOpened> context)
    {
        var (note, ct) = (context.Message, context.CancellationToken);
        Attempts.AddOrUpdate((context.ReceiveContext.InputAddress.Segments[^1], note.AggregateId), 1, (_, times) => times + 1);
        db.Echoes.Add(new() { NoteId = note.AggregateId, Text = note.Title });
        await db.SaveChangesAsync(ct);
        log.LogInformation("Echoed {Note}", note.AggregateId);
        if (
            await db.Obstacles.AsNoTracking().SingleOrDefaultAsync(row => row.NoteId == note.AggregateId, ct) is { } obstacle
            && context.GetRetryAttempt() < obstacle.Attempts
        )
            throw new InvalidOperationException("There is an obstacle.");
    }
}
