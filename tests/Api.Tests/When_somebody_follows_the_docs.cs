using System.Text.RegularExpressions;
using Integrationskonzept.Contracts;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Integrationskonzept.Api.Tests;

public sealed partial class When_somebody_follows_the_docs
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    static readonly IReadOnlyList<string> Files = [.. FilesOf(MergedDocument.Root)];

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var broken = Files
            .SelectMany(file => LinksOf(file).Where(link => !Leads(file, link.Url!)).Select(link => Words(file, link)))
            .ToList();

        Files.Count.ShouldBeGreaterThan(30);
        broken.ShouldBeEmpty($"These lead nowhere:\n{string.Join('\n', broken)}\n");
    }

    /// <summary>A link such as <c>[`Paper.Decide`](…/Paper.cs)</c> promises that the member is in that file.</summary>
    [Fact]
    public void What_a_link_to_code_names_is_there()
    {
        var named = (
            from file in Files
            from link in LinksOf(file)
            where link.FirstChild is CodeInline && link.Url!.EndsWith(".cs", StringComparison.Ordinal) && Leads(file, link.Url!)
            select (
                Link: $"{Words(file, link)} has no {NameOf(link)}",
                Member: NameOf(link),
                Code: File.ReadAllText(PathOf(file, link.Url!))
            )
        ).ToList();

        var missing = named.Where(link => !Regex.IsMatch(link.Code, $@"\b{link.Member}\b")).Select(link => link.Link).ToList();

        named.Count.ShouldBeGreaterThan(10);
        missing.ShouldBeEmpty($"These name what is not in the file:\n{string.Join('\n', missing)}\n");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_has_a_page_that_names_the_messages_that_it_tells_and_hears(string service)
    {
        var page = Path.Combine(MergedDocument.Root, "docs/architecture", $"{service}.md");
        File.Exists(page).ShouldBeTrue($"docs/architecture lacks {service}.md");

        MessagesAfter("Tells:", page).ShouldBe(NamesOf(route => route.Owner == service), $"{service}.md, Tells:");
        MessagesAfter("Hears:", page).ShouldBe(NamesOf(route => route.Readers.Contains(service)), $"{service}.md, Hears:");
    }

    public static TheoryData<string> Services =>
        [.. MessageTypes.Routes.SelectMany(route => route.Readers.Append(route.Owner)).Distinct().Order()];

    static IEnumerable<string> NamesOf(Func<MessageRoute, bool> which) =>
        MessageTypes.Routes.Where(which).Select(route => route.Type.Name).Order();

    /// <summary>The messages of the paragraph that begins so.</summary>
    static IEnumerable<string> MessagesAfter(string word, string page) =>
        Read(page)
            .Descendants<ParagraphBlock>()
            .Where(block => block.Inline?.FirstChild is LiteralInline first && first.ToString().StartsWith(word, StringComparison.Ordinal))
            .SelectMany(block => block.Inline!.Descendants<CodeInline>())
            .Select(code => code.Content)
            .Order();

    static IEnumerable<LinkInline> LinksOf(string file) =>
        Read(file).Descendants<LinkInline>().Where(link => !Outside().IsMatch(link.Url!));

    static bool Leads(string file, string url)
    {
        var path = PathOf(file, url);
        var anchor = url.Split('#').ElementAtOrDefault(1);
        return anchor is null
            ? File.Exists(path) || Directory.Exists(path)
            : File.Exists(path)
                && path.EndsWith(".md", StringComparison.Ordinal)
                && HeadingsOf(path).Contains(Uri.UnescapeDataString(anchor));
    }

    static string PathOf(string file, string url) =>
        url.Split('#')[0] is { Length: > 0 } path
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(path)))
            : file;

    static IEnumerable<string?> HeadingsOf(string file) =>
        Read(file).Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id);

    static MarkdownDocument Read(string file) => Markdown.Parse(File.ReadAllText(file), Pipeline);

    /// <summary>The last part of <c>Type.Member</c>.</summary>
    static string NameOf(LinkInline link) => ((CodeInline)link.FirstChild!).Content.Split('.')[^1];

    static string Words(string file, LinkInline link) =>
        $"{Path.GetRelativePath(MergedDocument.Root, file)}, line {link.Line + 1}: {link.Url}";

    /// <summary>All that we wrote; what is built, fetched or hidden is not ours.</summary>
    static IEnumerable<string> FilesOf(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.md")
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => Path.GetFileName(inner) is not ("node_modules" or "artifacts" or ['.', ..]))
                    .SelectMany(FilesOf)
            );

    [GeneratedRegex("^([a-z][a-z+.-]*:|//)")]
    private static partial Regex Outside();
}
