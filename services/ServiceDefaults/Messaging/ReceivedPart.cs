using System.Text.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>A part of a fact that waits for the others; once all are here its body is gone, and that it came stays.</summary>
public sealed class ReceivedPart : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid Whole { get; init; }
    public required int Number { get; init; }
    public string? Body { get; set; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>For the services that consume facts in parts.</summary>
public sealed class ReceivedPartTable : IEntityTypeConfiguration<ReceivedPart>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ReceivedPart> part)
    {
        part.ToTable("received_parts")
            .HasKey(row => new
            {
                row.Tenant,
                row.Whole,
                row.Number,
            });
        part.Property(row => row.Body).HasColumnType("jsonb");
    }
}

/// <summary>Keeps the parts of facts, in the consumer's transaction, until all are here: in any order, each once.</summary>
public sealed class PartCollector(ServiceDb db, TenantContext tenant, TimeProvider time)
{
    /// <summary>All parts in their order when the last one has come; null before that, and for a part that came again.</summary>
    public async Task<IReadOnlyList<T>?> CollectAsync<T>(T message, CancellationToken ct)
        where T : IntegrationEvent, IToldInParts
    {
        if (message.Part is not { } part)
            return [message];

        // One part of a fact at a time: of two at once, neither would see the other, and nobody would be the last.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({$"part/{tenant.Required}/{part.Whole}"}, 0))",
            ct
        );
        var here = await db.Set<ReceivedPart>().Where(row => row.Whole == part.Whole).ToListAsync(ct);
        if (here.Exists(row => row.Number == part.Number))
            return null;

        var own = new ReceivedPart
        {
            Whole = part.Whole,
            Number = part.Number,
            ReceivedAt = time.GetUtcNow(),
            Body = JsonSerializer.Serialize(message, JsonColumn.Options),
        };
        db.Add(own);
        here.Add(own);
        if (here.Count < part.Count)
            return null;

        List<T> all = [.. here.OrderBy(row => row.Number).Select(row => JsonSerializer.Deserialize<T>(row.Body!, JsonColumn.Options)!)];
        foreach (var row in here)
            row.Body = null;
        return all;
    }
}
