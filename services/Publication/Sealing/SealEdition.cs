using System.Diagnostics;
using Integrationskonzept.Contracts;
using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Processes;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Sealing;

/// <summary>An adopted concept becomes a sealed edition: exactly one, however often the message comes.</summary>
sealed class SealEdition(PublicationDb db, PartCollector parts, Outbox outbox, TenantClock clock) : IConsumer<ConceptAdopted>
{
    public async Task Consume(ConsumeContext<ConceptAdopted> context)
    {
        var ct = context.CancellationToken;
        if (await parts.CollectAsync(context.Message, ct) is not { } all)
            return;
        var adopted = WholeAdoption.Join(all);
        if (await IsSealedAsync(adopted, ct))
            return;
        using var span = PublicationSpans.Source.StartActivity("seal edition");

        var edition = Edition.Seal(adopted, (await clock.LandkreisAsync(ct)).Name, clock.GetUtcNow());
        span?.SetTag("edition", edition.Number).SetTag("hash", edition.ContentHash);
        db.Editions.Add(edition);
        db.Renditions.Add(
            new()
            {
                EditionId = edition.Id,
                Format = "pdf",
                RequestedAt = edition.SealedAt,
            }
        );
        db.RenditionJobs.Add(
            new()
            {
                TenantSlug = adopted.Tenant,
                EditionId = edition.Id,
                Format = "pdf",
                RequestedAt = edition.SealedAt,
                DueAt = edition.SealedAt,
                TraceParent = Activity.Current?.Id,
            }
        );
        await db.AdvanceAsync(adopted.MandateId, Stage.Published, ct);
        outbox.Add(
            edition,
            new EditionPublished
            {
                ConceptId = adopted.AggregateId,
                Number = edition.Number,
                Path = Edition.PathOf(adopted.Tenant, edition.Number),
                ContentHash = edition.ContentHash,
            }
        );
    }

    /// <summary>
    /// True for the same concept under the same number, told again; any other two that share one of both can't be placed.
    /// </summary>
    async Task<bool> IsSealedAsync(ConceptAdopted adopted, CancellationToken ct)
    {
        var known = await db
            .Editions.AsNoTracking()
            .Where(row => row.Number == adopted.Edition || row.ConceptId == adopted.AggregateId)
            .Select(row => new { row.Number, row.ConceptId })
            .ToListAsync(ct);
        if (known.Find(row => (row.Number, row.ConceptId) != (adopted.Edition, adopted.AggregateId)) is { } other)
            throw new EditionIsTaken(adopted, other.Number, other.ConceptId);
        return known.Count > 0;
    }
}

/// <summary>Two concepts under one number, or one concept under two; nothing is sealed, and an operator has to look.</summary>
public sealed class EditionIsTaken(ConceptAdopted adopted, int number, Guid concept)
    : RefusedMessageException(
        $"Concept {adopted.AggregateId} can't become edition {adopted.Edition}: edition {number} is concept {concept}."
    );

static class SealingSetup
{
    public static void AddSealing(this IBusRegistrationConfigurator bus) => bus.AddConsumer<SealEdition>();
}
