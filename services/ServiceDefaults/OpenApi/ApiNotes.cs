using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>
/// What slices say of their API beside their code, each in an <c>api.json</c>: what its operations are about, what parameters mean, and
/// examples from the process of Limburg-Weilburg. What the service itself says comes before what the libraries say that it is built of.
/// </summary>
sealed class ApiNotes(IHostEnvironment environment)
{
    readonly IReadOnlyList<SliceNotes> all = Read(Assembly.Load(environment.ApplicationName));

    /// <summary>What a group of operations is about.</summary>
    public string? OfTag(string name) => (string?)Find("tags", name);

    /// <summary>What a parameter of path, query or header means, and an example where it helps.</summary>
    public (string Text, string? Example)? OfParameter(string name) =>
        Find("parameters", name) is { } note ? ((string)note["text"]!, (string?)note["example"]) : null;

    /// <summary>The example of an operation, or of a schema that is no type.</summary>
    public JsonNode? ExampleOf(string name) => Find("examples", name)?.DeepClone();

    /// <summary>The example of a type on the wire, said where the type is.</summary>
    public static JsonNode? ExampleOf(Type type) => SliceNotes.In(type.Assembly).Find("examples", type.Name)?.DeepClone();

    JsonNode? Find(string what, string name) => all.Select(notes => notes.Find(what, name)).FirstOrDefault(note => note is not null);

    static List<SliceNotes> Read(Assembly service) =>
        [
            SliceNotes.In(service),
            .. service
                .GetReferencedAssemblies()
                .Where(name => !name.Name!.StartsWith("System", StringComparison.Ordinal))
                .Select(name => SliceNotes.In(Assembly.Load(name))),
        ];
}
