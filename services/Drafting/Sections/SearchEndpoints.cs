using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>
/// Looks for words in all sections of a concept, in the forms that German gives them, and for parts of its long words. The column
/// <c>words</c> is PostgreSQL's own affair (see the migration); rows come by the concept, of which each has a few hundred.
/// </summary>
static class SearchEndpoints
{
    const int Most = 50;

    /// <summary>Marks in an excerpt, of signs that no text has.</summary>
    const char Begin = '\u0002',
        End = '\u0003';

    /// <summary>In place of &lt; while PostgreSQL makes the excerpt, which leaves out what looks like HTML; here that is text.</summary>
    const string Bracket = "\u0004";

    public static void MapSectionSearch(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("concepts/{conceptId:guid}/sections/search", "Sections")
            .MapGet("", SearchAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("search-sections")
            .WithSummary("Sections that have all the words, or what was typed as part of a word; the best first, at most 50");

    static async Task<Ok<List<FoundSection>>> SearchAsync(
        Guid conceptId,
        [MinLength(2), MaxLength(200)] string? words,
        DraftingDb db,
        CancellationToken ct
    )
    {
        await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
        if (words is null)
            return TypedResults.Ok(new List<FoundSection>());
        var part = words.Trim().ToLowerInvariant();
        var options = $"StartSel={Begin}, StopSel={End}, MaxFragments=2, MaxWords=30, MinWords=10, FragmentDelimiter=\" … \"";
        var found = await db
            .Database.SqlQuery<FoundRow>(
                $"""
                select
                    id,
                    ts_headline('german', replace(markdown, '<', {Bracket}), query, {options}) as excerpt,
                    substring(markdown from greatest(strpos(lower(markdown), {part}) - 80, 1) for 240) as nearby
                from (
                    select id, markdown, query, ts_rank(words, query) as rank
                    from sections, websearch_to_tsquery('german', {words}) as query
                    where concept_id = {conceptId}
                        and (words @@ query or strpos(lower(title), {part}) > 0 or strpos(lower(markdown), {part}) > 0)
                    order by rank desc, id
                    limit {Most}
                ) as best
                order by rank desc, id
                """
            )
            .ToListAsync(ct);
        if (found.Count == 0)
            return TypedResults.Ok(new List<FoundSection>());
        var outline = await Outline.OfAsync(db, conceptId, ct);
        return TypedResults.Ok(
            found
                .Select(row =>
                    (
                        Place: outline[row.Id],
                        Excerpt: row.Excerpt.Contains(Begin) ? row.Excerpt.Replace(Bracket, "<") : Marked(row.Nearby, part)
                    )
                )
                .Select(row => new FoundSection(
                    row.Place.Section.Key,
                    row.Place.Number,
                    row.Place.Section.Title,
                    [.. PartsOf(row.Excerpt)]
                ))
                .ToList()
        );
    }

    static IEnumerable<ExcerptPart> PartsOf(string excerpt)
    {
        foreach (var part in excerpt.Split(Begin).Index())
        {
            var ends = part.Index == 0 ? -1 : part.Item.IndexOf(End, StringComparison.Ordinal);
            if (ends > 0)
                yield return new(part.Item[..ends], true);
            if (ends + 1 < part.Item.Length)
                yield return new(part.Item[(ends + 1)..], false);
        }
    }

    static string Marked(string nearby, string part) =>
        Regex.Replace(nearby, Regex.Escape(part), $"{Begin}$0{End}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    sealed record FoundRow(Guid Id, string Excerpt, string Nearby);
}

/// <param name="Key">Key of the section.</param>
/// <param name="Number">Number as printed.</param>
/// <param name="Title">Heading.</param>
/// <param name="Excerpt">Where the words stand, as text.</param>
public sealed record FoundSection(string Key, string Number, string Title, IReadOnlyList<ExcerptPart> Excerpt);

/// <param name="Text">Some words.</param>
/// <param name="Found">True for those that were looked for.</param>
public sealed record ExcerptPart(string Text, bool Found);
