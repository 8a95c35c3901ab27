using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Planning;

/// <summary>The events of a plan cost no more together than was granted.</summary>
static class BudgetLimit
{
    /// <summary>Why not, where they do.</summary>
    public static BudgetExceeded? Check(decimal cost, decimal budget) => cost > budget ? new(cost, budget) : null;
}

/// <summary>The programme costs more than was granted.</summary>
public sealed class BudgetExceeded(decimal cost, decimal budget)
    : UnprocessableProblem(
        "budget-exceeded",
        new(
            $"Die Veranstaltungen kosten zusammen {Money.De(cost)}, bewilligt sind {Money.De(budget)}: es fehlen "
                + $"{Money.De(cost - budget)}.",
            $"The events cost {Money.En(cost)} together, {Money.En(budget)} are granted: {Money.En(cost - budget)} are missing."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?>
        {
            ["planned"] = cost,
            ["granted"] = budget,
            ["missing"] = cost - budget,
        };
}
