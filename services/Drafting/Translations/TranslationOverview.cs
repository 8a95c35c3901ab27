using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>How far a concept is in its languages; read without its texts, in three queries whatever its size.</summary>
sealed class TranslationOverview
{
    readonly IReadOnlyList<Source> sources;
    readonly ILookup<string, Made> made;

    TranslationOverview(IReadOnlyList<Source> sources, IReadOnlyList<Made> made, IReadOnlyList<string> wanted)
    {
        this.sources = sources;
        this.made = made.ToLookup(row => row.Language);
        Wanted = wanted;
        Languages = [.. wanted, .. this.made.Select(language => language.Key).Except(wanted).Order(StringComparer.Ordinal)];
    }

    /// <summary>Those that the concept is to have.</summary>
    public IReadOnlyList<string> Wanted { get; }

    /// <summary>Those, and the others that something is translated into.</summary>
    public IReadOnlyList<string> Languages { get; }

    public static async Task<TranslationOverview> LookAsync(DraftingDb db, Guid conceptId, CancellationToken ct, string? sectionKey = null)
    {
        var sections = await db
            .Sections.AsNoTracking()
            .Where(row => row.ConceptId == conceptId && (sectionKey == null || row.Key == sectionKey))
            .OrderBy(row => row.Order)
            .Select(row => new Source(row.Id, row.Key, row.Title, row.Revision, row.Markdown.Trim() != ""))
            .ToListAsync(ct);
        Guid? only = sectionKey is null ? null : sections.FirstOrDefault()?.Id;
        var made = await db
            .SectionTranslations.AsNoTracking()
            .Where(row => row.ConceptId == conceptId && (only == null || row.SectionId == only))
            .Select(row => new Made(row.SectionId, row.Language, row.SourceRevision, row.Version, row.At, row.Markdown.Trim() != ""))
            .ToListAsync(ct);
        var wanted = await db.ConceptLanguages.AsNoTracking().SingleOrDefaultAsync(row => row.ConceptId == conceptId, ct);
        return new(sections, made, wanted?.Languages ?? []);
    }

    public IEnumerable<LanguageProgress> Progress() => Languages.Select(ProgressIn);

    public LanguageProgress ProgressIn(string language)
    {
        var states = In(language).Select(row => row.State).Where(state => state != TranslationState.NothingToTranslate).ToList();
        var translated = states.Count(state => state == TranslationState.Current);
        return new(
            language,
            Wanted.Contains(language),
            states.Count,
            translated,
            states.Count(state => state == TranslationState.Stale),
            states.Count(state => state == TranslationState.Missing),
            states.Count == 0 ? 0 : 100 * translated / states.Count
        );
    }

    /// <summary>All sections in reading order.</summary>
    public IEnumerable<TranslationProgress> In(string language)
    {
        var bySection = made[language].ToDictionary(row => row.SectionId);
        return sources.Select(source => Of(source, language, bySection.GetValueOrDefault(source.Id)));
    }

    static TranslationProgress Of(Source source, string language, Made? made) =>
        new(source.Key, source.Title, language, StateOf(source, made), source.Revision, made?.SourceRevision, made?.Version, made?.At);

    static TranslationState StateOf(Source source, Made? made) =>
        !source.HasText ? TranslationState.NothingToTranslate
        : made is not { HasText: true } ? TranslationState.Missing
        : made.SourceRevision < source.Revision ? TranslationState.Stale
        : TranslationState.Current;

    sealed record Source(Guid Id, string Key, string Title, int Revision, bool HasText);

    sealed record Made(Guid SectionId, string Language, int SourceRevision, int Version, DateTimeOffset At, bool HasText);
}
