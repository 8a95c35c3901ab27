using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>
/// What the XML documentation says of types and properties. Read at runtime, because the framework's generator covers only the
/// assembly that calls it, and the types on the wire are the services'.
/// </summary>
static partial class XmlDocs
{
    static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Members = new();

    /// <summary>The summary of a type.</summary>
    public static string? Of(Type type) => Find(type, $"T:{NameOf(type)}")?.Element("summary") is { } summary ? Plain(summary) : null;

    /// <summary>The summary of a property; that of a positional record's parameter; that of the interface it comes from.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var own =
            Find(type, $"P:{NameOf(type)}.{property.Name}")?.Element("summary")
            ?? Find(type, $"T:{NameOf(type)}")?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == property.Name);
        return own is not null
            ? Plain(own)
            : type.GetInterfaces().Select(parent => parent.GetProperty(property.Name)).OfType<PropertyInfo>().Select(Of).FirstOrDefault();
    }

    static XElement? Find(Type type, string member) => Members.GetOrAdd(type.Assembly, Read).GetValueOrDefault(member);

    static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        return assembly.GetName().Name!.StartsWith("System", StringComparison.Ordinal) || !File.Exists(path)
            ? []
            : XDocument.Load(path).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
    }

    static string Plain(XElement element) =>
        Blanks()
            .Replace(
                string.Concat(
                    element
                        .Nodes()
                        .Select(node =>
                            node switch
                            {
                                XText text => text.Value,
                                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                                XElement reference when reference.Attribute("cref") is { } cref =>
                                    $"`{cref.Value[(cref.Value.LastIndexOf('.') + 1)..]}`",
                                XElement reference when reference.Attribute("name") is { } name => $"`{name.Value}`",
                                XElement other => other.Value,
                                _ => "",
                            }
                        )
                ),
                " "
            )
            .Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
