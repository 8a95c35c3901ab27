using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.Rendering.Pdf;

/// <summary>
/// What has to be known of a PDF that Chromium printed to append to it (ISO 32000-1, section 7.5): where its objects are and
/// what the catalogue says. Chromium writes one plain cross-reference table; anything else is refused, not guessed at.
/// </summary>
sealed partial class PrintedPdf
{
    readonly byte[] bytes;
    readonly string text;

    public PrintedPdf(byte[] bytes)
    {
        this.bytes = bytes;
        // Latin-1 keeps one character per byte, so positions in the text are positions in the file.
        text = Encoding.Latin1.GetString(bytes);
        var start = StartXref().Match(text, Math.Max(0, text.Length - 64));
        CrossReferences = start.Success
            ? int.Parse(start.Groups["at"].ValueSpan, CultureInfo.InvariantCulture)
            : throw Unexpected("startxref");
        var trailer = text.IndexOf("trailer", CrossReferences, StringComparison.Ordinal);
        if (trailer < 0)
            throw Unexpected("trailer");
        Size = NumberAfter("/Size ", trailer);
        Root = NumberAfter("/Root ", trailer);
        Info = NumberAfter("/Info ", trailer);
    }

    public ReadOnlySpan<byte> Bytes => bytes;
    public int CrossReferences { get; }
    public int Size { get; }
    public int Root { get; }
    public int Info { get; }

    /// <summary>The entries of the catalogue without those named.</summary>
    public string CatalogWithout(params string[] keys)
    {
        var (start, end) = Extent(Root);
        var catalog = text[start..end];
        var open = catalog.IndexOf("<<", StringComparison.Ordinal);
        var close = catalog.LastIndexOf(">>", StringComparison.Ordinal);
        if (open < 0 || close < open || !catalog.Contains("/StructTreeRoot", StringComparison.Ordinal))
            throw Unexpected("tagged catalogue");
        var entries = catalog[(open + 2)..close];
        return keys.Aggregate(
            entries,
            (left, key) =>
                Regex.Replace(
                    left,
                    $@"/{key}\s*(<<[^<>]*>>|\([^()]*\)|<[^<>]*>|/\w+|\d+ \d+ R)\s*",
                    "",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
        );
    }

    /// <summary>Writes a date of the same length over those that Chromium took from the clock.</summary>
    public void ReplaceDates(string date)
    {
        var (start, end) = Extent(Info);
        foreach (Match found in Date().Matches(text[start..end]))
        {
            if (found.Length == date.Length)
                Encoding.ASCII.GetBytes(date).CopyTo(bytes, start + found.Index);
        }
    }

    (int Start, int End) Extent(int number)
    {
        // "xref", "0 305", then lines of exactly 20 bytes, one per object.
        var table = CrossReferencesTable().Match(text, CrossReferences);
        if (!table.Success || table.Index != CrossReferences || number >= Size)
            throw Unexpected("xref");
        var line = table.Index + table.Length + 20 * number;
        if (!int.TryParse(text.AsSpan(line, 10), CultureInfo.InvariantCulture, out var start))
            throw Unexpected("xref entry");
        var end = text.IndexOf("endobj", start, StringComparison.Ordinal);
        return end > start ? (start, end) : throw Unexpected("endobj");
    }

    int NumberAfter(string key, int from)
    {
        var at = text.IndexOf(key, from, StringComparison.Ordinal);
        if (at < 0)
            throw Unexpected(key);
        var digits = text.AsSpan(at + key.Length);
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(digits[..Math.Max(length, 0)], CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected(key);
    }

    static InvalidDataException Unexpected(string what) => new($"The printed PDF has no {what} of the known form.");

    [GeneratedRegex(@"startxref\s+(?<at>\d{1,9})\s+%%EOF", RegexOptions.CultureInvariant)]
    private static partial Regex StartXref();

    [GeneratedRegex(@"xref\s+0 \d+ ?\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex CrossReferencesTable();

    [GeneratedRegex(@"D:\d{14}\+00'00'", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
