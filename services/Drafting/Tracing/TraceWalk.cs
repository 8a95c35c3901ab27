namespace Integrationskonzept.Drafting.Tracing;

/// <summary>
/// All that leads to a thing and all that it leads to. Chapters and results hold more than what passes through them: whoever comes to the
/// results from one measure does not go on to all contributions of the topic area.
/// </summary>
sealed class TraceWalk(TraceGraph graph, TraceKey of)
{
    readonly HashSet<TraceKey> found = [of];

    public IReadOnlySet<TraceKey> Find()
    {
        Go(graph.After, IsForward);
        Go(graph.Before, IsBackward);
        AddResultsOfContributions();
        AddRevisionsOfChapters();
        return found;
    }

    void Go(Func<TraceKey, List<(TraceKey Key, TraceEdgeKind Kind)>> next, Func<Step, TraceEdgeKind, TraceKey, bool> goesOn)
    {
        var first = new Step(of, null, of);
        var seen = new HashSet<Step> { first };
        for (var steps = new Stack<Step>([first]); steps.TryPop(out var step); )
            foreach (var (key, kind) in next(step.Key))
            {
                if (!goesOn(step, kind, key))
                    continue;
                found.Add(key);
                // Where one came from matters to chapters and results alone.
                var from = key.Kind is TraceKind.Section ? step.Key : of;
                var to = new Step(key, key.Kind is TraceKind.Section or TraceKind.Record ? kind : null, from);
                if (seen.Add(to))
                    steps.Push(to);
            }
    }

    bool IsForward(Step at, TraceEdgeKind next, TraceKey to) =>
        (at.Key.Kind, at.Via) switch
        {
            (TraceKind.Record, TraceEdgeKind.GatheredIn) => next == TraceEdgeKind.Filled,
            (TraceKind.Section, TraceEdgeKind.StandsIn) => false,
            (TraceKind.Section, TraceEdgeKind.Filled) => next == TraceEdgeKind.WrittenAs
                && NumberOf(to) >= graph.SinceOf(of.Kind == TraceKind.Contribution ? of : at.From),
            _ => true,
        };

    static bool IsBackward(Step at, TraceEdgeKind next, TraceKey to) =>
        (at.Key.Kind, at.Via) switch
        {
            (TraceKind.Record, TraceEdgeKind.ResultedIn) => next == TraceEdgeKind.Ordered,
            (TraceKind.Section, TraceEdgeKind.WrittenAs or TraceEdgeKind.FrozenIn) => next == TraceEdgeKind.Filled,
            _ => true,
        };

    static int NumberOf(TraceKey revision) =>
        int.Parse(revision.Id.AsSpan(revision.Id.LastIndexOf('/') + 1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where each contribution was gathered, and who ordered that.</summary>
    void AddResultsOfContributions()
    {
        foreach (var contribution in found.Where(key => key.Kind == TraceKind.Contribution).ToList())
            found.UnionWith(Ends(graph.After(contribution), TraceEdgeKind.GatheredIn));
        foreach (var record in found.Where(key => key.Kind == TraceKind.Record).ToList())
        foreach (var decision in Ends(graph.Before(record), TraceEdgeKind.Ordered))
        {
            found.Add(decision);
            found.UnionWith(Ends(graph.Before(decision), TraceEdgeKind.DecidedBy));
        }
    }

    /// <summary>The texts that its milestones froze; before the first milestone the last one.</summary>
    void AddRevisionsOfChapters()
    {
        var hasMilestones = found.Any(key => key.Kind == TraceKind.Milestone);
        foreach (var section in found.Where(key => key.Kind == TraceKind.Section).ToList())
        {
            List<TraceKey> texts = [.. Ends(graph.After(section), TraceEdgeKind.WrittenAs)];
            if (!hasMilestones && texts.Count > 0)
                found.Add(texts[^1]);
            found.UnionWith(texts.Where(text => Ends(graph.After(text), TraceEdgeKind.FrozenIn).Any(found.Contains)));
        }
    }

    static IEnumerable<TraceKey> Ends(List<(TraceKey Key, TraceEdgeKind Kind)> edges, TraceEdgeKind kind) =>
        edges.Where(edge => edge.Kind == kind).Select(edge => edge.Key);

    readonly record struct Step(TraceKey Key, TraceEdgeKind? Via, TraceKey From);
}
