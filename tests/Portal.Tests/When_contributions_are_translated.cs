using System.Net;
using System.Text.RegularExpressions;

namespace Integrationskonzept.Portal.Tests;

public sealed partial class When_contributions_are_translated
{
    const string Id = "01a2071c-1c21-7000-9f5f-fa3ad0f9c06d",
        Area = "01a2071c-1a10-7000-9f5f-fa3ad0f9c06d",
        Landkreis = "limburg-weilburg",
        AreaApi = $"{Landkreis}/topic-areas/{Area}",
        Api = $"{AreaApi}/contributions/{Id}",
        Address = $"{Landkreis}/topic-areas/{Area}/contributions/{Id}";

    const string Arabic = """
        {"version":3,"language":"ar","title":"<i>قراءة</i>","text":"مقهى للقراءة","origin":"machine","revision":1,"outdated":true,
         "writtenAt":"2022-11-02T08:15:00+00:00"}
        """;

    const string English = """
        {"version":1,"language":"en","title":"Reading","text":"A reading café","origin":"person","revision":2,"outdated":false,
         "writtenAt":"2022-11-03T08:15:00+00:00"}
        """;

    static PortalUnderTest Portal(string translations, bool mayUseMachine = false, string rights = "") =>
        new PortalUnderTest()
            .Answers(
                "GET me",
                $$"""
                {"id":"somebody","isOperator":false,"memberships":[{"tenant":"limburg-weilburg","name":"Limburg-Weilburg",
                 "roles":["moderator"],"permissions":["topic-areas.read"{{rights}}]}]}
                """
            )
            .Answers($"GET tenants/{Landkreis}", """{"slug":"limburg-weilburg","name":"Limburg-Weilburg"}""")
            .Answers($"GET {AreaApi}", $$"""{"id":"{{Area}}","version":1,"title":"Bildung","state":"concluded","key":"b","order":1}""")
            .Answers($"GET {AreaApi}/record", """{"version":1,"needs":[],"goals":[],"measures":[]}""")
            .Answers($"GET {Api}/comments", """{"items":[]}""")
            .Answers($"GET {Api}/attachments", "[]")
            .Answers(
                $"GET {Landkreis}/concepts/contributions/{Id}/trace",
                """{"type":"/problems/not-found","status":404}""",
                HttpStatusCode.NotFound
            )
            .Answers(
                $"GET {Api}",
                $$"""
                {"id":"{{Id}}","version":4,"kind":"idea","title":"Lesen","text":"Ein Lesecafé","language":"de","group":"civilSociety",
                 "mine":false,"submittedAt":"2022-10-31T09:40:00+00:00","revision":2,"state":"standing"}
                """
            )
            .Answers(
                $"GET {Api}/translations",
                $$"""{"items":[{{translations}}],"mayUseMachine":{{(mayUseMachine ? "true" : "false")}}}"""
            );

    const string MayTranslate = ",\"translations.write\"";

    [Fact]
    public async Task The_one_in_the_language_of_the_reader_is_open_from_right_to_left_and_says_who_translated()
    {
        await using var portal = Portal($"{Arabic},{English}");
        var page = await ReadAsync(portal.Browser(), $"{Address}?lang=ar");
        var (arabic, english) = (Block(page, "ar"), Block(page, "en"));
        arabic.ShouldStartWith("<details open");
        arabic.ShouldContain("<div lang=\"ar\" dir=\"rtl\">");
        arabic.ShouldContain("مقهى للقراءة");
        arabic.ShouldContain("مترجم آليًا");
        arabic.ShouldContain("تم تعديل المساهمة بعد ذلك");
        arabic.ShouldNotContain("<i>", customMessage: "words are words, whatever they are");
        english.ShouldStartWith("<details>");
        english.ShouldContain("<div lang=\"en\" dir=\"ltr\">");
        english.ShouldNotContain("مترجم آليًا");
        page.ShouldContain("<p class=\"text\" lang=\"de\" dir=\"auto\">Ein Lesecafé</p>");
        page.ShouldNotContain("/translations/", customMessage: "who takes part reads");
    }

