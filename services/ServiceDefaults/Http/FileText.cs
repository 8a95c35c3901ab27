using System.Text;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>A file's text: UTF-8 or UTF-16 as it says itself, else as older programs of Windows write it.</summary>
public static class FileText
{
    static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, or null if the file is none: a PDF, or a document of an office program.</summary>
    public static string? Read(byte[] file)
    {
        var text = Decode(file);
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    static string Decode(byte[] file)
    {
        try
        {
            return Decode(file, Strict);
        }
        catch (DecoderFallbackException)
        {
            return Decode(file, Windows);
        }
    }

    static string Decode(byte[] file, Encoding otherwise)
    {
        using var reader = new StreamReader(new MemoryStream(file), otherwise, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
