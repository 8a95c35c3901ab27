using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>An item of the budget; amounts in euros with cents.</summary>
public sealed record SetBudgetItem
{
    const string Most = "10000000";

    /// <summary>What the money is for.</summary>
    public required Position Position { get; init; }

    /// <summary>What exactly; no names of private people.</summary>
    [Required, MinLength(1), MaxLength(200)]
    public required string Text { get; init; }

    /// <summary>The event that it belongs to; none for what serves all.</summary>
    public Guid? EventId { get; init; }

    /// <summary>Number of an order or bill.</summary>
    [MaxLength(100)]
    public string? Reference { get; init; }

    /// <summary>Planned, on top of what the event costs by its plan.</summary>
    [Range(typeof(decimal), "0", Most)]
    public decimal Planned { get; init; }

    /// <summary>Ordered.</summary>
    [Range(typeof(decimal), "0", Most)]
    public decimal Committed { get; init; }

    /// <summary>Billed.</summary>
    [Range(typeof(decimal), "0", Most)]
    public decimal Actual { get; init; }

    /// <summary>True if nothing more will be billed.</summary>
    public bool IsSettled { get; init; }
}

/// <param name="Id">Id.</param>
/// <param name="Version">Raised with each change; the ETag.</param>
/// <param name="Position">What the money is for.</param>
/// <param name="Text">What exactly.</param>
/// <param name="EventId">The event.</param>
/// <param name="Reference">Number of an order or bill.</param>
/// <param name="Planned">Planned.</param>
/// <param name="Committed">Ordered.</param>
/// <param name="Actual">Billed.</param>
/// <param name="IsSettled">True if nothing more will be billed.</param>
public sealed record BudgetItemDto(
    Guid Id,
    int Version,
    Position Position,
    string Text,
    Guid? EventId,
    string? Reference,
    decimal Planned,
    decimal Committed,
    decimal Actual,
    bool IsSettled
) : IVersioned
{
    internal static BudgetItemDto From(BudgetItem row) =>
        new(row.Id, row.Version, row.Position, row.Text, row.EventId, row.Reference, row.Planned, row.Committed, row.Actual, row.IsSettled);
}

/// <summary>Who gives money: a fixed sum, or a share of what fixed sums leave. Exactly one of the two.</summary>
/// <param name="Name">Name, such as a state programme.</param>
/// <param name="Amount">Fixed sum in euros.</param>
/// <param name="Percent">Share of what is left after the fixed sums, more than 0 to 100.</param>
public sealed record FundingSource([Required, MaxLength(200)] string Name, decimal? Amount = null, decimal? Percent = null);

/// <param name="Sources">At most 10; fixed sums and shares together give no more than was granted.</param>
public sealed record SetFunding([MaxLength(10)] IReadOnlyList<FundingSource> Sources);

/// <param name="Version">Raised with each change; the ETag. 0 where nobody has set it.</param>
/// <param name="Sources">Who gives money.</param>
public sealed record FundingDto(int Version, IReadOnlyList<FundingSource> Sources) : IVersioned;

/// <summary>Amounts in euros.</summary>
/// <param name="Planned">Planned.</param>
/// <param name="Committed">Ordered.</param>
/// <param name="Actual">Billed.</param>
/// <param name="Expected">What it will cost as far as is known: what was billed where all is settled, else the greatest of planned, ordered
/// and billed; planned counts no more once something was ordered.</param>
public sealed record Amounts(decimal Planned, decimal Committed, decimal Actual, decimal Expected)
{
    internal static Amounts Sum(IEnumerable<Amounts> rows) =>
        rows.Aggregate(
            new Amounts(0, 0, 0, 0),
            (sum, row) =>
                new(sum.Planned + row.Planned, sum.Committed + row.Committed, sum.Actual + row.Actual, sum.Expected + row.Expected)
        );
}

/// <param name="EventId">The event; null for what serves all.</param>
/// <param name="Title">Its title.</param>
/// <param name="Day">Its day.</param>
/// <param name="Positions">Amounts by position.</param>
/// <param name="Total">Amounts together.</param>
public sealed record EventBudget(
    Guid? EventId,
    string Title,
    DateOnly? Day,
    IReadOnlyDictionary<Position, Amounts> Positions,
    Amounts Total
);

/// <param name="Name">Who gives money.</param>
/// <param name="Granted">Of what was granted.</param>
/// <param name="Spent">Of what was billed, in the same proportion.</param>
public sealed record FundingShare(string Name, decimal Granted, decimal Spent);

/// <summary>The budget of a mandate.</summary>
/// <param name="MandateId">The mandate.</param>
/// <param name="Granted">Money granted.</param>
/// <param name="Events">By event in order of time; what serves all comes last.</param>
/// <param name="Total">Amounts together.</param>
/// <param name="Remaining">Granted less expected; below zero where more was billed than granted.</param>
/// <param name="Funding">Who gives how much.</param>
/// <param name="Uncovered">What no source gives.</param>
/// <param name="Text">"Finanzielle Auswirkungen" for a Vorlage, German.</param>
public sealed record BudgetDto(
    Guid MandateId,
    decimal Granted,
    IReadOnlyList<EventBudget> Events,
    Amounts Total,
    decimal Remaining,
    IReadOnlyList<FundingShare> Funding,
    decimal Uncovered,
    string Text
);
