using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Integrationskonzept.Rendering.Pdf;

/// <summary>
/// Adds title, language, viewer preferences and the PDF/UA-1 identifier to what Chromium printed, as an incremental update
/// (ISO 32000-1, section 7.5.6): the printed objects, their tags and the outline stay as they are.
/// </summary>
static class AccessiblePdf
{
    public static byte[] Complete(byte[] printed, Document document)
    {
        var pdf = new PrintedPdf(printed);
        var date = document.Created.ToString("'D:'yyyyMMddHHmmss\"+00'00'\"", CultureInfo.InvariantCulture);
        pdf.ReplaceDates(date);

        var metadata = pdf.Size;
        var catalog =
            pdf.CatalogWithout("Lang", "ViewerPreferences", "Version", "Metadata")
            + $"\n/Version /1.7\n/Lang {Text(document.Language)}\n/ViewerPreferences <</DisplayDocTitle true>>\n/Metadata {metadata} 0 R\n";
        var info =
            $"/Title {Text(document.Title)}\n"
            + (document.Author is { } author ? $"/Author {Text(author)}\n" : "")
            + (document.Subject is { } subject ? $"/Subject {Text(subject)}\n" : "")
            + $"/Producer {Text("Chromium Skia/PDF, Integrationskonzept")}\n/CreationDate ({date})\n/ModDate ({date})\n";

        using var output = new MemoryStream(printed.Length + 8192);
        output.Write(pdf.Bytes);
        var offsets = new SortedDictionary<int, long>();
        WriteObject(pdf.Info, $"<<{info}>>");
        WriteObject(pdf.Root, $"<<{catalog}>>");
        var packet = XmpPacket.For(document);
        // Not compressed: catalogues and checkers look for the packet in the raw file.
        WriteObject(metadata, $"<</Type /Metadata\n/Subtype /XML\n/Length {packet.Length}>>\nstream\n", packet, "\nendstream");

        var table = output.Position;
        Write("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets)
            Write($"{number} 1\n{offset:D10} 00000 n \n");
        // The file's identifier comes from its content, so that equal files have equal names (ISO 32000-1, section 14.4).
        var id = Convert.ToHexString(SHA256.HashData(output.ToArray())[..16]);
        Write(
            $"trailer\n<</Size {pdf.Size + 1}\n/Root {pdf.Root} 0 R\n/Info {pdf.Info} 0 R\n/Prev "
                + $"{pdf.CrossReferences}\n/ID [<{id}> <{id}>]>>\nstartxref\n{table}\n%%EOF\n"
        );
        return output.ToArray();

        void WriteObject(int number, string head, byte[]? stream = null, string tail = "")
        {
            if (offsets.Count == 0)
                Write("\n");
            offsets[number] = output.Position;
            Write($"{number} 0 obj\n{head}");
            if (stream is not null)
                output.Write(stream);
            Write($"{tail}\nendobj\n");
        }

        void Write(string text) => output.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>A text string (section 7.9.2.2): UTF-16 with a byte order mark, as hexadecimal digits.</summary>
    static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
