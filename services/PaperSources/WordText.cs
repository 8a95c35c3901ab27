using System.Xml;

namespace Integrationskonzept.PaperSources;

/// <summary>The text of a Word document (ISO/IEC 29500), as it stands once all changes are accepted.</summary>
static class WordText
{
    const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static string Read(byte[] file) => Package.Read(file, "word/document.xml", Read);

    static string Read(XmlReader xml)
    {
        var writing = new TextWriting();
        var (bold, plain, isBold) = (0, 0, false);
        while (xml.Read())
        {
            if (xml.NamespaceURI != Word)
                continue;
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "p"):
                    (bold, plain) = (0, 0);
                    if (xml.IsEmptyElement)
                        writing.EndParagraph();
                    break;
                case (XmlNodeType.EndElement, "p"):
                    writing.EndParagraph(bold > 0 && plain == 0);
                    break;
                case (XmlNodeType.Element, "pStyle") when IsHeading(xml.GetAttribute("val", Word)):
                    writing.Mark("# ");
                    break;
                case (XmlNodeType.Element, "numPr"):
                    writing.Mark("- ");
                    break;
                case (XmlNodeType.Element, "r"):
                    isBold = false;
                    break;
                case (XmlNodeType.Element, "b"):
                    isBold = xml.GetAttribute("val", Word) is not ("0" or "false");
                    break;
                case (XmlNodeType.Element, "t"):
                    var words = xml.IsEmptyElement ? "" : ReadWords(xml);
                    if (!string.IsNullOrWhiteSpace(words))
                        (bold, plain) = isBold ? (bold + 1, plain) : (bold, plain + 1);
                    writing.Say(words);
                    break;
                case (XmlNodeType.Element, "tab"):
                    writing.Say("\t");
                    break;
                case (XmlNodeType.Element, "br" or "cr"):
                    writing.Say("\n");
                    break;
                case (XmlNodeType.Element, "noBreakHyphen"):
                    writing.Say("-");
                    break;
                case (XmlNodeType.Element, "tr"):
                    writing.StartRow();
                    break;
                case (XmlNodeType.Element, "tc"):
                    writing.StartCell();
                    break;
                case (XmlNodeType.EndElement, "tr"):
                    writing.EndRow();
                    break;
                case (XmlNodeType.EndElement, "tbl"):
                    writing.EndBlock();
                    break;
            }
        }

        return writing.Done();
    }

    /// <summary>Up to the element's end, and no further: the reader stays on it.</summary>
    static string ReadWords(XmlReader xml)
    {
        var words = "";
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
            words += xml.Value;
        return words;
    }

    static bool IsHeading(string? style) =>
        style is not null
        && (
            style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)
            || style.Contains("berschrift", StringComparison.OrdinalIgnoreCase)
            || style.Equals("Titel", StringComparison.OrdinalIgnoreCase)
            || style.Equals("Title", StringComparison.OrdinalIgnoreCase)
        );
}
