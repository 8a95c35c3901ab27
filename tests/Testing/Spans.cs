using System.Collections.Concurrent;
using System.Diagnostics;

namespace Integrationskonzept.Testing;

/// <summary>The spans of this process that ended, from when it is made; tests tell theirs by the tenant.</summary>
public sealed class Spans : IDisposable
{
    readonly ConcurrentQueue<Activity> ended = new();
    readonly ActivityListener listener;

    public Spans(params string[] sources)
    {
        listener = new()
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The outcomes of those that have all these tags, in the order in which they ended.</summary>
    public IReadOnlyList<string?> Outcomes(string tenant, params (string Key, object Value)[] tags) =>
        [.. With(tenant, tags).Select(span => (string?)span.GetTagItem("outcome"))];

    /// <summary>Those that have all these tags.</summary>
    public IEnumerable<Activity> With(string tenant, params (string Key, object Value)[] tags) =>
        ended.Where(span => tags.Append(("tenant", tenant)).All(tag => Equals(span.GetTagItem(tag.Item1), tag.Item2)));

    public void Dispose() => listener.Dispose();
}
