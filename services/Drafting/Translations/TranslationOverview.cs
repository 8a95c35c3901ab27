using Integrationskonzept.Drafting.Sections;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>How far a concept is in its languages; read without its texts, in four queries whatever its size.</summary>
sealed class TranslationOverview
{
    readonly IReadOnlyList<(Place Place, Source Section)> sources;
    readonly ILookup<string, Made> made;

    TranslationOverview(IReadOnlyList<(Place Place, Source Section)> sources, IReadOnlyList<Made> made, IReadOnlyList<string> wanted)
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
        var outline = await Outline.OfAsync(db, conceptId, ct);
        var rows = await db
            .Sections.AsNoTracking()
            .Where(row => row.ConceptId == conceptId && (sectionKey == null || row.Key == sectionKey))
            .Select(row => new Source(row.Id, row.Revision, row.Markdown.Trim() != ""))
            .ToDictionaryAsync(row => row.Id, ct);
        var sections = outline
            .Places.Where(place => rows.ContainsKey(place.Section.Id))
            .Select(place => (place, rows[place.Section.Id]))
            .ToList();
        Guid? only = sectionKey is null ? null : rows.Keys.FirstOrDefault();
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
        return sources.Select(row => Of(row.Place, row.Section, language, bySection.GetValueOrDefault(row.Section.Id)));
    }

    static TranslationProgress Of(Place place, Source source, string language, Made? made) =>
        new(
            place.Section.Key,
            place.Number,
            place.Section.Title,
            language,
            StateOf(source, made),
            source.Revision,
            made?.SourceRevision,
            made?.Version,
            made?.At
        );

    static TranslationState StateOf(Source source, Made? made) =>
        !source.HasText ? TranslationState.NothingToTranslate
        : made is not { HasText: true } ? TranslationState.Missing
        : made.SourceRevision < source.Revision ? TranslationState.Stale
        : TranslationState.Current;

    sealed record Source(Guid Id, int Revision, bool HasText);

    sealed record Made(Guid SectionId, string Language, int SourceRevision, int Version, DateTimeOffset At, bool HasText);
}
