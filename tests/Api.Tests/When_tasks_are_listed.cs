using System.Text.RegularExpressions;

namespace Integrationskonzept.Api.Tests;

public sealed partial class When_tasks_are_listed(MergedDocument document)
{
    [Fact]
    public void Front_end_teams_can_read_when_each_kind_comes_and_goes()
    {
        var kinds = document.Json["components"]!["schemas"]!["TaskKind"]!["enum"]!.AsArray().Select(kind => kind!.GetValue<string>());
        var rows = Rows()
            .Matches(File.ReadAllText(Path.Combine(MergedDocument.Root, "docs/api/tasks.md")))
            .Select(match => match.Groups[1].Value);

        rows.ShouldBe(kinds, "docs/api/tasks.md lists other kinds, or in another order");
    }

    [Fact]
    public void What_one_service_says_alone_is_nothing_to_the_outside() =>
        document.Json["paths"]!
            .AsObject()
            .Select(path => path.Key)
            .Where(path => path.Contains("/tasks", StringComparison.Ordinal))
            .ShouldBe(["/api/v1/{tenant}/tasks"]);

    [GeneratedRegex("""^\| `([a-zA-Z]+)` \| (?!who \|)""", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
