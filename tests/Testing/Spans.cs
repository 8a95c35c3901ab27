using System.Collections.Concurrent;
using System.Diagnostics;

namespace Integrationskonzept.Testing;

/// <summary>The spans of this process that ended, from when it is made; tests tell theirs by tags.</summary>
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
    public IReadOnlyList<string?> Outcomes(params (string Key, object Value)[] tags) =>
        [.. With(tags).Select(span => (string?)span.GetTagItem("outcome"))];

    /// <summary>Those that have all these tags.</summary>
    public IEnumerable<Activity> With(params (string Key, object Value)[] tags) =>
        ended.Where(span => tags.All(tag => Equals(span.GetTagItem(tag.Key), tag.Value)));

    public void Dispose() => listener.Dispose();
}
