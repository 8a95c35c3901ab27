using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.VisualBasic.FileIO;
using MiniExcelLibs;

namespace Integrationskonzept.Spreadsheets;

/// <summary>A table as it was sent: what stands in the first row names the columns.</summary>
/// <param name="Columns">Headings, trimmed, in their order.</param>
/// <param name="Rows">The rows below, those without any text left out.</param>
public sealed record SpreadsheetTable(IReadOnlyList<string> Columns, IReadOnlyList<SpreadsheetRow> Rows);

/// <param name="Number">Number of the row as an office program shows it; the headings are 1.</param>
/// <param name="Cells">Text by heading, trimmed; nothing for empty cells.</param>
public sealed record SpreadsheetRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string? this[string column] => Cells.GetValueOrDefault(column);
}

/// <summary>Reads tables that people send: CSV in UTF-8, UTF-16 or Windows-1252 with semicolons, commas or tabs, and workbooks.</summary>
public static class SpreadsheetReader
{
    const long MostUnpacked = 64 << 20;

    /// <summary>Two letters name 702 columns.</summary>
    const int MostLettersOfColumn = 2;

    /// <summary>Rows without text that may stand between others.</summary>
    const int MostEmpty = 1000;

    /// <summary>Reads a file by what it is, whatever it says of itself.</summary>
    /// <param name="file">The file.</param>
    /// <param name="most">How many rows it may have below the headings.</param>
    /// <exception cref="NotATable">Neither CSV nor a workbook.</exception>
    /// <exception cref="TooManyRows">More rows than may be.</exception>
    public static SpreadsheetTable Read(byte[] file, int most)
    {
        try
        {
            return IsWorkbook(file) ? ReadWorkbook(file, most) : ReadText(file, most);
        }
        catch (Exception unreadable) when (unreadable is not (Problem or OutOfMemoryException))
        {
            // Whatever a broken file makes of the reader: it is no table.
            throw new NotATable();
        }
    }

    static bool IsWorkbook(byte[] file) => file is [0x50, 0x4B, 0x03, 0x04, ..];

    static SpreadsheetTable ReadWorkbook(byte[] file, int most)
    {
        RequireSmall(file, most);
        return Table(
            new MemoryStream(file)
                .Query(excelType: ExcelType.XLSX)
                .Select((row, index) => (index + 1, (IReadOnlyList<object?>)[.. ((IDictionary<string, object?>)row).Values])),
            most
        );
    }

    /// <summary>
    /// A small file can be endless when unpacked, and one cell at the far end of a sheet makes a reader fill all cells before it: both are
    /// refused before anything is read.
    /// </summary>
    static void RequireSmall(byte[] file, int most)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var left = MostUnpacked;
        foreach (var entry in archive.Entries)
        {
            using var packed = entry.Open();
            var unpacked = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = packed.Read(buffer)) > 0; unpacked.Write(buffer, 0, read))
                if ((left -= read) < 0)
                    throw new NotATable();
            unpacked.Position = 0;
            if (
                entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            )
                RequireNear(unpacked, most);
        }
    }

    /// <summary>No row and no column far beyond what may be.</summary>
    static void RequireNear(Stream sheet, int most)
    {
        using var xml = XmlReader.Create(sheet, new() { DtdProcessing = DtdProcessing.Prohibit });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("row" or "c" or "dimension"))
                continue;
            var place = xml.GetAttribute(xml.LocalName == "dimension" ? "ref" : "r") ?? "";
            foreach (var corner in place.Split(':'))
            {
                var (column, row) = (corner.TakeWhile(char.IsAsciiLetter).Count(), corner.SkipWhile(char.IsAsciiLetter).Count());
                if (column > MostLettersOfColumn || row > 9)
                    throw new NotATable();
                if (int.TryParse(corner.AsSpan(column), CultureInfo.InvariantCulture, out var number) && number > most + MostEmpty)
                    throw new TooManyRows(most);
            }
        }
    }

    static SpreadsheetTable ReadText(byte[] file, int most)
    {
        var text = FileText.Read(file) ?? throw new NotATable();
        return Table(Lines(text), most);
    }

    /// <summary>The fields of each line, beginning with the line's number; blank lines are none.</summary>
    static IEnumerable<(int Number, IReadOnlyList<object?> Cells)> Lines(string text)
    {
        using var parser = new TextFieldParser(new StringReader(text)) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(Separator(text).ToString());
        var last = 0;
        while (parser.ReadFields() is { } fields)
        {
            last = parser.LineNumber > 0 ? (int)parser.LineNumber - 1 : last + 1;
            yield return (last, fields);
        }
    }

    /// <summary>The one that the headings have most of.</summary>
    static char Separator(string text)
    {
        var headings = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is > 0 and var end ? end : text.Length).ToString();
        return new[] { ';', ',', '\t' }.MaxBy(sign => headings.Count(one => one == sign));
    }

    static SpreadsheetTable Table(IEnumerable<(int Number, IReadOnlyList<object?> Cells)> lines, int most)
    {
        List<string?>? headings = null;
        var rows = new List<SpreadsheetRow>();
        foreach (var (number, line) in lines)
        {
            if (headings is null)
            {
                headings = [.. line.Select(Text)];
                continue;
            }
            var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (heading, value) in headings.Zip(line))
                if (heading is not null && Text(value) is { } text)
                    cells.TryAdd(heading, text);
            if (cells.Count == 0)
                continue;
            if (rows.Count == most)
                throw new TooManyRows(most);
            rows.Add(new(number, cells));
        }
        return new([.. (headings ?? []).OfType<string>()], rows);
    }

    static string? Text(object? value) =>
        (
            value is DateTime day
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : Convert.ToString(value, CultureInfo.InvariantCulture)
        )?.Trim()
            is { Length: > 0 } text
            ? text
            : null;
}

/// <summary>The file is no table.</summary>
public sealed class NotATable()
    : UnprocessableProblem(
        "not-a-table",
        new(
            "Diese Datei ist keine Tabelle, die wir lesen können. Speichern Sie sie als CSV oder als Arbeitsmappe (XLSX).",
            "This file is no table that we can read. Save it as CSV or as a workbook (XLSX)."
        )
    );

/// <summary>The table is too long.</summary>
public sealed class TooManyRows(int most)
    : UnprocessableProblem(
        "too-many-rows",
        new($"Eine Tabelle hat höchstens {most} Zeilen. Teilen Sie die Datei.", $"A table has {most} rows at most. Split the file.")
    );
