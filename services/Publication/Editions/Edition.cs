using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Publication.Editions;

/// <summary>An Ausgabe: what was adopted, sealed. The database refuses every change to it; errata are added beside it.</summary>
public sealed class Edition : Aggregate
{
    public required Guid ConceptId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>The sealed content, byte for byte as it was hashed.</summary>
    public required string ContentJson { get; init; }

    /// <summary>SHA-256 of <see cref="ContentJson"/> in UTF-8, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The sealed content, read.</summary>
    public SealedContent Content => JsonSerializer.Deserialize<SealedContent>(ContentJson, JsonColumn.Options)!;

    /// <summary>Permanent path of an edition.</summary>
    public static string PathOf(string tenant, int number) => $"/{tenant}/konzept/{number}";

    /// <summary>Seals what was adopted.</summary>
    public static Edition Seal(ConceptAdopted adopted, string publisher, DateTimeOffset at)
    {
        var json = JsonSerializer.Serialize(SealedContent.From(adopted, publisher), JsonColumn.Options);
        return new()
        {
            ConceptId = adopted.AggregateId,
            Number = adopted.Edition,
            SealedAt = at,
            ContentJson = json,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
        };
    }
}

sealed class EditionTable : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.Ignore(row => row.Content);
        edition.HasIndex(row => new { row.Tenant, row.Number }).IsUnique();
        edition.HasIndex(row => new { row.Tenant, row.ConceptId }).IsUnique();
    }
}
