using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>A chapter of the concept or a section within one, as CommonMark.</summary>
public sealed class Section : Aggregate
{
    public required Guid ConceptId { get; init; }
    public required string Key { get; init; }
    public required string Title { get; set; }

    /// <summary>The section that it stands in; null for a chapter.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Place among those of the same parent.</summary>
    public required int Order { get; set; }
    public string? TopicAreaKey { get; init; }
    public required string Markdown { get; set; }

    /// <summary>Number of the last revision; 0 before the first.</summary>
    public int Revision { get; private set; }

    /// <summary>Version of the concluded topic area that filled the chapter; 0 before that.</summary>
    public int ConcludedVersion { get; private set; }

    /// <summary>How it begins, kept as revision 0: what is written later can be compared and merged with it.</summary>
    public Revision Begin(string editor, DateTimeOffset at) => Keep(0, editor, at);

    /// <summary>Replaces the text and keeps it as a revision.</summary>
    public Revision Edit(string title, string markdown, string editor, DateTimeOffset at, string? reason = null)
    {
        (Title, Markdown) = (title, markdown);
        return Keep(++Revision, editor, at, reason);
    }

    /// <summary>Takes the results of a topic area behind what editors have already written.</summary>
    public Revision Fill(string results, int concludedVersion, DateTimeOffset at)
    {
        ConcludedVersion = concludedVersion;
        return Edit(Title, Markdown.Length == 0 ? results : $"{Markdown.TrimEnd()}\n\n{results}", Sections.Revision.OfParticipation, at);
    }

    Revision Keep(int number, string editor, DateTimeOffset at, string? reason = null) =>
        new()
        {
            SectionId = Id,
            Number = number,
            Title = Title,
            Markdown = Markdown,
            Editor = editor,
            At = at,
            Reason = reason,
        };
}

/// <summary>A text that a section once had.</summary>
public sealed class Revision : ITenantOwned
{
    /// <summary>In place of an editor: results of a topic area, and what the mandate gives.</summary>
    public const string OfParticipation = "participation",
        OfMandate = "mandate";

    public string Tenant { get; private set; } = null!;
    public required Guid SectionId { get; init; }

    /// <summary>From 1; 0 is how the section began.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Markdown { get; init; }

    /// <summary>Pseudonymous id of the account that wrote it.</summary>
    public required string Editor { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in the editor's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The revision that somebody else had saved meanwhile, and that is in this one, too.</summary>
    public int? MergedWith { get; set; }

    /// <summary>The older revision whose text it has again.</summary>
    public int? RestoredFrom { get; set; }
}

sealed class SectionTable : IEntityTypeConfiguration<Section>, IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section
            .HasIndex(row => new
            {
                row.Tenant,
                row.ConceptId,
                row.Key,
            })
            .IsUnique();
        section.HasIndex(row => new { row.Tenant, row.ParentId });
    }

    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.HasKey(row => new
        {
            row.Tenant,
            row.SectionId,
            row.Number,
        });
        revision.HasIndex(row => new { row.Tenant, row.Editor });
        revision.Property(row => row.Reason).HasMaxLength(500);
    }
}
