using System.Xml;
using System.Xml.Linq;

namespace Integrationskonzept.Drafting.Tests;

/// <summary>
/// What XLIFF 2.0 demands of the elements that we write (sections 4.2 and 4.3 of the standard): which are in which, in which order, with
/// which attributes.
/// </summary>
static class XliffRules
{
    static readonly XNamespace Core = "urn:oasis:names:tc:xliff:document:2.0";
    static readonly string[] States = ["initial", "translated", "reviewed", "final"];

    public static void Check(XDocument xliff)
    {
        var root = xliff.Root!;
        root.Name.ShouldBe(Core + "xliff");
        Attributes(root, ["version", "srcLang", "trgLang"], []);
        root.Attribute("version")!.Value.ShouldBe("2.0");
        Children(root, "file").ShouldNotBeEmpty();
        Unique(root.Elements());
        foreach (var file in root.Elements())
        {
            Attributes(file, ["id"], ["original", "srcDir", "trgDir", "{http://www.w3.org/XML/1998/namespace}space"]);
            var content = Children(file, "notes", "unit");
            content.SkipWhile(child => child == "notes").ShouldAllBe(child => child == "unit");
            content.Count(child => child == "notes").ShouldBeLessThanOrEqualTo(1);
            content.ShouldContain("unit");
            foreach (var notes in file.Elements(Core + "notes"))
                Children(notes, "note").ShouldNotBeEmpty();
            Unique(file.Elements(Core + "unit"));
            foreach (var unit in file.Elements(Core + "unit"))
                Unit(unit);
        }
    }

    static void Unit(XElement unit)
    {
        Attributes(unit, ["id"], []);
        Children(unit, "segment", "ignorable").ShouldContain("segment");
        foreach (var part in unit.Elements())
        {
            var isSegment = part.Name.LocalName == "segment";
            Attributes(part, [], isSegment ? ["state"] : []);
            var texts = Children(part, "source", "target");
            (texts is ["source"] or ["source", "target"]).ShouldBeTrue();
            if (!isSegment)
                continue;
            var state = part.Attribute("state")?.Value ?? "initial";
            States.ShouldContain(state);
            if (state != "initial")
                texts.ShouldContain("target");
            foreach (var text in part.Elements())
            foreach (var point in text.Elements())
            {
                point.Name.ShouldBe(Core + "cp");
                Attributes(point, ["hex"], []);
            }
        }
    }

    static void Unique(IEnumerable<XElement> elements)
    {
        var ids = elements.Select(element => element.Attribute("id")!.Value).ToList();
        ids.ShouldAllBe(id => XmlConvert.VerifyNMTOKEN(id) == id);
        ids.ShouldBeUnique();
    }

    static List<string> Children(XElement parent, params string[] allowed)
    {
        parent.Nodes().OfType<XText>().Where(text => !string.IsNullOrWhiteSpace(text.Value)).ShouldBeEmpty();
        parent.Elements().ShouldAllBe(child => child.Name.Namespace == Core && allowed.Contains(child.Name.LocalName));
        return [.. parent.Elements().Select(child => child.Name.LocalName)];
    }

    static void Attributes(XElement element, string[] required, string[] possible)
    {
        var names = element.Attributes().Where(one => !one.IsNamespaceDeclaration).Select(one => one.Name.ToString()).ToList();
        required.Except(names).ShouldBeEmpty();
        names.Except(required).Except(possible).ShouldBeEmpty();
    }
}
