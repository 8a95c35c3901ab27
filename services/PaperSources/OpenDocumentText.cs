using System.Globalization;
using System.Xml;

namespace Integrationskonzept.PaperSources;

/// <summary>The text of an OpenDocument text (ISO/IEC 26300), without what was deleted and is still tracked.</summary>
static class OpenDocumentText
{
    const int MostBlanks = 80;

    public static string Read(byte[] file) => Package.Read(file, "content.xml", Read);

    static string Read(XmlReader xml)
    {
        var writing = new TextWriting();
        var lists = 0;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "tracked-changes" or "annotation" or "note" or "sequence-decls" })
                xml.Skip();
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "h"):
                    writing.Mark("# ");
                    break;
                case (XmlNodeType.Element, "p"):
                    if (lists > 0)
                        writing.Mark("- ");
                    if (xml.IsEmptyElement)
                        writing.EndParagraph();
                    break;
                case (XmlNodeType.EndElement, "p" or "h"):
                    writing.EndParagraph();
                    break;
                case (XmlNodeType.Element, "list") when !xml.IsEmptyElement:
                    lists++;
                    break;
                case (XmlNodeType.EndElement, "list"):
                    if (--lists == 0)
                        writing.EndBlock();
                    break;
                case (XmlNodeType.Element, "tab"):
                    writing.Say("\t");
                    break;
                case (XmlNodeType.Element, "line-break"):
                    writing.Say("\n");
                    break;
                case (XmlNodeType.Element, "s"):
                    writing.Say(new(' ', Blanks(xml)));
                    break;
                case (XmlNodeType.Element, "table-row") when !xml.IsEmptyElement:
                    writing.StartRow();
                    break;
                case (XmlNodeType.Element, "table-cell"):
                    writing.StartCell();
                    break;
                case (XmlNodeType.EndElement, "table-row"):
                    writing.EndRow();
                    break;
                case (XmlNodeType.EndElement, "table"):
                    writing.EndBlock();
                    break;
                case (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace, _) when xml.Depth > 3:
                    writing.Say(xml.Value.Replace('\n', ' '));
                    break;
            }
        }

        return writing.Done();
    }

    static int Blanks(XmlReader xml)
    {
        for (var at = 0; at < xml.AttributeCount; at++)
        {
            xml.MoveToAttribute(at);
            if (xml.LocalName == "c" && int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var blanks))
            {
                xml.MoveToElement();
                return Math.Clamp(blanks, 1, MostBlanks);
            }
        }

        xml.MoveToElement();
        return 1;
    }
}
