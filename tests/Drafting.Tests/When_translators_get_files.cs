using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Translations;
using Integrationskonzept.Drafting.Translations.Xliff;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_translators_get_files(DraftingService service)
{
    const string Key = "vorwort";
    const string Type = "application/xliff+xml";

    const string Markdown = """
        ## Überschrift mit **Nachdruck**

        Ein Absatz, der sich
          über zwei Zeilen zieht.  
        Und weiter & <b>so</b>.[^1]

        | Jahr | Wert \| Anteil |
        |------|:-----:|
        | 2023 | `a\|b` |
        |  | zwei |

        - [ ] offen
        - [x] erledigt
            1. innen

        > Zitat
        > zweite Zeile

        ```text
        Code bleibt
        ```

        * * *
        Setext
        ======

        [^1]: Eine Fußnote.
            Ihre zweite Zeile.

        Siehe [[abschnitt:umsetzung]] 😀.
        """;

    static readonly XNamespace Core = "urn:oasis:names:tc:xliff:document:2.0";

    [Fact]
    public async Task Out_filled_and_back_the_markdown_is_the_same_to_the_last_character()
    {
        var (given, concept) = await AConceptAsync();
        var section = await given.SectionAsync(concept, Key);
        var xliff = await ExportAsync(given, concept, "uk");
        Units(File(xliff, section.Title))
            .Select(unit => unit.Descendants(Core + "segment").Single().Element(Core + "source")!.Value)
            .ShouldBe([
                "Vorwort",
                "Überschrift mit **Nachdruck**",
                "Ein Absatz, der sich\n  über zwei Zeilen zieht.  \nUnd weiter & <b>so</b>.[^1]",
                "Jahr",
                @"Wert \| Anteil",
                "2023",
                @"`a\|b`",
                "zwei",
                "offen",
                "erledigt",
                "innen",
                "Zitat",
                "zweite Zeile",
                "Setext",
                "Eine Fußnote.\n    Ihre zweite Zeile.",
                "Siehe [[abschnitt:umsetzung]] 😀.",
            ]);
        Fill(xliff, text => text);
        var report = await ImportAsync(given, concept, "uk", xliff).ReadAsync<XliffReport>();
        (report.Taken, report.Sections.Count).ShouldBe((12, 12));
        report.Sections.ShouldAllBe(row => row.Outcome == XliffOutcome.Taken && row.Missing == 0);
        var taken = await GetAsync(given, concept, "uk");
        (taken.Title, taken.Markdown, taken.SourceRevision).ShouldBe((section.Title, section.Markdown, section.Revision));
    }

    [Fact]
    public async Task What_was_exported_keeps_the_rules_of_the_standard()
    {
        var (given, concept) = await AConceptAsync();
        await given.TranslateAsync(concept, Key, "ar", new("مقدمة", "نص مختلف", 1)).ReadAsync();
        using var answer = await given.Editor.GetAsync(Url(given, concept, "ar"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Type);
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith(".xlf");
        var xliff = XDocument.Parse(await answer.Content.ReadAsStringAsync(), LoadOptions.PreserveWhitespace);
        XliffRules.Check(xliff);
        xliff.Root!.Attribute("trgLang")!.Value.ShouldBe("ar");
        // Other paragraphs than the source has: nobody can say which belong together, so the whole is one.
        var units = Units(File(xliff, "Vorwort")).ToList();
        units.Count.ShouldBe(2);
        units[1].Descendants(Core + "target").Single().Value.ShouldBe("نص مختلف");
        XliffRules.Check(await ExportAsync(given, concept, "de-x-leicht"));
        Should.Throw<ShouldAssertException>(() =>
            XliffRules.Check(XDocument.Parse(xliff.ToString().Replace("<source>", "<quelle>").Replace("</source>", "</quelle>")))
        );
    }

    [Fact]
    public async Task What_the_section_still_says_stays_translated_when_it_moves_on()
    {
        var (given, concept) = await AConceptAsync("Erster Satz.\n\nZweiter Satz.");
        await given.TranslateAsync(concept, Key, "en", new("Foreword", "First sentence.\n\nSecond sentence.", 1)).ReadAsync();
        await given.WriteAsync(concept, Key, "Erster Satz.\n\nNeuer Satz.\n\nZweiter Satz.");
        var units = Units(File(await ExportAsync(given, concept, "en"), "Vorwort"));
        units
            .Select(unit =>
                (unit.Descendants(Core + "target").SingleOrDefault()?.Value, unit.Element(Core + "segment")!.Attribute("state")!.Value)
            )
            .ShouldBe([
                ("Foreword", "translated"),
                ("First sentence.", "translated"),
                (null, "initial"),
                ("Second sentence.", "translated"),
            ]);
    }

    [Fact]
    public async Task Each_section_is_told_what_became_of_it()
    {
        var (given, concept) = await AConceptAsync("Eins.\n\nZwei.");
        var xliff = await ExportAsync(given, concept, "en");
        (await OutcomeAsync(xliff)).ShouldBe(XliffOutcome.Empty);
        Fill(xliff, text => text);
        var units = Units(File(xliff, "Vorwort")).ToList();
        var last = units[^1].Descendants(Core + "target").Single();
        last.Remove();
        (await OutcomeAsync(xliff)).ShouldBe(XliffOutcome.Incomplete);
        await given.Editor.GetAsync(SectionUrl(given, concept, "en")).ProblemAsync(404, "not-found");
        units[^1].Element(Core + "segment")!.Add(new XElement(Core + "target", "Two."));
        (await OutcomeAsync(xliff)).ShouldBe(XliffOutcome.Taken);
        (await OutcomeAsync(xliff)).ShouldBe(XliffOutcome.Unchanged);
        (await GetAsync(given, concept, "en")).Version.ShouldBe(1);

        await given.WriteAsync(concept, Key, "Drei.");
        units[^1].Descendants(Core + "target").Single().Value = "Two!";
        (await OutcomeAsync(xliff)).ShouldBe(XliffOutcome.TakenStale);
        (await GetAsync(given, concept, "en")).Stale.ShouldBeTrue();
        await given.TranslateAsync(concept, Key, "en", new("Foreword", "Three.", 2), 2).ReadAsync();
        (await OutcomeAsync(xliff)).ShouldBe(XliffOutcome.Superseded);
        (await GetAsync(given, concept, "en")).Markdown.ShouldBe("Three.");

        async Task<XliffOutcome> OutcomeAsync(XDocument file) =>
            (await ImportAsync(given, concept, "en", file).ReadAsync<XliffReport>()).Sections.Single(row => row.Key == Key).Outcome;
    }

    [Fact]
    public async Task Tools_may_split_segments_move_them_and_add_notes_and_annotations()
    {
        var (given, concept) = await AConceptAsync("Eins. Zwei.");
        var xliff = await ExportAsync(given, concept, "en");
        xliff.Root!.Attribute("version")!.Value = "2.1";
        foreach (var file in xliff.Root.Elements().Where(file => file != File(xliff, "Vorwort")).ToList())
            file.Remove();
        var unit = Units(File(xliff, "Vorwort")).Last();
        unit.ReplaceNodes(
            XElement
                .Parse(
                    $"""
                    <unit xmlns="{Core}"><notes><note>Hm?</note></notes>
                    <segment state="final"><source>Eins. </source><target order="2"><mrk id="m1" type="comment" value="x">One</mrk>.<cp
                        hex="0007"/></target></segment>
                    <segment><source>Zwei.</source><target order="1"><![CDATA[Two. ]]></target></segment></unit>
                    """,
                    LoadOptions.PreserveWhitespace
                )
                .Nodes()
        );
        Units(File(xliff, "Vorwort")).First().Element(Core + "segment")!.Add(new XElement(Core + "target", "Foreword"));
        (await ImportAsync(given, concept, "en", xliff).ReadAsync<XliffReport>()).Taken.ShouldBe(1);
        var taken = await GetAsync(given, concept, "en");
        (taken.Title, taken.Markdown).ShouldBe(("Foreword", "Two. One.\u0007"));
        // What XML can't hold comes back, too.
        Units(File(await ExportAsync(given, concept, "en"), "Vorwort"))
            .Last()
            .Descendants(Core + "cp")
            .Single()
            .Attribute("hex")!
            .Value.ShouldBe("0007");
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>", "xliff-broken")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><x>&c;</x>", "xliff-broken")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://localhost/x.dtd\"><x/>", "xliff-broken")]
    [InlineData("<xliff", "xliff-broken")]
    [InlineData("", "xliff-broken")]
    [InlineData("\0\u0001", "xliff-broken")]
    [InlineData("<xliff version='1.2'/>", "xliff-invalid")]
    [InlineData("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='3.0' srcLang='de' trgLang='en'/>", "xliff-invalid")]
    [InlineData("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='de' trgLang='en'/>", "xliff-invalid")]
    [InlineData("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='de' trgLang='fr'/>", "xliff-language")]
    [InlineData("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='en' trgLang='en'/>", "xliff-language")]
    [InlineData("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='de'/>", "xliff-language")]
    [InlineData(
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='de' trgLang='en'><file id='f1' original='x'/></xliff>",
        "xliff-section-unknown"
    )]
    public async Task A_file_that_is_wrong_is_refused(string file, string code)
    {
        var (given, concept) = await AConceptAsync("Text.");
        await SendAsync(given, concept, "en", Encoding.UTF8.GetBytes(file)).ProblemAsync(422, code);
        (await given.ProgressAsync(concept)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_another_concept_or_of_a_revision_that_never_was_changes_nothing()
    {
        var (given, concept) = await AConceptAsync("Text.");
        var xliff = await ExportAsync(given, concept, "en");
        Fill(xliff, text => text);
        await RefusedAsync(file => file.Root!.Elements().Last().Attribute("original")!.Value += "7", "source-revision-unknown");
        await RefusedAsync(file => file.Root!.Elements().Last().Attribute("original")!.Value = Sections(concept), "xliff-invalid");
        await RefusedAsync(
            file => file.Root!.Elements().Last().Attribute("id")!.Value = $"section-{Guid.CreateVersion7()}",
            "xliff-section-unknown"
        );
        await RefusedAsync(file => file.Root!.Add(file.Root.Elements().Last()), "xliff-invalid");
        await RefusedAsync(
            file => file.Descendants(Core + "target").Last().Add(new XElement(Core + "cp", new XAttribute("hex", "0"))),
            "xliff-invalid"
        );
        await RefusedAsync(
            file => file.Descendants(Core + "target").ElementAt(1).Value = "![](https://example.org/a.png)",
            "image-without-alternative"
        );
        await RefusedAsync(
            file => file.Descendants(Core + "unit").First().Descendants(Core + "target").Single().Value = new('a', 401),
            "xliff-invalid"
        );
        var other = await Given.ALandkreisAsync(service);
        await ImportAsync(other, await other.AConceptAsync(), "en", xliff).ProblemAsync(422, "xliff-section-unknown");
        await ImportAsync(other, concept, "en", xliff).ProblemAsync(404, "not-found");
        (await given.ProgressAsync(concept)).ShouldBeEmpty();
        await given.ASubmittedConceptAsync(concept);
        await ImportAsync(given, concept, "en", xliff).ProblemAsync(409, "concept-frozen");

        string Sections(ConceptDto of) => $"{given.Api}/concepts/{of.Id}/sections/";

        async Task RefusedAsync(Action<XDocument> spoil, string code)
        {
            var spoiled = new XDocument(xliff);
            spoil(spoiled);
            await ImportAsync(given, concept, "en", spoiled).ProblemAsync(422, code);
        }
    }

    [Fact]
    public async Task A_file_that_is_deep_too_large_or_no_xliff_is_refused_and_a_role_without_the_right()
    {
        var (given, concept) = await AConceptAsync("Text.");
        var deep = new StringBuilder("<xliff>").Insert(7, "<a>", 200_000).Append('x').Insert(600_008, "</a>", 200_000).Append("</xliff>");
        await SendAsync(given, concept, "en", Encoding.UTF8.GetBytes(deep.ToString())).ProblemAsync(422, "xliff-invalid");
        await SendAsync(given, concept, "en", new byte[(5 * 1024 * 1024) + 1]).ProblemAsync(413, "too-large");
        await SendAsync(given, concept, "en", "<x/>"u8.ToArray(), "application/json").ProblemAsync(415, "unsupported-media-type");
        await SendAsync(given, concept, "de", "<x/>"u8.ToArray()).ProblemAsync(422, "translation-into-german");
        await service
            .As(given.Tenant, "council-office")
            .PostAsync(Url(given, concept, "en"), Content("<x/>"u8.ToArray()))
            .ProblemAsync(403, "forbidden");
        await service.As(given.Tenant, "participant").GetAsync(Url(given, concept, "en")).ProblemAsync(403, "forbidden");
    }

    async Task<(Given, ConceptDto)> AConceptAsync(string markdown = Markdown)
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.WriteAsync(concept, Key, markdown);
        return (given, concept);
    }

    static async Task<XDocument> ExportAsync(Given given, ConceptDto concept, string language) =>
        XDocument.Parse(
            await (await given.Editor.GetAsync(Url(given, concept, language))).EnsureSuccessStatusCode().Content.ReadAsStringAsync(),
            LoadOptions.PreserveWhitespace
        );

    static Task<HttpResponseMessage> ImportAsync(Given given, ConceptDto concept, string language, XDocument file) =>
        SendAsync(given, concept, language, Encoding.UTF8.GetBytes(file.ToString(SaveOptions.DisableFormatting)));

    static Task<HttpResponseMessage> SendAsync(Given given, ConceptDto concept, string language, byte[] file, string type = Type) =>
        given.Editor.PostAsync(Url(given, concept, language), Content(file, type));

    static ByteArrayContent Content(byte[] file, string type = Type) =>
        new(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    static string Url(Given given, ConceptDto concept, string language) =>
        $"{given.Api}/concepts/{concept.Id}/translations/{language}/xliff";

    static string SectionUrl(Given given, ConceptDto concept, string language) =>
        $"{given.Api}/concepts/{concept.Id}/sections/{Key}/translations/{language}";

    static Task<SectionTranslationDto> GetAsync(Given given, ConceptDto concept, string language) =>
        given.Editor.GetAsync(SectionUrl(given, concept, language)).ReadAsync<SectionTranslationDto>();

    static XElement File(XDocument xliff, string title) =>
        xliff.Root!.Elements(Core + "file").Single(file => Units(file).First().Descendants(Core + "source").First().Value == title);

    static IEnumerable<XElement> Units(XElement file) => file.Elements(Core + "unit");

    static void Fill(XDocument xliff, Func<string, string> translate)
    {
        foreach (var segment in xliff.Descendants(Core + "segment"))
        {
            segment.Element(Core + "target")?.Remove();
            segment.Add(new XElement(Core + "target", translate(segment.Element(Core + "source")!.Value)));
        }
    }
}
