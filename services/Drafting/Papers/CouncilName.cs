namespace Integrationskonzept.Drafting.Papers;

/// <summary>Whether a paper means the tenant's council: "Kreistag des Landkreises Beispiel", "KT" and "Kreistag" are one.</summary>
static class CouncilName
{
    const string Short = "KT";

    public static bool IsSame(string one, string other) => Word(one) == Word(other);

    /// <summary>Without the Landkreis that it is of.</summary>
    static string Word(string name)
    {
        var word = name.Trim();
        foreach (var of in (string[])[" des ", " der ", " im ", " vom "])
        {
            var at = word.IndexOf(of, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                word = word[..at];
        }

        return word.Trim() == Short ? "KREISTAG" : word.Trim().ToUpperInvariant();
    }
}
