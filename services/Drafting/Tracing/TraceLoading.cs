using System.Globalization;
using System.Text.Json;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Tracing;

/// <summary>
/// Reads a concept's whole trace, without its texts: some thousand short rows by some ten queries, whatever is asked for. That is quicker
/// than to ask the database step by step, and the same rules hold for one trace and for the whole.
/// </summary>
sealed class TraceLoading(DraftingDb db, Concept concept, string api)
{
    readonly TraceGraph graph = new();
    readonly Dictionary<Guid, (string Key, string Title)> sections = [];
    readonly Dictionary<Guid, TraceKey> parts = [];

    string Link(string path) => $"{api}/concepts/{concept.Id}/{path}";

    public async Task<TraceGraph> LoadAsync(CancellationToken ct)
    {
        var sources = await SourcesAsync(ct);
        var chapters = await AddChaptersAsync(ct);
        AddContributions(sources, chapters);
        await AddGoalsAndMeasuresAsync(sources.ToDictionary(row => row.ContributionId, row => row.TopicAreaKey), ct);
        await AddRevisionsAsync(ct);
        await AddMilestonesAsync(ct);
        await AddPapersAsync(ct);
        return graph;
    }

    Task<List<SourceRow>> SourcesAsync(CancellationToken ct) =>
        db
            .Database.SqlQuery<SourceRow>(
                $"""
                select contribution_id, topic_area_key, topic_area_id, revision, contribution ->> 'kind' as kind,
                    left(contribution ->> 'text', 120) as words
                from sources where tenant = {concept.Tenant} and concept_id = {concept.Id} order by contribution_id
                """
            )
            .ToListAsync(ct);

    async Task<Dictionary<string, TraceKey>> AddChaptersAsync(CancellationToken ct)
    {
        var rows = await db
            .Sections.AsNoTracking()
            .Where(row => row.ConceptId == concept.Id)
            .Select(row => new { Place = new OutlinedSection(row.Id, row.Key, row.Title, row.ParentId, row.Order), row.TopicAreaKey })
            .ToDictionaryAsync(row => row.Place.Id, ct);
        var byArea = new Dictionary<string, TraceKey>();
        foreach (var row in new Outline(rows.Values.Select(row => row.Place)).Places.Select(place => place.Section))
        {
            var key = graph.Add(TraceKind.Section, row.Key, row.Title, link: Link($"sections/{row.Key}"));
            sections[row.Id] = (row.Key, row.Title);
            parts[row.Id] = key;
            if (rows[row.Id].TopicAreaKey is { } area)
                byArea.TryAdd(area, key);
        }
        return byArea;
    }

    void AddContributions(List<SourceRow> sources, Dictionary<string, TraceKey> chapters)
    {
        foreach (var area in concept.TopicAreas)
            if (sources.Find(row => row.TopicAreaKey == area.Key) is { } first)
            {
                var link = first.TopicAreaId is { } id ? $"{api}/topic-areas/{id}/record" : null;
                var record = graph.Add(TraceKind.Record, area.Key, area.Title, link: link);
                if (chapters.TryGetValue(area.Key, out var chapter))
                    graph.Link(record, TraceEdgeKind.Filled, chapter);
            }
        foreach (var row in sources)
        {
            var link = row.TopicAreaId is { } id ? $"{api}/topic-areas/{id}/contributions/{row.ContributionId}" : null;
            var key = graph.Add(TraceKind.Contribution, $"{row.ContributionId}", row.Words, row.Kind, link: link);
            var record = new TraceKey(TraceKind.Record, row.TopicAreaKey);
            graph.Link(key, TraceEdgeKind.GatheredIn, record);
            graph.Since(key, row.Revision ?? 1);
            graph.Since(record, row.Revision ?? 1);
        }
    }

    async Task AddGoalsAndMeasuresAsync(Dictionary<Guid, string> areas, CancellationToken ct)
    {
        var goals = await db.Goals.InReadingOrder(concept.Id).ToListAsync(ct);
        var measures = await db.Measures.InReadingOrder(concept.Id).ToListAsync(ct);
        foreach (var row in goals)
            AddPlaced(TraceKind.Goal, row.Id, $"{row.Number} {row.Title}", null, "goals", row.SectionKey, row.ContributionIds, areas);
        foreach (var row in measures)
        {
            var state = MeasureGaps.Of(row.Proposal, row.Plan).Count == 0 ? "complete" : "incomplete";
            var label = $"{row.Number} {row.Proposal.Title}";
            AddPlaced(TraceKind.Measure, row.Id, label, state, "measures", row.SectionKey, row.Proposal.ContributionIds, areas);
            if (row.GoalId is { } goal && parts.TryGetValue(goal, out var served))
                graph.Link(served, TraceEdgeKind.ServedBy, parts[row.Id]);
        }
    }

    void AddPlaced(
        TraceKind kind,
        Guid id,
        string label,
        string? state,
        string path,
        string section,
        IReadOnlyList<Guid> contributions,
        Dictionary<Guid, string> areas
    )
    {
        var key = graph.Add(kind, $"{id}", label, state, link: Link($"{path}/{id}"));
        parts[id] = key;
        foreach (var contribution in contributions)
            graph.Link(new(TraceKind.Contribution, $"{contribution}"), TraceEdgeKind.LedTo, key);
        // What names no contribution may be the editors' own.
        foreach (var area in contributions.Select(one => areas.GetValueOrDefault(one)).OfType<string>().Distinct())
            graph.Link(new(TraceKind.Record, area), TraceEdgeKind.ResultedIn, key);
        graph.Link(key, TraceEdgeKind.StandsIn, new(TraceKind.Section, section));
    }

