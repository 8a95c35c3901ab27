using System.Text;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Papers;

/// <summary>A file's text: UTF-8 or UTF-16 as it says itself, else as older programs of Windows write it.</summary>
static class TextFile
{
    static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <exception cref="Unreadable">No text: a PDF, or a document of an office program.</exception>
    public static string Read(byte[] file, string api)
    {
        var text = Decode(file);
        return text.Contains('\0', StringComparison.Ordinal) ? throw new Unreadable(api, Unreadable.NoText) : text;
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
