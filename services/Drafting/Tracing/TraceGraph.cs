namespace Integrationskonzept.Drafting.Tracing;

/// <summary>A concept's things, and what came of what.</summary>
sealed class TraceGraph
{
    static readonly List<(TraceKey, TraceEdgeKind)> Nothing = [];
    readonly Dictionary<TraceKey, TraceNode> nodes = [];
    readonly Dictionary<TraceKey, List<(TraceKey Key, TraceEdgeKind Kind)>> after = [];
    readonly Dictionary<TraceKey, List<(TraceKey Key, TraceEdgeKind Kind)>> before = [];
    readonly Dictionary<TraceKey, int> since = [];

    public IEnumerable<TraceKey> Keys => nodes.Keys;

    public bool Has(TraceKey key) => nodes.ContainsKey(key);

    public TraceKey Add(
        TraceKind kind,
        string id,
        string label,
        string? state = null,
        DateTimeOffset? at = null,
        DateOnly? on = null,
        string? link = null
    )
    {
        var key = new TraceKey(kind, id);
        nodes.TryAdd(key, new(kind, id, label, state, at, on, link));
        return key;
    }

    /// <summary>Only between things that are there.</summary>
    public void Link(TraceKey from, TraceEdgeKind kind, TraceKey to)
    {
        if (!Has(from) || !Has(to))
            return;
        ListOf(after, from).Add((to, kind));
        ListOf(before, to).Add((from, kind));
    }

    /// <summary>The first revision of its chapter that knows the results, or the contribution.</summary>
    public void Since(TraceKey key, int revision) =>
        since[key] = since.TryGetValue(key, out var known) ? Math.Min(known, revision) : revision;

    public int SinceOf(TraceKey key) => since.GetValueOrDefault(key, 1);

    public List<(TraceKey Key, TraceEdgeKind Kind)> After(TraceKey key) => after.GetValueOrDefault(key, Nothing);

    public List<(TraceKey Key, TraceEdgeKind Kind)> Before(TraceKey key) => before.GetValueOrDefault(key, Nothing);

    /// <summary>These things, in the order in which they were added within their kind, and what is between them.</summary>
    public ConceptTrace Tell(TraceKey? of, IReadOnlySet<TraceKey> keys) =>
        new(
            of?.ToString(),
            [.. nodes.Where(pair => keys.Contains(pair.Key)).Select(pair => pair.Value).OrderBy(node => node.Kind)],
            [
                .. nodes
                    .Keys.Where(keys.Contains)
                    .SelectMany(from =>
                        After(from)
                            .Where(edge => keys.Contains(edge.Key))
                            .Select(edge => new TraceEdge($"{from}", $"{edge.Key}", edge.Kind))
                    ),
            ]
        );

    static List<(TraceKey, TraceEdgeKind)> ListOf(Dictionary<TraceKey, List<(TraceKey, TraceEdgeKind)>> lists, TraceKey key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}
