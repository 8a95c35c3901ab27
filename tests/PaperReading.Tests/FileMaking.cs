using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading.Tests;

/// <summary>Makes files of a text as programs do: a paragraph for each, tables as tables.</summary>
static partial class FileMaking
{
    const string WordNames = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const string OpenNames =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";

    public static byte[] Docx(string text)
    {
        var body = Blocks(
            text,
            WordParagraph,
            row => $"<w:tr>{Cells(row, cell => $"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>")}</w:tr>",
            rows => $"<w:tbl>{rows}</w:tbl>"
        );
        return Zip(("word/document.xml", $"<w:document {WordNames}><w:body>{body}</w:body></w:document>"));
    }

    public static byte[] Odt(string text)
    {
        var body = Blocks(
            text,
            OpenParagraph,
            row =>
                $"<table:table-row>{Cells(row, cell => $"<table:table-cell><text:p>{cell}</text:p></table:table-cell>")}</table:table-row>",
            rows => $"<table:table>{rows}</table:table>"
        );
        body = $"<office:text>{body}</office:text>";
        return Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", $"<office:document-content {OpenNames}><office:body>{body}</office:body></office:document-content>")
        );
    }

    public static byte[] Html(string text)
    {
        var body = Blocks(
            text,
            HtmlParagraph,
            row => $"<tr>{Cells(row, cell => $"<td>{cell}</td>")}</tr>",
            rows => $"<table>{rows}</table>"
        );
        const string Head = "<style>p { color: red }</style><script>alert('Kreistag')</script>";
        return Encoding.UTF8.GetBytes($"<!doctype html><html><head>{Head}</head><body>{body}</body></html>");
    }

    /// <summary>Letters of one width, so that columns stand under each other; headings in bold.</summary>
    public static byte[] Pdf(string text)
    {
        const int LinesOfPage = 60;
        var pages = text.Split('\n').Chunk(LinesOfPage).Select(lines => string.Concat(lines.Select(PdfLine))).ToList();
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, page) => $"{5 + 2 * page} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
        };
        foreach (var (page, content) in pages.Index())
        {
            objects.Add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1200 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
                    + $"/Contents {6 + 2 * page} 0 R >>"
            );
            var words = $"BT 12 TL 30 800 Td\n{content}ET";
            objects.Add($"<< /Length {words.Length} >>\nstream\n{words}\nendstream");
        }

        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (number, body) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}"
        );
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(file.ToString());
    }

    static string PdfLine(string line)
    {
        var isBold =
            line.StartsWith('#') || (line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal));
        var words = (isBold ? line.Trim('#', '*', ' ') : line)
            .Replace("\u00AD", "")
            .Replace("\\", "\\\\")
            .Replace("(", "\\(")
            .Replace(")", "\\)");
        return $"/F{(isBold ? 2 : 1)} 9 Tf ({words}) Tj T*\n";
    }

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    static string Blocks(string text, Func<string, string> paragraph, Func<string, string> row, Func<string, string> table)
    {
        var (made, rows) = (new StringBuilder(), new StringBuilder());
        foreach (var line in Whole(text).Append(""))
        {
            if (line.StartsWith('|'))
            {
                if (line.Any(char.IsLetterOrDigit))
                    rows.Append(row(line));
                continue;
            }

            if (rows.Length > 0)
                made.Append(table(rows.ToString()));
            rows.Clear();
            made.Append(paragraph(line));
        }

        return made.ToString();
    }

    /// <summary>Lines that a text program broke are one paragraph in a file.</summary>
    static List<string> Whole(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n').Select(line => Number().Replace(line.Trim(), "$1 ")))
        {
            if (
                lines.Count > 0
                && line.Length > 0
                && (
                    char.IsLower(line[0]) && !line.StartsWith("o ", StringComparison.Ordinal) && line is [_, not ')', ..]
                    || lines[^1].Length > 110
                )
                && lines[^1].Length > 0
            )
                lines[^1] += " " + line;
            else
                lines.Add(line);
        }

        return lines;
    }

    static string Cells(string row, Func<string, string> cell) =>
        string.Concat(row.Trim('|').Split('|').Select(words => cell(WebUtility.HtmlEncode(words.Trim(' ', '*')))));

    static string WordParagraph(string line)
    {
        var isBold = line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal);
        var style = line.StartsWith('#') ? "<w:pPr><w:pStyle w:val=\"berschrift2\"/></w:pPr>" : "";
        var runs = string.Join(
            "<w:r><w:tab/></w:r>",
            WebUtility.HtmlEncode(line.Trim('#', '*', ' ')).Split("   ", StringSplitOptions.RemoveEmptyEntries).Select(Run)
        );
        return $"<w:p>{style}{runs}</w:p>";

        string Run(string words) => $"<w:r>{(isBold ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space=\"preserve\">{words.Trim()}</w:t></w:r>";
    }

    static string OpenParagraph(string line)
    {
        var words = string.Join(
            "<text:tab/>",
            WebUtility.HtmlEncode(line.Trim('#', '*', ' ')).Split("   ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim())
        );
        return line.StartsWith('#') || line.StartsWith("**", StringComparison.Ordinal)
            ? $"<text:h text:outline-level=\"2\">{words}</text:h>"
            : $"<text:p>{words}</text:p>";
    }

    static string HtmlParagraph(string line)
    {
        var words = WebUtility.HtmlEncode(line.Trim('#', '*', ' '));
        return line.StartsWith('#') ? $"<h2>{words}</h2>"
            : line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal)
                ? $"<p><strong>{words}</strong></p>"
            : line.Contains("   ", StringComparison.Ordinal) ? $"<table><tr>{string.Concat(Columns(line))}</tr></table>"
            : $"<p>{words}</p>";
    }

    static IEnumerable<string> Columns(string line) =>
        line.Split("   ", StringSplitOptions.RemoveEmptyEntries).Select(cell => $"<td>{WebUtility.HtmlEncode(cell.Trim())}</td>");

    [GeneratedRegex(@"^(\w{1,4}[.)])\s+")]
    private static partial Regex Number();
}
