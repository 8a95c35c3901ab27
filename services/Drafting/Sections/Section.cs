using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>A chapter of the concept, as CommonMark.</summary>
public sealed class Section : Aggregate
{
    public required Guid ConceptId { get; init; }
    public required string Key { get; init; }
    public required string Title { get; set; }
    public required int Order { get; init; }
    public string? TopicAreaKey { get; init; }
    public required string Markdown { get; set; }

    /// <summary>Number of the last revision; 0 before the first.</summary>
    public int Revision { get; private set; }

    /// <summary>Version of the concluded topic area that filled the chapter; 0 before that.</summary>
    public int ConcludedVersion { get; private set; }

    /// <summary>Replaces the text and keeps it as a revision.</summary>
    public Revision Edit(string title, string markdown, string editor, DateTimeOffset at)
    {
        (Title, Markdown) = (title, markdown);
        return new()
        {
            SectionId = Id,
            Number = ++Revision,
            Title = title,
            Markdown = markdown,
            Editor = editor,
            At = at,
        };
    }

    /// <summary>Takes the results of a topic area behind what editors have already written.</summary>
    public Revision Fill(string results, int concludedVersion, DateTimeOffset at)
    {
        ConcludedVersion = concludedVersion;
        return Edit(Title, Markdown.Length == 0 ? results : $"{Markdown.TrimEnd()}\n\n{results}", "participation", at);
    }
}

/// <summary>A text that a section once had.</summary>
public sealed class Revision : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid SectionId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Markdown { get; init; }

    /// <summary>Pseudonymous id of the account that wrote it.</summary>
    public required string Editor { get; init; }
    public required DateTimeOffset At { get; init; }
}

sealed class SectionTable : IEntityTypeConfiguration<Section>, IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Section> section) =>
        section
            .HasIndex(row => new
            {
                row.Tenant,
                row.ConceptId,
                row.Key,
            })
            .IsUnique();

    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.HasKey(row => new
        {
            row.Tenant,
            row.SectionId,
            row.Number,
        });
        revision.HasIndex(row => new { row.Tenant, row.Editor });
    }
}
