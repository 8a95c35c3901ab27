using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Translations;

/// <summary>Who translated.</summary>
public enum TranslationOrigin
{
    /// <summary>Somebody who answers for it.</summary>
    Person,

    /// <summary>A machine; nobody has looked at it.</summary>
    Machine,
}

/// <summary>
/// What a contribution says in another language, beside its own words. Of nobody: staff translate in the name of the Landkreis.
/// </summary>
public sealed class ContributionTranslation : Aggregate
{
    /// <summary>Other languages take more room than the one in which something was written.</summary>
    public const int MostOfText = 2 * Limits.Text;

    /// <inheritdoc cref="MostOfText"/>
    public const int MostOfTitle = 2 * Limits.Title;

    public required Guid ContributionId { get; init; }

    /// <summary>One of <see cref="TranslationLanguages.All"/>.</summary>
    public required string Language { get; init; }
    public string? Title { get; private set; }
    public string Text { get; private set; } = "";
    public TranslationOrigin Origin { get; private set; }

    /// <summary>Which wording of the contribution it translates.</summary>
    public int Revision { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The words are a person's from now on.</summary>
    public void Write(TranslatedWords words, Contribution of, DateTimeOffset now) => Say(words, TranslationOrigin.Person, of, now);

    /// <summary>Nobody has looked at the words.</summary>
    public void TakeFromMachine(TranslatedWords words, Contribution of, DateTimeOffset now) =>
        Say(words, TranslationOrigin.Machine, of, now);

    /// <summary>What a person wrote stays.</summary>
    public void RequireFromMachine()
    {
        if (Origin != TranslationOrigin.Machine)
            throw new TranslatedByPerson();
    }

    /// <summary>True if its author has changed the contribution since.</summary>
    public bool IsOutdated(Contribution of) => Revision < of.Revision;

    void Say(TranslatedWords words, TranslationOrigin origin, Contribution of, DateTimeOffset now)
    {
        (Title, Text) = (words.Title, words.Text);
        (Origin, Revision, WrittenAt) = (origin, of.Revision, now);
    }
}

/// <param name="Title">Where the contribution has one.</param>
/// <param name="Text">The words.</param>
public sealed record TranslatedWords(string? Title, string Text);

sealed class ContributionTranslationTable : IEntityTypeConfiguration<ContributionTranslation>
{
    public void Configure(EntityTypeBuilder<ContributionTranslation> translation)
    {
        translation.ToTable("contribution_translations");
        translation.Property(row => row.Language).HasMaxLength(LanguageTag.MaxLength);
        translation.Property(row => row.Title).HasMaxLength(ContributionTranslation.MostOfTitle);
        translation.Property(row => row.Origin).HasConversion<string>();
        translation
            .HasIndex(row => new
            {
                row.Tenant,
                row.ContributionId,
                row.Language,
            })
            .IsUnique();
    }
}
