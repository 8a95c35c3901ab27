using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace Integrationskonzept.Spreadsheets;

/// <summary>Writes tables that people open in an office program.</summary>
public static class SpreadsheetWriter
{
    /// <summary>The file.</summary>
    /// <param name="format">Format.</param>
    /// <param name="rows">Cells by the heading of their column; every row has the same columns.</param>
    /// <param name="sheet">Name of the sheet, where the format has one.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<byte[]> WriteAsync(
        SpreadsheetFormat format,
        IReadOnlyList<Dictionary<string, object?>> rows,
        string sheet,
        CancellationToken ct
    )
    {
        using var file = new MemoryStream();
        if (format == SpreadsheetFormat.Csv)
            await file.SaveAsAsync(
                rows,
                excelType: ExcelType.CSV,
                configuration: new CsvConfiguration
                {
                    Seperator = ';',
                    StreamWriterFunc = stream => new StreamWriter(
                        stream,
                        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
                        leaveOpen: true
                    ),
                },
                cancellationToken: ct
            );
        else
            await file.SaveAsAsync(rows, sheetName: sheet, cancellationToken: ct);
        return file.ToArray();
    }

    /// <summary>Text that an office program would take for a formula stays text.</summary>
    public static string? Plain(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
}
