using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Concepts;

/// <summary>Has a place in a topic area of a concept, and a number that follows from it; its id stays.</summary>
public interface IPlaced
{
    Guid ConceptId { get; }

    /// <summary>Number of the topic area, from 1.</summary>
    int TopicArea { get; }

    /// <summary>Place in it, from 1, without gaps.</summary>
    int Position { get; }
}

/// <summary>
/// Keeps goals and measures in order. Whoever calls it holds the concept's lock (<see cref="ConceptLock"/>). What gets another number gets
/// another version, too: what was read of it is no longer true.
/// </summary>
static class ReadingOrder
{
    /// <summary>All of a concept, as they are printed.</summary>
    public static IQueryable<T> InReadingOrder<T>(this IQueryable<T> rows, Guid conceptId)
        where T : class, IPlaced =>
        rows.AsNoTracking().Where(row => row.ConceptId == conceptId).OrderBy(row => row.TopicArea).ThenBy(row => row.Position);

    public static IQueryable<T> In<T>(this IQueryable<T> rows, Guid conceptId, int topicArea)
        where T : Aggregate, IPlaced => rows.Where(row => row.ConceptId == conceptId && row.TopicArea == topicArea);

    /// <summary>The last place that is taken; 0 for none.</summary>
    public static async Task<int> LastPlaceAsync<T>(this IQueryable<T> area, CancellationToken ct)
        where T : Aggregate, IPlaced => await area.MaxAsync(row => (int?)row.Position, ct) ?? 0;

    /// <summary>Puts one at another place; those between move up or down.</summary>
    public static async Task MoveAsync<T>(this IQueryable<T> area, int from, int to, CancellationToken ct)
        where T : Aggregate, IPlaced
    {
        if (to > await area.LastPlaceAsync(ct))
            throw new PositionUnknown();
        var (first, last, step) = from < to ? (from, to, -1) : (to, from, 1);
        if (from != to)
            await RenumberAsync(area.Where(row => row.Position >= first && row.Position <= last), area, from, to, step, ct);
    }

    /// <summary>Closes the gap that one leaves.</summary>
    public static Task CloseAsync<T>(this IQueryable<T> area, int gap, CancellationToken ct)
        where T : Aggregate, IPlaced => RenumberAsync(area.Where(row => row.Position > gap), area, gap, gap, -1, ct);

    /// <summary>By negative numbers, since no two may have the same in between.</summary>
    static async Task RenumberAsync<T>(IQueryable<T> moving, IQueryable<T> area, int from, int to, int step, CancellationToken ct)
        where T : Aggregate, IPlaced
    {
        await moving.ExecuteUpdateAsync(
            set =>
                set.SetProperty(row => row.Position, row => row.Position == from ? -to : -(row.Position + step))
                    .SetProperty(row => row.Version, row => row.Version + 1),
            ct
        );
        await area.Where(row => row.Position < 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, row => -row.Position), ct);
    }
}

/// <summary>There are not so many.</summary>
public sealed class PositionUnknown()
    : InvalidFieldProblem("position", new("So viele gibt es in diesem Themenfeld nicht.", "There are not so many in this topic area."));
