using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Integrationskonzept.ServiceDefaults.OpenApi;

/// <summary>All <c>api.json</c> of one assembly. Two slices that say something of the same name are a mistake of ours.</summary>
sealed class SliceNotes
{
    static readonly ConcurrentDictionary<Assembly, SliceNotes> Known = new();
    readonly Dictionary<(string What, string Name), JsonNode> notes = [];

    SliceNotes(Assembly assembly)
    {
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".api.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (what, named) in JsonNode.Parse(stream)!.AsObject())
            foreach (var (name, note) in named!.AsObject())
                if (!notes.TryAdd((what, name), note!))
                    throw new InvalidOperationException($"{file} says again what {name} is in {what}.");
        }
    }

    public static SliceNotes In(Assembly assembly) => Known.GetOrAdd(assembly, read => new(read));

    public JsonNode? Find(string what, string name) => notes.GetValueOrDefault((what, name));
}
