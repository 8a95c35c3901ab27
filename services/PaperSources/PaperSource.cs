using System.Text;

namespace Integrationskonzept.PaperSources;

/// <summary>Takes the text out of a file: with empty lines between paragraphs, Markdown's marks for headings, lists and tables.</summary>
public static class PaperSource
{
    /// <summary>Characters of text at most, far more than a paper has.</summary>
    public const int MostText = 5_000_000;

    static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static PaperSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text of a file, whatever it is called: its content tells what it is.</summary>
    /// <exception cref="SourceUnreadableException">The file can't be read.</exception>
    public static (SourceFormat Format, string Text) Read(byte[] file)
    {
        var format = FormatOf(file);
        try
        {
            var text = format switch
            {
                SourceFormat.Docx => WordText.Read(file),
                SourceFormat.Odt => OpenDocumentText.Read(file),
                SourceFormat.Pdf => PdfText.Read(file),
                SourceFormat.Html => HtmlText.Read(Decode(file)),
                SourceFormat.OParl => OParlText.Read(Decode(file)),
                _ => Decode(file),
            };
            return text.Length > MostText ? throw new SourceUnreadableException(SourceFault.TooLarge) : (format, text);
        }
        // What libraries throw at files that were made to break them has many types.
        catch (Exception broken) when (broken is not (SourceUnreadableException or OutOfMemoryException))
        {
            throw new SourceUnreadableException(SourceFault.Broken, broken);
        }
    }

    /// <summary>Where the main file of an OParl Paper is that tells its address and not its text; null for all else.</summary>
    public static Uri? MainFileOf(byte[] file) => FormatOf(file) == SourceFormat.OParl ? OParlText.MainFileOf(Decode(file)) : null;

    static SourceFormat FormatOf(byte[] file)
    {
        ReadOnlySpan<byte> start = file.AsSpan(0, Math.Min(file.Length, 1024));
        if (start.IndexOf("%PDF-"u8) >= 0)
            return SourceFormat.Pdf;
        if (start.StartsWith("PK"u8))
            return Package.FormatOf(file);
        // Old Word files, and new ones with a password.
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new SourceUnreadableException(SourceFault.Encrypted);
        var words = Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return words.StartsWith('{') ? SourceFormat.OParl
            : words.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && words.Contains("<html", StringComparison.OrdinalIgnoreCase)
                ? SourceFormat.Html
            : SourceFormat.Text;
    }

    /// <summary>UTF-8, or UTF-16 with its mark; what is neither is Windows-1252, in which any bytes are text.</summary>
    static string Decode(byte[] file)
    {
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(file.AsSpan(2));
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(file.AsSpan(2));
        try
        {
            return Utf8.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(file);
        }
    }
}
