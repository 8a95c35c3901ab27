using System.Globalization;
using Integrationskonzept.Contracts;

namespace Integrationskonzept.Publication.Site;

/// <summary>What is planned for a measure, as an edition says it: the data, behind the words of those who proposed it.</summary>
static class PlanWords
{
    static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static string? Beside(string? words, string? data) =>
        string.IsNullOrWhiteSpace(words) ? data
        : data is null ? words
        : $"{words} ({data})";

    public static string? Period(MeasurePlan? plan) =>
        (plan?.From, plan?.To) switch
        {
            ({ } from, { } to) when from == to => Month(from),
            ({ } from, { } to) => $"{Month(from)} bis {Month(to)}",
            ({ } from, null) => $"ab {Month(from)}",
            (null, { } to) => $"bis {Month(to)}",
            _ => null,
        };

    public static string? Cost(MeasurePlan? plan) =>
        (plan?.CostOnce, plan?.CostPerYear) switch
        {
            (null or 0, 0) or (0, null) => "keine Kosten",
            ({ } once, { } year and not 0) => $"{Euros(once)} einmalig, {Euros(year)} im Jahr",
            (null, { } year) => $"{Euros(year)} im Jahr",
            ({ } once, _) => $"{Euros(once)} einmalig",
            _ => null,
        };

    public static string? Funding(MeasurePlan? plan) =>
        (plan?.Funding, plan?.FundingAmount) switch
        {
            ({ } source, { } amount) => $"{source}: {Euros(amount)}",
            ({ } source, null) => source,
            (null, { } amount) => Euros(amount),
            _ => null,
        };

    public static string? Indicator(MeasurePlan? plan)
    {
        if (plan?.Indicator is not { } indicator)
            return null;
        var values = string.Join(
            ", ",
            new[]
            {
                indicator.Base is { } now ? $"heute {Number(now)}" : null,
                indicator.Target is { } target ? $"Ziel {Number(target)}" : null,
                indicator.By is { } month ? $"bis {Month(month)}" : null,
            }.OfType<string>()
        );
        var name = string.IsNullOrWhiteSpace(indicator.Unit) ? indicator.Name : $"{indicator.Name} in {indicator.Unit}";
        return values.Length == 0 ? name : $"{name}: {values}";
    }

    static string Euros(decimal amount) => amount.ToString(amount % 1 == 0 ? "#,##0" : "#,##0.00", German) + " €";

    static string Number(decimal number) => number.ToString("#,##0.##", German);

    static string Month(string month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? first.ToString("MMMM yyyy", German)
            : month;
}
