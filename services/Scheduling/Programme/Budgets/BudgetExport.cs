using System.Globalization;
using Integrationskonzept.Spreadsheets;
using static Integrationskonzept.Spreadsheets.SpreadsheetWriter;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>
/// The proof of use (Verwendungsnachweis): a row for what each event costs by its plan and for each item, then what each source gives.
/// </summary>
static class BudgetExport
{
    public static Task<byte[]> WriteAsync(
        SpreadsheetFormat format,
        BudgetDto budget,
        IReadOnlyList<BudgetItem> items,
        IReadOnlyDictionary<Guid, decimal> planned,
        CancellationToken ct
    ) =>
        SpreadsheetWriter.WriteAsync(
            format,
            [.. Rows(budget, items, planned).Select(row => Columns(row, format))],
            "Verwendungsnachweis",
            ct
        );

    sealed record Row(
        DateOnly? Day,
        string Event,
        string Position,
        string Text,
        string? Reference,
        decimal? Planned,
        decimal? Committed,
        decimal? Actual
    );

    static IEnumerable<Row> Rows(BudgetDto budget, IReadOnlyList<BudgetItem> items, IReadOnlyDictionary<Guid, decimal> planned)
    {
        var byEvent = items.ToLookup(item => item.EventId);
        foreach (var row in budget.Events)
        {
            if (row.EventId is { } id && planned.GetValueOrDefault(id) is > 0 and var cost)
                yield return new(row.Day, row.Title, Name(Position.Moderation), "laut Plan", null, cost, null, null);
            foreach (var item in byEvent[row.EventId])
                yield return new(
                    row.Day,
                    row.Title,
                    Name(item.Position),
                    item.Text,
                    item.Reference,
                    item.Planned,
                    item.Committed,
                    item.Actual
                );
        }
        yield return new(null, "Summe", "", "", null, budget.Total.Planned, budget.Total.Committed, budget.Total.Actual);
        yield return new(null, "Bewilligt", "", "", null, budget.Granted, null, null);
        foreach (var share in budget.Funding)
            yield return new(null, "Finanzierung", "", share.Name, null, share.Granted, null, share.Spent);
    }

    static Dictionary<string, object?> Columns(Row row, SpreadsheetFormat format) =>
        new()
        {
            ["Datum"] = row.Day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            ["Veranstaltung"] = Plain(row.Event),
            ["Kostenart"] = row.Position,
            ["Verwendung"] = Plain(row.Text),
            ["Beleg"] = Plain(row.Reference),
            ["Geplant (EUR)"] = Amount(row.Planned, format),
            ["Gebunden (EUR)"] = Amount(row.Committed, format),
            ["Abgerechnet (EUR)"] = Amount(row.Actual, format),
        };

    static object? Amount(decimal? euros, SpreadsheetFormat format) =>
        format == SpreadsheetFormat.Csv ? euros?.ToString("0.00", German) : euros;

    static readonly CultureInfo German = new("de-DE");

    static string Name(Position position) =>
        position switch
        {
            Position.Moderation => "Moderation",
            Position.Venue => "Raum",
            Position.Catering => "Bewirtung",
            Position.Interpreting => "Dolmetschen",
            Position.Childcare => "Kinderbetreuung",
            Position.Material => "Material",
            Position.PublicRelations => "Öffentlichkeitsarbeit",
            Position.Travel => "Fahrtkosten",
            _ => "Sonstiges",
        };
}
