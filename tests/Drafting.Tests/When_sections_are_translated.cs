using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Readiness;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Translations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_sections_are_translated(DraftingService service)
{
    const string Key = "vorwort";

    [Fact]
    public async Task A_translation_is_of_a_revision_and_stale_once_the_section_moves_on()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.WriteAsync(concept, Key, "Guten Tag.");
        var made = await given.TranslateAsync(concept, Key, "UK", new("Передмова", "Добрий день.", 1)).ReadAsync<SectionTranslationDto>();
        (made.Language, made.Version, made.SourceRevision, made.Stale, made.Revision).ShouldBe(("uk", 1, 1, false, 1));
        var url = Url(given, concept, "uk");
        var tag = (await given.Editor.GetAsync(url)).Headers.ETag!;

        await given.WriteAsync(concept, Key, "Guten Abend.");
        var stale = await given.Editor.GetAsync(url).ReadAsync<SectionTranslationDto>();
        (stale.Stale, stale.SourceRevision, stale.CurrentRevision, stale.Markdown).ShouldBe((true, 1, 2, "Добрий день."));
        var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "If-None-Match", tag.ToString() } } };
        ((int)(await given.Editor.SendAsync(request)).StatusCode).ShouldBe(200, "it is stale now, and not unmodified");
        var state = (await given.StatesAsync(concept, "uk")).Single(row => row.Key == Key);
        (state.State, state.SourceRevision, state.CurrentRevision).ShouldBe((TranslationState.Stale, 1, 2));

        var again = new TranslateSection("Передмова", "Добрий вечір.", 2);
        (await given.TranslateAsync(concept, Key, "uk", again, 1).ReadAsync<SectionTranslationDto>()).Stale.ShouldBeFalse();
        await given.TranslateAsync(concept, Key, "uk", again, 1).ProblemAsync(412, "changed-meanwhile");
        var former = await given.Editor.GetAsync($"{url}/revisions").ReadAsync<List<TranslationRevisionDto>>();
        former.Select(row => (row.Number, row.SourceRevision, row.Markdown)).ShouldBe([(2, 2, "Добрий вечір."), (1, 1, "Добрий день.")]);
        (await given.Editor.GetAsync($"{url}/revisions?before=2").ReadAsync<List<TranslationRevisionDto>>()).Single().Number.ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_can_have_translated_is_refused()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.WriteAsync(concept, Key, "Guten Tag.");
        var text = new TranslateSection("Foreword", "Hello.", 1);
        await given.TranslateAsync(concept, Key, "en", text with { SourceRevision = 2 }).ProblemAsync(422, "source-revision-unknown");
        await given.TranslateAsync(concept, Key, "en", text with { SourceRevision = -1 }).ProblemAsync(400, "validation");
        await given.TranslateAsync(concept, Key, "en", text with { Title = "" }).ProblemAsync(400, "validation");
        await given.TranslateAsync(concept, Key, "de", text).ProblemAsync(422, "translation-into-german");
        await given.TranslateAsync(concept, Key, "de-AT", text).ProblemAsync(422, "translation-into-german");
        foreach (var wrong in new[] { "e", "english", "en_GB", "x-leicht", "de-x-", "en%0A", "a-" + new string('b', 40) })
            await given.TranslateAsync(concept, Key, wrong, text).ProblemAsync(400, "validation");
        await given.TranslateAsync(concept, "nirgends", "en", text).ProblemAsync(404, "not-found");
        await given
            .TranslateAsync(concept, Key, "en", text with { Markdown = "![](https://example.org/a.png)" })
            .ProblemAsync(422, "image-without-alternative");
        await given
            .TranslateAsync(concept, Key, "en", text with { Markdown = "[[abschnitt:nirgends]]" })
            .ProblemAsync(422, "reference-unknown");
        await given.Editor.GetAsync(Url(given, concept, "en")).ProblemAsync(404, "not-found");
        await given.Editor.SendAsync(HttpMethod.Put, Url(given, concept, "en"), text).ProblemAsync(428, "if-match-missing");
        await given.TranslateAsync(concept, Key, "de-x-leicht", text).ReadAsync<SectionTranslationDto>();
        await given.TranslateAsync(concept, Key, "de-x-leicht", text).ProblemAsync(412, "changed-meanwhile");
    }

    [Fact]
    public async Task Progress_counts_what_is_translated_stale_and_missing_in_the_languages_that_are_wanted()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync(); // one section has a text from the mandate
        foreach (var key in new[] { Key, "verstaendnis", "umsetzung" })
            await given.WriteAsync(concept, key, "Text.");
        (await given.ProgressAsync(concept)).ShouldBeEmpty();
        var chosen = await given.ChooseAsync(concept, ["UK", "de-X-leicht", "uk"]).ReadAsync<ConceptLanguagesDto>();
        chosen.Languages.ShouldBe(["uk", "de-x-leicht"]);
        foreach (var (key, language) in new[] { (Key, "uk"), ("verstaendnis", "uk"), (Key, "en") })
            await given.TranslateAsync(concept, key, language, new("T", "Text", 1)).ReadAsync();
        await given.WriteAsync(concept, "verstaendnis", "Anderer Text.");

        (await given.ProgressAsync(concept)).ShouldBe([
            new("uk", true, 4, 1, 1, 2, 25),
            new("de-x-leicht", true, 4, 0, 0, 4, 0),
            new("en", false, 4, 1, 0, 3, 25),
        ]);
        var one = await given
            .Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/sections/{Key}/translations")
            .ReadAsync<List<TranslationProgress>>();
        one.Select(row => (row.Language, row.State))
            .ShouldBe([("uk", TranslationState.Current), ("de-x-leicht", TranslationState.Missing), ("en", TranslationState.Current)]);
        (await given.StatesAsync(concept, "uk"))
            .Select(row => row.Number)
            .ShouldBe(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
        var readiness = await given.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/readiness").ReadAsync<ReadinessDto>();
        var missing = readiness.Items.Where(item => item.Subject == ReadinessSubject.Language).ToList();
        missing
            .Select(item => (item.Kind, item.SubjectId, item.Count))
            .ShouldBe([
                (ReadinessKind.TranslationMissing, "uk", 2),
                (ReadinessKind.TranslationStale, "uk", 1),
                (ReadinessKind.TranslationMissing, "de-x-leicht", 4),
            ]);
        await given.Editor.GetAsync(missing[0].Link).ReadAsync<List<TranslationProgress>>();

        await given.ChooseAsync(concept, ["uk"]).ProblemAsync(412, "changed-meanwhile");
        await given.ChooseAsync(concept, ["uk", "kein Kürzel"], 1).ProblemAsync(400, "validation");
        await given.ChooseAsync(concept, ["de"], 1).ProblemAsync(422, "translation-into-german");
        await given.ChooseAsync(concept, [], 1).ReadAsync<ConceptLanguagesDto>();
        (await given.ProgressAsync(concept)).ShouldAllBe(row => !row.Wanted);
    }

    [Fact]
    public async Task Translations_go_with_their_section_and_alone()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.WriteAsync(concept, Key, "Text.");
        var made = await given.TranslateAsync(concept, Key, "en", new("Foreword", "Text", 1)).ReadAsync<SectionTranslationDto>();
        await given.TranslateAsync(concept, Key, "uk", new("Передмова", "Текст", 1)).ReadAsync();
        var url = Url(given, concept, "en");
        await given.Editor.SendAsync(HttpMethod.Delete, url, null, made.Version + 1).ProblemAsync(412, "changed-meanwhile");
        await given.Editor.SendAsync(HttpMethod.Delete, url, null, made.Version).ReadNothingAsync();
        await given.Editor.SendAsync(HttpMethod.Delete, url, null, made.Version).ProblemAsync(404, "not-found");

        var section = await given.SectionAsync(concept, Key);
        await given
            .Editor.SendAsync(HttpMethod.Delete, $"{given.Api}/concepts/{concept.Id}/sections/{Key}", null, section.Version)
            .ReadNothingAsync();
        (await given.ProgressAsync(concept)).ShouldBeEmpty();
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select count(*) from translation_revisions where tenant = '{given.Tenant}'"
            )
        ).ShouldBe(0L);
    }

    [Fact]
    public async Task Who_may_not_write_the_concept_does_not_translate_it_and_another_Landkreis_sees_nothing()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.WriteAsync(concept, Key, "Text.");
        var text = new TranslateSection("Foreword", "Text", 1);
        await given.TranslateAsync(concept, Key, "en", text).ReadAsync();
        var url = Url(given, concept, "en");
        var reader = service.As(given.Tenant, "council-office");
        await reader.GetAsync(url).ReadAsync<SectionTranslationDto>();
        await reader.SendAsync(HttpMethod.Put, url, text, 1).ProblemAsync(403, "forbidden");
        await reader.SendAsync(HttpMethod.Delete, url, null, 1).ProblemAsync(403, "forbidden");
        await reader
            .SendAsync(HttpMethod.Put, $"{given.Api}/concepts/{concept.Id}/languages", new ChooseLanguages(["en"]), 0)
            .ProblemAsync(403, "forbidden");
        await service.As(given.Tenant, "participant").GetAsync(url).ProblemAsync(403, "forbidden");

        var other = await Given.ALandkreisAsync(service);
        foreach (
            var path in new[]
            {
                "languages",
                "translations",
                "translations/en",
                "translations/en/xliff",
                $"sections/{Key}/translations",
                $"sections/{Key}/translations/en",
                $"sections/{Key}/translations/en/revisions",
            }
        )
        {
            await other.Editor.GetAsync($"{other.Api}/concepts/{concept.Id}/{path}").ProblemAsync(404, "not-found");
            await other.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/{path}").ProblemAsync(404, "not-found");
        }
        await other
            .Editor.SendAsync(HttpMethod.Put, $"{other.Api}/concepts/{concept.Id}/languages", new ChooseLanguages(["en"]), 0)
            .ProblemAsync(404, "not-found");
        await other.TranslateAsync(concept, Key, "en", text).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_milestone_freezes_what_is_not_stale_and_then_nobody_translates()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.WriteAsync(concept, Key, "Siehe [[abschnitt:umsetzung]].");
        await given.WriteAsync(concept, "verstaendnis", "Text.");
        await given.TranslateAsync(concept, Key, "en", new("Foreword", "See [[abschnitt:umsetzung]].", 1)).ReadAsync();
        await given.TranslateAsync(concept, "verstaendnis", "en", new("Understanding", "Text", 0)).ReadAsync();
        await given.ASubmittedConceptAsync(concept);

        var sections = (await given.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/milestones/1").ReadAsync())["content"]![
            "sections"
        ]!.AsArray();
        var frozen = sections.Single(row => row!["key"]!.GetValue<string>() == Key)!["translations"]!.AsArray().Single()!;
        frozen["language"]!.GetValue<string>().ShouldBe("en");
        frozen["markdown"]!.GetValue<string>().ShouldContain("](#umsetzung)");
        sections.Single(row => row!["key"]!.GetValue<string>() == "verstaendnis")!["translations"].ShouldBeNull("it is stale");

        await given.TranslateAsync(concept, Key, "uk", new("T", "T", 1)).ProblemAsync(409, "concept-frozen");
        await given.TranslateAsync(concept, Key, "en", new("T", "T", 1), 1).ProblemAsync(409, "concept-frozen");
        await given.ChooseAsync(concept, ["uk"]).ProblemAsync(409, "concept-frozen");
    }

    [Fact]
    public async Task A_translation_stays_when_its_writer_is_erased()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.WriteAsync(concept, Key, "Text.");
        await given.TranslateAsync(concept, Key, "en", new("Foreword", "Words that stay", 1)).ReadAsync();
        var who = Guid.CreateVersion7();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"update translation_revisions set editor = '{who}' where tenant = '{given.Tenant}'"
        );

        var receipt = await service.Bus.EraseAsync<PersonErasedInDrafting>(AnErasure.Of(who, "jemand@example.org"));

        receipt.Rows.ShouldBe(new Dictionary<string, int> { ["translation_revisions"] = 1 });
        (await Traces.FindAsync(service.AdminConnection, who.ToString())).ShouldBeEmpty();
        (await given.Editor.GetAsync($"{Url(given, concept, "en")}/revisions").ReadAsync<List<TranslationRevisionDto>>())
            .Single()
            .Markdown.ShouldBe("Words that stay");
    }

    static string Url(Given given, ConceptDto concept, string language) =>
        $"{given.Api}/concepts/{concept.Id}/sections/{Key}/translations/{language}";
}

