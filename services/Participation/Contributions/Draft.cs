using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>
/// An Entwurf: what somebody has written and not submitted. No contribution yet and in no table of theirs, so that nothing counts it by
/// mistake.
/// </summary>
public sealed class Draft : Aggregate
{
    public required Guid TopicAreaId { get; init; }
    public required string Author { get; init; }
    public required ContributionKind Kind { get; set; }
    public string? Title { get; private set; }
    public string Text { get; private set; } = "";
    public string Language { get; private set; } = LanguageTag.German;
    public StakeholderGroup? Group { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }

    public void Save(WriteDraft write, DateTimeOffset now)
    {
        Kind = write.Kind;
        Title = Words.OrNull(write.Title);
        Text = write.Text?.Trim() ?? "";
        Language = LanguageTag.Canonical(write.Language);
        Group = write.Group;
        OrganisationId = write.OrganisationId;
        SavedAt = now;
    }

    /// <summary>A draft may say next to nothing, a contribution may not.</summary>
    public void RequireComplete()
    {
        if (Text.Length < Limits.LeastOfText)
            throw new DraftIncomplete(Limits.LeastOfText);
    }
}

sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.Property(row => row.Kind).HasConversion<string>();
        draft.Property(row => row.Group).HasConversion<string>();
        draft.Property(row => row.Title).HasMaxLength(Limits.Title);
        draft.Property(row => row.Language).HasMaxLength(LanguageTag.MaxLength);
        draft.HasIndex(row => new
        {
            row.Tenant,
            row.Author,
            row.Id,
        });
    }
}
