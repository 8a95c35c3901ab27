using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Integrationskonzept.PaperSources;

/// <summary>
/// The text of a PDF, line by line: words at the same height are a line, gaps between columns are wide, more space between lines is a new
/// paragraph. A line whose letters are all bold is a heading.
/// </summary>
static class PdfText
{
    const int MostPages = 500;

    /// <summary>In heights of letters.</summary>
    const double SameLine = 0.5,
        Column = 1.6,
        Paragraph = 1.9;

    public static string Read(byte[] file)
    {
        try
        {
            using var document = PdfDocument.Open(file);
            if (document.NumberOfPages > MostPages)
                throw new SourceUnreadableException(SourceFault.TooLarge);
            var text = new StringBuilder();
            foreach (var page in document.GetPages())
            {
                Append(text, page);
                if (text.Length > PaperSource.MostText)
                    throw new SourceUnreadableException(SourceFault.TooLarge);
            }

            return text.ToString().AsSpan().Trim().IsEmpty ? throw new SourceUnreadableException(SourceFault.NoText) : text.ToString();
        }
        catch (PdfDocumentEncryptedException encrypted)
        {
            throw new SourceUnreadableException(SourceFault.Encrypted, encrypted);
        }
    }

    static void Append(StringBuilder text, Page page)
    {
        (double Bottom, double Height)? above = null;
        foreach (var line in Lines(page))
        {
            var (bottom, height) = (line.Average(word => word.BoundingBox.Bottom), Math.Max(1, line.Max(word => word.BoundingBox.Height)));
            if (above is { } last && last.Bottom - bottom > Paragraph * Math.Max(last.Height, height))
                text.Append('\n');
            above = (bottom, height);
            var isBold = line.TrueForAll(word => word.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) is true);
            var words = string.Concat(line.Select((word, at) => at == 0 ? word.Text : Gap(line[at - 1], word, height) + word.Text));
            text.Append(isBold ? $"**{words}**" : words).Append('\n');
        }

        text.Append('\n');
    }

    static string Gap(Word left, Word right, double height) =>
        right.BoundingBox.Left - left.BoundingBox.Right > Column * height ? "    " : " ";

    static List<List<Word>> Lines(Page page)
    {
        var lines = new List<List<Word>>();
        foreach (var word in page.GetWords().OrderByDescending(word => word.BoundingBox.Bottom))
        {
            if (lines.Count > 0 && lines[^1][0].BoundingBox.Bottom - word.BoundingBox.Bottom < SameLine * lines[^1][0].BoundingBox.Height)
                lines[^1].Add(word);
            else
                lines.Add([word]);
        }

        foreach (var line in lines)
            line.Sort((one, other) => one.BoundingBox.Left.CompareTo(other.BoundingBox.Left));
        return lines;
    }
}
