using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>What a section says in another language, or in easy language: of one of its revisions.</summary>
public sealed class SectionTranslation : Aggregate
{
    /// <summary>Other languages take more room than German.</summary>
    public const int MostOfTitle = 400;

    /// <inheritdoc cref="MostOfTitle"/>
    public const int MostOfMarkdown = 400_000;

    public required Guid ConceptId { get; init; }
    public required Guid SectionId { get; init; }

    /// <summary>As <see cref="TranslationLanguage.Require"/> writes it.</summary>
    public required string Language { get; init; }
    public string Title { get; private set; } = "";
    public string Markdown { get; private set; } = "";

    /// <summary>Which revision of the section was translated; 0 before the section's first.</summary>
    public int SourceRevision { get; private set; }

    /// <summary>Number of the last text of this translation, from 1.</summary>
    public int Revision { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Replaces the text, and keeps it as a revision of the translation.</summary>
    public TranslationRevision Write(TranslatedText text, int sourceRevision, string editor, DateTimeOffset at)
    {
        Title = text.Title;
        Markdown = text.Markdown;
        SourceRevision = sourceRevision;
        At = at;
        return new()
        {
            TranslationId = Id,
            Number = ++Revision,
            Title = text.Title,
            Markdown = text.Markdown,
            SourceRevision = sourceRevision,
            Editor = editor,
            At = at,
        };
    }

    /// <summary>Whether it is of the section's last revision.</summary>
    public bool IsOf(Section section) => SourceRevision == section.Revision;

    public bool Says(TranslatedText text, int sourceRevision) =>
        Title == text.Title && Markdown == text.Markdown && SourceRevision == sourceRevision;
}

/// <param name="Title">Heading.</param>
/// <param name="Markdown">Text.</param>
public sealed record TranslatedText(string Title, string Markdown);

/// <summary>A text that a translation once had.</summary>
public sealed class TranslationRevision : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid TranslationId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Markdown { get; init; }
    public required int SourceRevision { get; init; }

    /// <summary>Pseudonymous id of the account that wrote it.</summary>
    public required string Editor { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <remarks>Foreign keys, by which they go with their section, are the migration's: the tenant in them is known only on saving.</remarks>
sealed class SectionTranslationTable : IEntityTypeConfiguration<SectionTranslation>, IEntityTypeConfiguration<TranslationRevision>
{
    public void Configure(EntityTypeBuilder<SectionTranslation> translation)
    {
        translation.Property(row => row.Language).HasMaxLength(LanguageTag.MaxLength);
        translation.Property(row => row.Title).HasMaxLength(SectionTranslation.MostOfTitle);
        translation
            .HasIndex(row => new
            {
                row.Tenant,
                row.SectionId,
                row.Language,
            })
            .IsUnique();
        translation.HasIndex(row => new
        {
            row.Tenant,
            row.ConceptId,
            row.Language,
        });
    }

    public void Configure(EntityTypeBuilder<TranslationRevision> revision)
    {
        revision.HasKey(row => new
        {
            row.Tenant,
            row.TranslationId,
            row.Number,
        });
        revision.HasIndex(row => new { row.Tenant, row.Editor });
    }
}
