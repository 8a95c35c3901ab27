using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>The place of a card among those of its column.</summary>
static class CardOrder
{
    /// <summary>Between two cards, so that others fit in.</summary>
    public const double Step = 1024;
    const double Least = 1e-6;

    /// <summary>The place after the last card of a column.</summary>
    public static Task<double> EndAsync(this HeldBoard held, Guid column, CancellationToken ct) =>
        held.Cards.Where(row => row.ColumnId == column).EndAsync(ct);

    static async Task<double> EndAsync(this IQueryable<Card> cards, CancellationToken ct) =>
        (await cards.MaxAsync(row => (double?)row.Order, ct) ?? 0) + Step;

    /// <summary>In the middle between two, so that one card changes and not all of its column.</summary>
    public static async Task<double> OrderAsync(this HeldBoard held, Card card, Guid column, Card? before, CancellationToken ct)
    {
        if (before?.Id == card.Id && card.ColumnId == column)
            return card.Order; // before itself: where it is
        var others = held.Cards.Where(row => row.ColumnId == column && row.Id != card.Id);
        if (before is null || before.ColumnId != column)
            return await others.EndAsync(ct);
        var above = await others.Where(row => row.Order < before.Order).MaxAsync(row => (double?)row.Order, ct) ?? 0;
        if (before.Order - above > Least)
            return (above + before.Order) / 2;
        await held.SpreadAsync(card, column, ct);
        return before.Order - Step / 2;
    }

    /// <summary>Gives all of a column whole steps again, once halves have become too small; rare.</summary>
    static async Task SpreadAsync(this HeldBoard held, Card moved, Guid column, CancellationToken ct)
    {
        var cards = await held
            .Cards.Where(row => row.ColumnId == column && row.Id != moved.Id)
            .OrderBy(row => row.Order)
            .ThenBy(row => row.Id)
            .ToListAsync(ct);
        foreach (var (index, card) in cards.Index())
        {
            card.Order = (index + 1) * Step;
            held.Tell(BoardChangeKind.CardChanged, card.Id);
        }
    }
}
