using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>Into which languages a concept is to be translated. None until somebody chooses.</summary>
public sealed class ConceptLanguages : Aggregate
{
    /// <summary>More than anybody translates into.</summary>
    public const int Most = 30;

    public required Guid ConceptId { get; init; }

    /// <summary>In the order in which they were chosen.</summary>
    public List<string> Languages { get; set; } = [];
}

sealed class ConceptLanguagesTable : IEntityTypeConfiguration<ConceptLanguages>
{
    public void Configure(EntityTypeBuilder<ConceptLanguages> languages)
    {
        languages.ToTable("concept_languages");
        languages.Property(row => row.Languages).HasJson();
        languages.HasIndex(row => new { row.Tenant, row.ConceptId }).IsUnique();
    }
}
