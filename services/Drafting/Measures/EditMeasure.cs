using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Drafting.Measures;

/// <summary>A measure's fields; what they mean is said at the measure.</summary>
/// <param name="Title">Title.</param>
/// <param name="Description">What is to be done, CommonMark.</param>
/// <param name="TargetGroup">For whom.</param>
/// <param name="Owner">Who is responsible.</param>
/// <param name="Partners">Who takes part.</param>
/// <param name="Period">When, in words.</param>
/// <param name="Cost">Cost and funding, in words.</param>
/// <param name="Indicator">How one will see that it works, in words.</param>
/// <param name="Plan">The same as data; null: nothing was said.</param>
/// <param name="GoalId">The goal of its topic area that it serves; null: none.</param>
public sealed record EditMeasure(
    [Required, MaxLength(300)] string Title,
    [MaxLength(20_000)] string Description,
    [MaxLength(1000)] string? TargetGroup = null,
    [MaxLength(300)] string? Owner = null,
    [MaxLength(1000)] string? Partners = null,
    [MaxLength(300)] string? Period = null,
    [MaxLength(1000)] string? Cost = null,
    [MaxLength(1000)] string? Indicator = null,
    EditPlan? Plan = null,
    Guid? GoalId = null
)
{
    internal MeasureProposal ToProposal(Guid id, IReadOnlyList<Guid> contributions) =>
        new(id, Title, Description, TargetGroup, Owner, Partners, Period, Cost, Indicator, contributions);
}

/// <param name="TopicAreaKey">Key of the topic area within the concept.</param>
/// <param name="Measure">What it says.</param>
public sealed record AddMeasure([Required, MaxLength(200)] string TopicAreaKey, EditMeasure Measure);

/// <summary>What is planned, as data; what nobody has said is left out.</summary>
/// <param name="From">First month, <c>2027-03</c>.</param>
/// <param name="To">Last month, not before the first; none with a first one: it goes on.</param>
/// <param name="CostOnce">What it costs once, in euros; 0: nothing.</param>
/// <param name="CostPerYear">What it costs each year, in euros; 0: nothing.</param>
/// <param name="Funding">Where the money comes from.</param>
/// <param name="FundingAmount">How much comes from there, in euros.</param>
/// <param name="Indicator">By what its success is measured.</param>
public sealed record EditPlan(
    [Written(EditPlan.Month, EditPlan.German, EditPlan.English)] string? From = null,
    [Written(EditPlan.Month, EditPlan.German, EditPlan.English)] string? To = null,
    [Range(0, 1e9)] decimal? CostOnce = null,
    [Range(0, 1e9)] decimal? CostPerYear = null,
    [MaxLength(300)] string? Funding = null,
    [Range(0, 1e9)] decimal? FundingAmount = null,
    EditIndicator? Indicator = null
)
{
    internal const string Month = "^20[0-9]{2}-(0[1-9]|1[0-2])$",
        German = "Jahr und Monat, etwa 2027-03",
        English = "year and month, such as 2027-03";

    /// <summary>Null where nothing is said.</summary>
    /// <exception cref="PeriodEndsBeforeItBegins">The last month is before the first.</exception>
    internal MeasurePlan? ToPlan()
    {
        if (string.CompareOrdinal(From, To ?? From) > 0)
            throw new PeriodEndsBeforeItBegins();
        var plan = new MeasurePlan(From, To, CostOnce, CostPerYear, Funding, FundingAmount, Indicator?.ToIndicator());
        return plan == new MeasurePlan() ? null : plan;
    }
}

/// <param name="Name">What is counted.</param>
/// <param name="Unit">In which unit, such as <c>Personen je Jahr</c>.</param>
/// <param name="Base">The value today.</param>
/// <param name="Target">The value that is to be reached.</param>
/// <param name="By">Month by which it is to be reached, <c>2028-12</c>.</param>
public sealed record EditIndicator(
    [Required, MaxLength(300)] string Name,
    [MaxLength(100)] string? Unit = null,
    [Range(-1e9, 1e9)] decimal? Base = null,
    [Range(-1e9, 1e9)] decimal? Target = null,
    [Written(EditPlan.Month, EditPlan.German, EditPlan.English)] string? By = null
)
{
    internal MeasureIndicator ToIndicator() => new(Name, Unit, Base, Target, By);
}

/// <summary>The last month is before the first.</summary>
public sealed class PeriodEndsBeforeItBegins()
    : InvalidFieldProblem(
        "plan.to",
        new(
            "Der letzte Monat liegt vor dem ersten. Tauschen Sie die beiden, oder lassen Sie den letzten weg.",
            "The last month is before the first. Swap the two, or leave out the last."
        )
    );

/// <summary>The topic area has no such goal.</summary>
public sealed class GoalUnknown()
    : InvalidFieldProblem(
        "goalId",
        new(
            "Dieses Ziel hat das Themenfeld der Maßnahme nicht. Wählen Sie ein anderes oder keines.",
            "The measure's topic area has no such goal. Choose another, or none."
        )
    );
