using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>Formats of the export.</summary>
public enum BudgetFormat
{
    /// <summary>UTF-8 with byte order mark, semicolons, decimal commas: opens in a German office program as it is.</summary>
    Csv,

    /// <summary>Office Open XML workbook.</summary>
    Xlsx,
}

/// <summary>
/// The proof of use (Verwendungsnachweis): a row for what each event costs by its plan and for each item, then what each source gives.
/// </summary>
static class BudgetExport
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<byte[]> WriteAsync(
        BudgetFormat format,
        BudgetDto budget,
        IReadOnlyList<BudgetItem> items,
        IReadOnlyDictionary<Guid, decimal> planned,
        CancellationToken ct
    )
    {
        var rows = Rows(budget, items, planned).Select(row => Columns(row, format)).ToList();
        using var file = new MemoryStream();
        if (format == BudgetFormat.Csv)
            await file.SaveAsAsync(
                rows,
                excelType: ExcelType.CSV,
                configuration: new CsvConfiguration
                {
                    Seperator = ';',
                    StreamWriterFunc = stream => new StreamWriter(
                        stream,
                        new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
                        leaveOpen: true
                    ),
                },
                cancellationToken: ct
            );
        else
            await file.SaveAsAsync(rows, sheetName: "Verwendungsnachweis", cancellationToken: ct);
        return file.ToArray();
    }

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

    static Dictionary<string, object?> Columns(Row row, BudgetFormat format) =>
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

    static object? Amount(decimal? euros, BudgetFormat format) => format == BudgetFormat.Csv ? euros?.ToString("0.00", German) : euros;

    static readonly CultureInfo German = new("de-DE");

    /// <summary>Text that an office program would take for a formula stays text.</summary>
    static string? Plain(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

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
