using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Concepts;

/// <summary>A measure as its form shows it.</summary>
public sealed class MeasureForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? TargetGroup { get; set; }
    public string? Owner { get; set; }
    public string? Partners { get; set; }
    public string? Period { get; set; }
    public string? Cost { get; set; }
    public string? Indicator { get; set; }
    public string? GoalId { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? CostOnce { get; set; }
    public string? CostPerYear { get; set; }
    public string? Funding { get; set; }
    public string? FundingAmount { get; set; }
    public string? Name { get; set; }
    public string? Unit { get; set; }
    public string? Base { get; set; }
    public string? Target { get; set; }
    public string? By { get; set; }

    internal static MeasureForm Of(MeasureDto row) =>
        new()
        {
            Version = row.Version!.Value,
            Title = row.Measure!.Title,
            Description = row.Measure.Description,
            TargetGroup = row.Measure.TargetGroup,
            Owner = row.Measure.Owner,
            Partners = row.Measure.Partners,
            Period = row.Measure.Period,
            Cost = row.Measure.Cost,
            Indicator = row.Measure.Indicator,
            GoalId = row.GoalId?.ToString(),
            From = row.Plan?.From,
            To = row.Plan?.To,
            CostOnce = row.Plan?.CostOnce.ToField(),
            CostPerYear = row.Plan?.CostPerYear.ToField(),
            Funding = row.Plan?.Funding,
            FundingAmount = row.Plan?.FundingAmount.ToField(),
            Name = row.Plan?.Indicator?.Name,
            Unit = row.Plan?.Indicator?.Unit,
            Base = row.Plan?.Indicator?.Base.ToField(),
            Target = row.Plan?.Indicator?.Target.ToField(),
            By = row.Plan?.Indicator?.By,
        };

    internal EditMeasure ToEdit() =>
        new()
        {
            Title = Title ?? "",
            Description = Description.ToText(),
            TargetGroup = TargetGroup.OrNull(),
            Owner = Owner.OrNull(),
            Partners = Partners.OrNull(),
            Period = Period.OrNull(),
            Cost = Cost.OrNull(),
            Indicator = Indicator.OrNull(),
            GoalId = GoalId.ToId(),
            Plan = new()
            {
                From = From.OrNull(),
                To = To.OrNull(),
                CostOnce = CostOnce.ToNumber("plan.costOnce"),
                CostPerYear = CostPerYear.ToNumber("plan.costPerYear"),
                Funding = Funding.OrNull(),
                FundingAmount = FundingAmount.ToNumber("plan.fundingAmount"),
                Indicator = ToIndicator(),
            },
        };

    /// <summary>None where nothing of it is said; without a name the API says that it is missing.</summary>
    EditIndicator? ToIndicator() =>
        new[] { Name, Unit, Base, Target, By }.All(string.IsNullOrWhiteSpace)
            ? null
            : new()
            {
                Name = Name ?? "",
                Unit = Unit.OrNull(),
                Base = Base.ToNumber("plan.indicator.base"),
                Target = Target.ToNumber("plan.indicator.target"),
                By = By.OrNull(),
            };
}
