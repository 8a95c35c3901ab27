using System.Text.RegularExpressions;

namespace Integrationskonzept.Api.Tests;

public sealed partial class When_the_contract_changes(MergedDocument document)
{
    [Fact]
    public void The_committed_description_changes_with_it()
    {
        var file = Path.Combine(MergedDocument.Root, "docs/api/openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_API") == "1")
            File.WriteAllText(file, document.Text);

        var (committed, served) = (File.ReadAllText(file).Split('\n'), document.Text.Split('\n'));
        var line = committed.Zip(served).TakeWhile(pair => pair.First == pair.Second).Count();

        (line == committed.Length && line == served.Length).ShouldBeTrue(
            $"""
            The API is not what docs/api/openapi.json says, first in line {line + 1}:
              committed: {committed.ElementAtOrDefault(line)}
              now:       {served.ElementAtOrDefault(line)}
            If the change is meant: UPDATE_API=1 ./test Api, then npm run generate in clients/typescript, and commit both.
            """
        );
    }

    [Fact]
    public void Every_kind_of_problem_is_documented_and_no_other()
    {
        var sources = new[] { "services", "gateway" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(MergedDocument.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText);
        // Named by a condition, not where the problem is made.
        string[] computed =
        [
            "400 validation",
            "400 unreadable-request",
            "422 weekend",
            "422 public-holiday",
            "422 school-holiday",
            "422 plan-does-not-fit",
        ];
        var raised = sources
            .SelectMany(text => Codes().Matches(text))
            .Select(match => $"{StatusOf(match)} {match.Groups["code"].Value}")
            .Concat(computed)
            .ToHashSet();

        var documented = Documented()
            .Matches(File.ReadAllText(Path.Combine(MergedDocument.Root, "docs/api/README.md")))
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}")
            .ToHashSet();

        raised.Except(documented).ShouldBeEmpty("docs/api/README.md lacks these problems");
        documented.Except(raised).ShouldBeEmpty("docs/api/README.md lists problems that nothing raises");
    }

    static string StatusOf(Match match) =>
        match.Groups["kind"].Value switch
        {
            "NotFound" => "404",
            "Conflict" => "409",
            "Unprocessable" => "422",
            "Forbidden" => "403",
            _ => match.Groups["status"].Value,
        };

    [GeneratedRegex(
        """
            (?: \b (?<kind> NotFound | Conflict | Unprocessable | Forbidden ) Problem \( \s*
              | : \s* Problem \( \s* StatusCodes\.Status (?<status>\d+) \w+ , \s*
              | \b (?<status>\d+) (?: \s or \s \d+ )* \s* => \s* \( \s* )
            "(?<code>[a-z-]+)" (?=,)
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Codes();

    [GeneratedRegex("""^\| (\d{3}) \| `([a-z-]+)` \|""", RegexOptions.Multiline)]
    private static partial Regex Documented();
}
