using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Integrationskonzept.Rendering.Pdf;

/// <summary>The XMP metadata of a PDF (ISO 16684-1) with the PDF/UA-1 identifier (ISO 14289-1, section 5).</summary>
static class XmpPacket
{
    static readonly XNamespace X = "adobe:ns:meta/";
    static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    static readonly XNamespace PdfUa = "http://www.aiim.org/pdfua/ns/id/";

    public static byte[] For(Document document)
    {
        var created = document.Created.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var description = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
            new XAttribute(XNamespace.Xmlns + "pdfuaid", PdfUa),
            new XElement(PdfUa + "part", "1"),
            new XElement(Dc + "format", "application/pdf"),
            new XElement(Dc + "title", Alternatives(document.Title, document.Language)),
            new XElement(Dc + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", document.Language))),
            new XElement(Xmp + "CreateDate", created),
            new XElement(Xmp + "ModifyDate", created)
        );
        if (document.Author is { } author)
            description.Add(new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", author))));
        if (document.Subject is { } subject)
            description.Add(new XElement(Dc + "description", Alternatives(subject, document.Language)));

        var packet = new XElement(
            X + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", X),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description)
        );
        return Encoding.UTF8.GetBytes(
            "<?xpacket begin=\"\uFEFF\" "
                + $"id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet.ToString().ReplaceLineEndings("\n")}\n<?xpacket end=\"w\"?>\n"
        );
    }

    static XElement Alternatives(string text, string language) =>
        new(
            Rdf + "Alt",
            new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text),
            new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", language), text)
        );
}
