using System.Diagnostics;
using Integrationskonzept.Contracts;
using Integrationskonzept.Publication.Processes;
using Integrationskonzept.Publication.Renditions;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Editions;

/// <summary>An adopted concept becomes a sealed edition: exactly one, however often the message comes.</summary>
sealed class SealEdition(PublicationDb db, TenantDirectory tenants, Outbox outbox, TimeProvider time) : IConsumer<ConceptAdopted>
{
    public async Task Consume(ConsumeContext<ConceptAdopted> context)
    {
        var (adopted, ct) = (context.Message, context.CancellationToken);
        if (await db.Editions.AnyAsync(row => row.Number == adopted.Edition, ct)) return;
        using var span = PublicationSpans.Source.StartActivity("seal edition");

        var edition = Edition.Seal(adopted, (await tenants.GetAsync(adopted.Tenant, ct)).Name, time.GetUtcNow());
        span?.SetTag("edition", edition.Number).SetTag("hash", edition.ContentHash);
        db.Editions.Add(edition);
        db.Renditions.Add(new() { EditionId = edition.Id, Format = "pdf", RequestedAt = edition.SealedAt });
        db.RenditionJobs.Add(new()
        {
            TenantSlug = adopted.Tenant, EditionId = edition.Id, Format = "pdf", RequestedAt = edition.SealedAt, DueAt = edition.SealedAt,
            TraceParent = Activity.Current?.Id,
        });
        await db.AdvanceAsync(adopted.MandateId, Stage.Published, ct);
        outbox.Add(edition, new EditionPublished
        {
            ConceptId = adopted.AggregateId, Number = edition.Number, Path = Edition.PathOf(adopted.Tenant, edition.Number), ContentHash = edition.ContentHash,
        });
    }
}

static class PublicationSpans
{
    public static readonly ActivitySource Source = new("Integrationskonzept.Publication");

    public static void AddEditionConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<SealEdition>();
}