/// <summary>What people do with languages.</summary>
static class TranslatingExtensions
{
    public static async Task<SectionDto> WriteAsync(this Given given, ConceptDto concept, string key, string markdown)
    {
        var section = await given.SectionAsync(concept, key);
        return await given
            .Editor.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/concepts/{concept.Id}/sections/{key}",
                new EditSection(section.Title, markdown),
                section.Version
            )
            .ReadAsync<SectionDto>();
    }

    public static Task<HttpResponseMessage> TranslateAsync(
        this Given given,
        ConceptDto concept,
        string key,
        string language,
        TranslateSection text,
        int version = 0
    ) => given.Editor.SendAsync(HttpMethod.Put, $"{given.Api}/concepts/{concept.Id}/sections/{key}/translations/{language}", text, version);

    public static Task<HttpResponseMessage> ChooseAsync(this Given given, ConceptDto concept, string[] languages, int version = 0) =>
        given.Editor.SendAsync(HttpMethod.Put, $"{given.Api}/concepts/{concept.Id}/languages", new ChooseLanguages(languages), version);

    public static Task<List<LanguageProgress>> ProgressAsync(this Given given, ConceptDto concept) =>
        given.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/translations").ReadAsync<List<LanguageProgress>>();

    public static Task<List<TranslationProgress>> StatesAsync(this Given given, ConceptDto concept, string language) =>
        given.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/translations/{language}").ReadAsync<List<TranslationProgress>>();
}
