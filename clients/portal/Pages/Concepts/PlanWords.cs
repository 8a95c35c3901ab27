using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Concepts;

/// <summary>What is planned for a measure, in words; null where nothing was said.</summary>
static class PlanWords
{
    public static Text Of(MeasureGap? gap) =>
        gap switch
        {
            MeasureGap.Owner => new("Zuständige", "who is responsible"),
            MeasureGap.Period => new("Beginn oder Ende", "beginning or end"),
            MeasureGap.Cost => new("Kosten", "cost"),
            MeasureGap.Indicator => new("Indikator", "indicator"),
            _ => new("Zielwert", "target"),
        };

    public static string? Period(MeasurePlan? plan) =>
        (plan?.From, plan?.To) switch
        {
            (null, null) => null,
            (null, { } to) => new Text($"bis {Month(to)}", $"until {Month(to)}").ToString(),
            ({ } from, null) => new Text($"ab {Month(from)}", $"from {Month(from)}").ToString(),
            ({ } from, { } to) => from == to ? Month(from) : $"{Month(from)} – {Month(to)}",
        };

    public static string? Cost(MeasurePlan? plan) =>
        (plan?.CostOnce, plan?.CostPerYear) switch
        {
            (null, null) => null,
            ({ } once, null) => new Text($"{Landkreis.Money(once)} einmalig", $"{Landkreis.Money(once)} once").ToString(),
            (null, { } year) => new Text($"{Landkreis.Money(year)} im Jahr", $"{Landkreis.Money(year)} a year").ToString(),
            ({ } once, { } year) => new Text(
                $"{Landkreis.Money(once)} einmalig, {Landkreis.Money(year)} im Jahr",
                $"{Landkreis.Money(once)} once, {Landkreis.Money(year)} a year"
            ).ToString(),
        };

    public static string? Funding(MeasurePlan? plan) =>
        (plan?.Funding, plan?.FundingAmount) switch
        {
            (null, null) => null,
            ({ } source, null) => source,
            (var source, { } amount) => source is null ? Landkreis.Money(amount) : $"{source}: {Landkreis.Money(amount)}",
        };

    public static string? Indicator(MeasurePlan? plan) =>
        plan?.Indicator is not { } one
            ? null
            : string.Join(
                ", ",
                new[]
                {
                    string.IsNullOrWhiteSpace(one.Unit) ? one.Name : $"{one.Name} ({one.Unit})",
                    one.Base is { } now ? new Text($"heute {Number(now)}", $"today {Number(now)}").ToString() : null,
                    one.Target is { } target ? new Text($"Ziel {Number(target)}", $"target {Number(target)}").ToString() : null,
                    one.By is { } month ? new Text($"bis {Month(month)}", $"by {Month(month)}").ToString() : null,
                }.OfType<string>()
            );

    static string Number(double number) => Landkreis.Number(number);

    static string Month(string month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new Text(first.ToString("MMMM yyyy", German), first.ToString("MMMM yyyy", British)).ToString()
            : month;

    static readonly CultureInfo German = new("de-DE");
    static readonly CultureInfo British = new("en-GB");
}
