namespace Integrationskonzept.Api.Tests.Rooms;

/// <summary>
/// The slices of a service (its folders, which are its namespaces; in Scheduling those inside the rooms) and which of them knows which.
/// </summary>
sealed class Slices
{
    readonly ILookup<(string From, string To), string> uses;

    /// <param name="program">The service's entry point; what lies beside it (the database, the migrations) is the frame, which knows
    /// all.</param>
    /// <param name="depth">How many folders down a slice lies.</param>
    public Slices(Type program, int depth = 1)
    {
        var root = program.Namespace + ".";
        uses = CompiledTypes
            .UsesIn(program.Assembly.Location)
            .Where(use => IsSlice(use.From) && IsSlice(use.To) && Slice(use.From) != Slice(use.To))
            .ToLookup(use => (Slice(use.From), Slice(use.To)), use => $"{use.From.Name} → {use.To.Name}");

        bool IsSlice(CompiledType type) =>
            type.Namespace.StartsWith(root, StringComparison.Ordinal) && type.Namespace != root + "Migrations";
        string Slice(CompiledType type) => string.Join('.', type.Namespace[root.Length..].Split('.').Take(depth));
    }

    /// <summary>Who knows whom.</summary>
    public IEnumerable<(string From, string To)> Arrows => uses.Select(pair => pair.Key);

    /// <summary>
    /// The arrows that lie on a cycle: what is left when slices that know nobody, or that nobody knows, are taken away again and again.
    /// </summary>
    public IReadOnlyList<(string From, string To)> InCycles()
    {
        var left = Arrows.ToList();
        while (left.RemoveAll(arrow => left.All(other => other.From != arrow.To) || left.All(other => other.To != arrow.From)) > 0) { }
        return left;
    }

    /// <summary>An arrow in words, with the types that make it.</summary>
    public string Words((string From, string To) arrow) => $"{arrow.From} → {arrow.To}: {string.Join(", ", uses[arrow].Order().Take(8))}";
}
