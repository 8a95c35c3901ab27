using Integrationskonzept.ServiceDefaults.Authorization;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>A row of permissions.txt.</summary>
/// <param name="Who">Roles, or <see cref="PermissionTable.Anonymous"/>.</param>
/// <param name="IsTried">False if even a wrong request of one who may would act.</param>
sealed record Permission(IReadOnlyList<string> Who, bool IsTried)
{
    /// <summary>True if whoever has the role may; null is nobody's token.</summary>
    public bool Grants(string? caller, string? role) => Grants(role) || (caller is not null && Who.Contains(PermissionTable.SignedIn));

    /// <summary>The same for a role alone.</summary>
    public bool Grants(string? role) => Who.Contains(PermissionTable.Anonymous) || (role is not null && Who.Contains(role));
}

/// <summary>permissions.txt, read: who may do what, as people read it.</summary>
static class PermissionTable
{
    public const string Anonymous = "anonymous",
        SignedIn = "signed-in";

    public static IReadOnlyDictionary<string, Permission> Read()
    {
        var groups = new Dictionary<string, IEnumerable<string>>();
        var rows = new Dictionary<string, Permission>();
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Trust", "permissions.txt"));
        foreach (var line in lines.Where(line => line is not ("" or ['#', ..])))
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case [var group, "=", .. var members]:
                    groups[group] = members.SelectMany(Expand);
                    break;
                case [var method, var path, .. var who]:
                    rows.Add($"{method} {path}", new([.. who.Where(word => word != "*").SelectMany(Expand)], !who.Contains("*")));
                    break;
            }
        string[] known = [Anonymous, SignedIn, Roles.Operator, .. Roles.OfTenant];
        rows.Where(row => row.Value.Who is [] || row.Value.Who.Except(known).Any())
            .Select(row => row.Key)
            .ShouldBeEmpty("rows with words that are no roles");
        return rows;

        IEnumerable<string> Expand(string word) => groups.TryGetValue(word, out var members) ? members : [word];
    }
}