    [Fact]
    public async Task Where_there_is_none_those_who_take_part_see_no_heading_and_staff_the_way_to_translate()
    {
        await using var portal = Portal("");
        (await ReadAsync(portal.Browser(), Address)).ShouldNotContain("Übersetzungen");
        await using var staffs = Portal(English, rights: MayTranslate);
        var page = await ReadAsync(staffs.Browser(), Address);
        Links().Matches(page).Select(match => match.Groups[1].Value).ShouldBe(["en", "ar", "uk", "tr", "de-x-leicht"]);
        page.ShouldContain("Übersetzung ändern: <span lang=\"en\">English</span>");
        page.ShouldContain("Übersetzen: <span lang=\"tr\">Türkçe</span>");
    }

    [Fact]
    public async Task What_is_written_is_of_the_wording_that_was_shown_and_of_the_version_that_was_seen()
    {
        await using var portal = Portal(English, rights: MayTranslate).Answers($"PUT {Api}/translations/en", English);
        var browser = portal.Browser();
        var form = PortalUnderTest.FormIn(await ReadAsync(browser, $"{Address}/translations/en"), "translation");
        (form["Form.Version"], form["Form.Revision"]).ShouldBe(("1", "2"));
        (form["Form.Title"], form["Form.Text"], form["Do"]) = ("Reading", "A place\r\nto read", "save");
        var answer = await browser.PostAsync($"{Address}/translations/en", new FormUrlEncodedContent(form));
        answer.Headers.Location!.ToString().ShouldEndWith($"{Address}?done=saved");
        var (what, body, condition) = portal.Sent.Single();
        what.ShouldBe($"PUT {Api}/translations/en");
        body.ShouldBe("""{"revision":2,"text":"A place\nto read","title":"Reading"}""");
        condition.ShouldBe("\"1\"");
    }

    [Fact]
    public async Task A_machine_is_offered_where_it_is_on_and_has_something_new_to_say()
    {
        const string Button = "Maschinell übersetzen lassen";
        await using (var off = Portal(Arabic, rights: MayTranslate))
            (await ReadAsync(off.Browser(), $"{Address}/translations/tr")).ShouldNotContain(Button);
        await using var portal = Portal($"{Arabic},{English}", mayUseMachine: true, MayTranslate)
            .Answers($"POST {Api}/translations/tr/machine", Arabic);
        var browser = portal.Browser();
        (await ReadAsync(browser, $"{Address}/translations/en")).ShouldNotContain(Button, customMessage: "a person has translated");
        (await ReadAsync(browser, $"{Address}/translations/de-x-leicht")).ShouldNotContain(Button);
        (await ReadAsync(browser, $"{Address}/translations/ar")).ShouldContain(Button, customMessage: "its own is outdated");
        var page = await ReadAsync(browser, $"{Address}/translations/tr");
        var answer = await browser.PostAsync(
            $"{Address}/translations/tr",
            new FormUrlEncodedContent(PortalUnderTest.FormIn(page, "machine"))
        );
        answer.Headers.Location!.ToString().ShouldEndWith($"{Address}/translations/tr?done=translated");
        portal.Sent.Single().What.ShouldBe($"POST {Api}/translations/tr/machine");
    }

    [Fact]
    public async Task What_can_not_be_translated_into_is_no_page()
    {
        await using var portal = Portal("", rights: MayTranslate);
        foreach (var language in new[] { "de", "fr", "DE-x" })
            (await portal.Browser().GetAsync($"{Address}/translations/{language}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var other = Portal("");
        (await other.Browser().GetAsync($"{Address}/translations/en")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    static string Block(string page, string language) =>
        Details()
            .Matches(page)
            .Select(match => match.Value)
            .Single(block => block.Contains($"<summary lang=\"{language}\"", StringComparison.Ordinal));

    static async Task<string> ReadAsync(HttpClient browser, string path)
    {
        var answer = await browser.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        return Characters().Replace(page, match => WebUtility.HtmlDecode(match.Value));
    }

    /// <summary>Letters alone: what is escaped for safety stays so.</summary>
    [GeneratedRegex("&#x[0-9A-Fa-f]+;")]
    private static partial Regex Characters();

    [GeneratedRegex("<details.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Details();

    [GeneratedRegex("/translations/([A-Za-z-]+)\"")]
    private static partial Regex Links();
}
