using System.Text.RegularExpressions;
using Integrationskonzept.ServiceDefaults.Rendering;

namespace Integrationskonzept.ServiceDefaults.Tests;

public sealed partial class When_people_write_markdown
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    [InlineData("<iframe src=\"https://example.org\"></iframe>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("![picture](https://example.org/track.png)")]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("[click](JaVaScRiPt:alert(1))")]
    [InlineData("[click](java&#115;cript:alert(1))")]
    [InlineData("[click](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("<javascript:alert(1)>")]
    public void Nothing_that_acts_or_loads_gets_through(string markdown)
    {
        var html = MarkdownHtml.Render(markdown).Value;
        Acting().IsMatch(html).ShouldBeFalse(html);
    }

    [Fact]
    public void Text_links_and_lists_stay()
    {
        var html = MarkdownHtml
            .Render("**Fett** und [Link](https://example.org/a?b=1 \"Titel\"), [Post](mailto:a@example.org)\n\n3. drei\n4. vier")
            .Value;
        html.ShouldContain("<strong>Fett</strong>");
        html.ShouldContain("<a href=\"https://example.org/a?b=1\" title=\"Titel\">Link</a>");
        html.ShouldContain("<a href=\"mailto:a@example.org\">");
        html.ShouldContain("<ol start=\"3\">");
    }

    [Fact]
    public void Tables_stay_with_their_head_and_alignment()
    {
        var html = MarkdownHtml.Render("| Maßnahme | Kosten |\n|---|---:|\n| Kurs | 5 € |").Value;
        html.ShouldContain("<thead>");
        html.ShouldContain("<th>Maßnahme</th>");
        html.ShouldContain("<th class=\"right\">Kosten</th>");
        html.ShouldNotContain("style=");
    }

    [Theory]
    [InlineData("# A\n## B\n### C", 2, "234")]
    [InlineData("### A\n##### B\n### C", 2, "232")]
    [InlineData("# A\n#### B\n## C\n# D", 3, "3443")]
    [InlineData("## A\n# B", 2, "22")]
    [InlineData("# A\n## B\n### C\n#### D\n##### E\n###### F", 4, "456666")]
    public void The_outline_starts_where_it_should_and_has_no_gaps(string markdown, int top, string levels) =>
        string.Concat(Headings().Matches(MarkdownHtml.Render(markdown, top).Value).Select(heading => heading.Groups[1].Value))
            .ShouldBe(levels);

    [Fact]
    public void Nothing_becomes_nothing() => MarkdownHtml.Render(null).Value.ShouldBeEmpty();

    [GeneratedRegex("""<(script|img|iframe|style|object|svg)|href="(javascript|data):|<[^>]+\son\w+=""", RegexOptions.IgnoreCase)]
    private static partial Regex Acting();

    [GeneratedRegex("<h([1-6])>")]
    private static partial Regex Headings();
}
