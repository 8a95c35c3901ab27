namespace Integrationskonzept.Contracts;

/// <summary>What is planned for a measure as data, beside the words of those who proposed it. What nobody has said is null.</summary>
/// <param name="From">First month, <c>2027-03</c>.</param>
/// <param name="To">Last month, not before the first; null with a first one: it goes on.</param>
/// <param name="CostOnce">What it costs once, in euros; 0: nothing.</param>
/// <param name="CostPerYear">What it costs each year, in euros; 0: nothing.</param>
/// <param name="Funding">Where the money comes from.</param>
/// <param name="FundingAmount">How much comes from there, in euros.</param>
/// <param name="Indicator">By what its success is measured.</param>
public sealed record MeasurePlan(
    string? From = null,
    string? To = null,
    decimal? CostOnce = null,
    decimal? CostPerYear = null,
    string? Funding = null,
    decimal? FundingAmount = null,
    MeasureIndicator? Indicator = null
);

/// <summary>By what the success of a measure is measured.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Unit">In which unit, such as <c>Personen je Jahr</c>.</param>
/// <param name="Base">The value today.</param>
/// <param name="Target">The value that is to be reached.</param>
/// <param name="By">Month by which it is to be reached, <c>2028-12</c>.</param>
public sealed record MeasureIndicator(string Name, string? Unit = null, decimal? Base = null, decimal? Target = null, string? By = null);
