using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Budgets;

/// <summary>Who gives the money of a mandate, as it is written: a line a source.</summary>
public sealed class FundingForm
{
    public int Version { get; set; }
    public List<SourceLine> Sources { get; set; } = [];

    public static FundingForm Of(FundingDto funding)
    {
        var form = new FundingForm { Version = funding.Version!.Value, Sources = [.. funding.Sources!.Select(SourceLine.Of)] };
        form.Sources.Arrange();
        return form;
    }

    public SetFunding ToFunding() =>
        new() { Sources = [.. Sources.Where(line => !line.IsEmpty).Select((line, index) => line.ToSource($"sources[{index}]"))] };
}

/// <summary>One who gives money; without a name and a sum it is left out.</summary>
public sealed class SourceLine : IFormLine
{
    public string? Name { get; set; }
    public string? Amount { get; set; }
    public string? Percent { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name + Amount + Percent);

    public static SourceLine Of(FundingSource source) =>
        new()
        {
            Name = source.Name,
            Amount = source.Amount.ToField(),
            Percent = source.Percent.ToField(),
        };

    /// <exception cref="Unreadable">A sum or share is no number.</exception>
    public FundingSource ToSource(string api) =>
        new()
        {
            Name = Name ?? "",
            Amount = Amount.ToNumber($"{api}.amount"),
            Percent = Percent.ToNumber($"{api}.percent"),
        };
}
