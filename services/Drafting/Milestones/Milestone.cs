using System.Security.Cryptography;
using System.Text.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Milestones;

/// <summary>A frozen state of the whole concept, to be put before an organization. It never changes.</summary>
public sealed class Milestone : Aggregate
{
    public required Guid ConceptId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset FrozenAt { get; init; }
    public required FrozenConcept Content { get; init; }

    /// <summary>SHA-256 of the content as JSON, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public static Milestone Freeze(Guid conceptId, int number, string title, FrozenConcept content, DateTimeOffset at) =>
        new()
        {
            ConceptId = conceptId,
            Number = number,
            Title = title,
            FrozenAt = at,
            Content = content,
            Hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, JsonColumn.Options))),
        };
}

/// <param name="Sections">All chapters in reading order.</param>
/// <param name="Measures">All measures in reading order, with the contributions behind them.</param>
public sealed record FrozenConcept(IReadOnlyList<AdoptedSection> Sections, IReadOnlyList<AdoptedMeasure> Measures)
{
    /// <summary>All goals in reading order; absent where there are none, so that older milestones keep their hash.</summary>
    public IReadOnlyList<AdoptedGoal>? Goals { get; init; }
}

sealed class MilestoneTable : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.Property(row => row.Content).HasJson();
        milestone
            .HasIndex(row => new
            {
                row.Tenant,
                row.ConceptId,
                row.Number,
            })
            .IsUnique();
    }
}

/// <summary>A milestone is what an organization read; it stays as it was.</summary>
public sealed class MilestoneIsFrozen()
    : ConflictProblem(
        "milestone-frozen",
        new(
            "Ein Meilenstein ist eingefroren und ändert sich nie. Ändern Sie die Kapitel und legen Sie einen neuen an.",
            "A milestone is frozen and never changes. Edit the chapters and make a new one."
        )
    );