    async Task AddRevisionsAsync(CancellationToken ct)
    {
        var rows = await db
            .Revisions.AsNoTracking()
            .Where(row => db.Sections.Any(section => section.Id == row.SectionId && section.ConceptId == concept.Id))
            .OrderBy(row => row.SectionId)
            .ThenBy(row => row.Number)
            .Select(row => new
            {
                row.SectionId,
                row.Number,
                row.At,
            })
            .ToListAsync(ct);
        foreach (var row in rows)
        {
            // One that was added since the sections were read has no place in this trace.
            if (!sections.TryGetValue(row.SectionId, out var of))
                continue;
            var (section, title) = of;
            var key = graph.Add(
                TraceKind.Revision,
                $"{section}/{row.Number}",
                new Text($"{title}, Fassung {row.Number}", $"{title}, revision {row.Number}").ToString(),
                at: row.At,
                link: Link($"sections/{section}/revisions?before={row.Number + 1}")
            );
            graph.Link(new(TraceKind.Section, section), TraceEdgeKind.WrittenAs, key);
        }
    }

    async Task AddMilestonesAsync(CancellationToken ct)
    {
        var milestones = await db
            .Milestones.AsNoTracking()
            .Where(row => row.ConceptId == concept.Id)
            .OrderBy(row => row.Number)
            .Select(row => new
            {
                row.Number,
                row.Title,
                row.FrozenAt,
            })
            .ToListAsync(ct);
        foreach (var row in milestones)
            graph.Add(
                TraceKind.Milestone,
                $"{row.Number}",
                $"{row.Number}. {row.Title}",
                at: row.FrozenAt,
                link: Link($"milestones/{row.Number}")
            );
        var frozen = await db
            .MilestoneParts.AsNoTracking()
            .Where(row => row.ConceptId == concept.Id)
            .Select(row => new
            {
                row.Milestone,
                row.Kind,
                row.PartId,
                row.Revision,
            })
            .ToListAsync(ct);
        foreach (var row in frozen)
            graph.Link(PartOf(row.Kind, row.PartId, row.Revision), TraceEdgeKind.FrozenIn, new(TraceKind.Milestone, $"{row.Milestone}"));
    }

    /// <summary>The text of a chapter that has one; what is no longer there was withdrawn.</summary>
    TraceKey PartOf(MilestonePartKind kind, Guid id, int? revision)
    {
        if (!parts.TryGetValue(id, out var key))
            parts[id] = key = graph.Add(
                kind switch
                {
                    MilestonePartKind.Section => TraceKind.Section,
                    MilestonePartKind.Goal => TraceKind.Goal,
                    _ => TraceKind.Measure,
                },
                $"{id}",
                new Text("später zurückgezogen", "withdrawn later").ToString(),
                "withdrawn"
            );
        return kind == MilestonePartKind.Section && revision > 0 ? new(TraceKind.Revision, $"{key.Id}/{revision}") : key;
    }

    async Task AddPapersAsync(CancellationToken ct)
    {
        var papers = await db
            .Papers.AsNoTracking()
            .Where(row => row.Id == concept.MandateId || row.ConceptId == concept.Id)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Kind,
                row.State,
                row.Reference,
                row.Milestone,
                row.Consultations,
            })
            .ToListAsync(ct);
        foreach (var row in papers)
        {
            var paper = graph.Add(TraceKind.Paper, $"{row.Id}", row.Reference, Name(row.State), link: $"{api}/papers/{row.Id}");
            if (row.Milestone is { } milestone)
                graph.Link(new(TraceKind.Milestone, $"{milestone}"), TraceEdgeKind.SubmittedBy, paper);
            foreach (var step in row.Consultations.Where(step => step.Decision is not null))
                AddDecision(paper, step, row.Kind);
        }
    }

    void AddDecision(TraceKey paper, Consultation step, PaperKind kind)
    {
        var decided = step.Decision!;
        var key = graph.Add(
            TraceKind.Decision,
            $"{paper.Id}/{step.Number}",
            step.Organization,
            Name(decided.Outcome),
            on: decided.DecidedOn,
            link: $"{api}/papers/{paper.Id}"
        );
        graph.Link(paper, TraceEdgeKind.DecidedBy, key);
        if (!step.Authoritative || decided.Outcome is not (Outcome.Adopted or Outcome.AdoptedWithChanges))
            return;
        if (kind == PaperKind.Mandate)
            foreach (var area in concept.TopicAreas)
                graph.Link(key, TraceEdgeKind.Ordered, new(TraceKind.Record, area.Key));
        else if (concept.Edition is { } edition)
            graph.Link(
                key,
                TraceEdgeKind.AdoptedAs,
                graph.Add(
                    TraceKind.Edition,
                    edition.ToString(CultureInfo.InvariantCulture),
                    new Text($"Ausgabe {edition}", $"Edition {edition}").ToString(),
                    Name(concept.State),
                    link: concept.EditionPath
                )
            );
    }

    static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>A contribution, without all that a trace does not tell.</summary>
sealed record SourceRow(Guid ContributionId, string TopicAreaKey, Guid? TopicAreaId, int? Revision, string Kind, string Words);
