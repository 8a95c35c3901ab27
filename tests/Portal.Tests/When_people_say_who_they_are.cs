using System.Net;
using System.Text.RegularExpressions;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_people_say_who_they_are
{
    const string Area = "01a2071c-1a10-7000-9f5f-fa3ad0f9c06d",
        Landkreis = "limburg-weilburg",
        AreaApi = $"{Landkreis}/topic-areas/{Area}",
        LinkApi = $"{Landkreis}/invitation-links/abc";

    const string Shown = """
        {"topicAreaId":"01a2071c-1a10-7000-9f5f-fa3ad0f9c06d","topicArea":"Bildung","shownFrom":20,"step":10,
         "source":"Zensus 2022","url":"https://www.zensus2022.de/","asOf":"2022-05-15","licence":"dl-de/by-2-0",
         "questions":[{"question":"gender","answered":20,"answers":[
            {"answer":"female","count":11,"percent":55,"district":50.6},{"answer":"male","district":49.4},{"answer":"diverse"}]},
          {"question":"placeSize","answers":[{"answer":"placeUnder5000","district":8.3,"note":"Elbtal"}]}]}
        """;

    static PortalUnderTest Portal() =>
        new PortalUnderTest()
            .Answers(
                "GET me",
                """
                {"id":"somebody","isOperator":false,"memberships":[{"tenant":"limburg-weilburg","name":"Limburg-Weilburg",
                 "roles":["coordinator"],
                 "permissions":["topic-areas.read","contributions.submit","statistics.manage"]}]}
                """
            )
            .Answers($"GET tenants/{Landkreis}", """{"slug":"limburg-weilburg","name":"Limburg-Weilburg"}""");

    static string Asked(bool answered = false) =>
        $$"""
            {"topicAreaId":"{{Area}}","topicArea":"Bildung","mayAnswer":true,"answered":{{(answered ? "true" : "false")}},
             "questions":[{"question":"gender","answers":[{"answer":"female"},{"answer":"male"},{"answer":"diverse"}]},
              {"question":"placeSize","answers":[{"answer":"placeUnder5000","note":"Elbtal, Weinbach"}]}]}
            """;

    [Fact]
    public async Task The_result_is_a_picture_and_a_table_that_says_the_same_and_hides_what_the_API_hides()
    {
        await using var portal = new PortalUnderTest().Answers($"GET {AreaApi}/representation", Shown);
        var page = await ReadAsync(portal, $"{Landkreis}/topic-areas/{Area}/representation");
        page.ShouldContain("55 %");
        page.ShouldContain("50,6 %");
        Regex.Count(page, "<rect").ShouldBe(1 + 2 + 1, "those who are shown, and what is known of the Landkreis");
        Regex.Count(page, "verborgen").ShouldBeGreaterThan(3);
        page.ShouldContain("Noch haben weniger als 20 Menschen");
        page.ShouldContain("href=\"https://www.zensus2022.de/\"");
        page.ShouldNotContain("about-me", customMessage: "who is not signed in is not asked here");
    }

    [Fact]
    public async Task Without_statistics_the_page_says_so()
    {
        await using var portal = Portal()
            .Answers(
                $"GET {AreaApi}/representation",
                $$"""{"topicAreaId":"{{Area}}","topicArea":"Bildung","shownFrom":20,"step":10,"questions":[]}"""
            )
            .Answers($"GET {AreaApi}/representation/questions", """{"mayAnswer":false,"answered":false,"questions":[]}""");
        var page = await ReadAsync(portal, $"{Landkreis}/topic-areas/{Area}/representation");
        page.ShouldContain("district-statistics");
    }

    [Theory]
    [InlineData("de", "Wer macht mit?", "Überspringen")]
    [InlineData("ar", "من يشارك؟", "تخطَّ")]
    [InlineData("uk", "Хто бере участь?", "Пропустити")]
    [InlineData("tr", "Kimler katılıyor?", "Atla")]
    [InlineData("de-x-leicht", "Wer macht mit?", "Antworten senden")]
    public async Task By_a_link_it_is_asked_in_the_language_of_whoever_comes(string language, string heading, string button)
    {
        await using var portal = new PortalUnderTest().Answers($"GET {LinkApi}/representation", Asked());
        var page = await ReadAsync(portal, $"{Landkreis}/contribute/abc/about-me?lang={language}");
        page.ShouldContain(heading);
        page.ShouldContain(button);
        page.ShouldContain("(Elbtal, Weinbach)");
        page.Contains("dir=\"rtl\"").ShouldBe(language == "ar");
    }

    [Fact]
    public async Task What_was_chosen_is_sent_and_what_was_left_out_is_not()
    {
        await using var portal = new PortalUnderTest()
            .Answers($"GET {LinkApi}/representation", Asked())
            .Answers($"PUT {LinkApi}/representation/answer", status: HttpStatusCode.NoContent);
        var browser = portal.Browser();
        var address = $"{Landkreis}/contribute/abc/about-me";
        var form = PortalUnderTest.FormIn(await ReadAsync(browser, address), "answer");
        form["Answers[0]"] = "Female";
        form["Answers[1]"] = "";
        var answer = await browser.PostAsync(address, new FormUrlEncodedContent(form));
        Leads(answer, $"{address}?done=answered");
        portal.Sent.Single().Body.ShouldBe($$"""{"answers":["female"],"id":"{{form["AnswerId"]}}"}""");
        (await ReadAsync(browser, $"{address}?done=answered")).ShouldContain("Ihre Angaben sind gezählt");
    }

    [Fact]
    public async Task Who_says_nothing_sends_nothing()
    {
        await using var portal = new PortalUnderTest().Answers($"GET {LinkApi}/representation", Asked());
        var browser = portal.Browser();
        var address = $"{Landkreis}/contribute/abc/about-me";
        var form = PortalUnderTest.FormIn(await ReadAsync(browser, address), "answer");
        (form["Answers[0]"], form["Answers[1]"]) = ("", "");
        Leads(await browser.PostAsync(address, new FormUrlEncodedContent(form)), $"{Landkreis}/contribute/abc?done=contributed");
        portal.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_contributed_by_a_link_is_asked_unless_all_have_answered()
    {
        await using var portal = new PortalUnderTest()
            .Answers($"GET {LinkApi}", """{"topicArea":"Bildung","open":true,"used":false,"group":"politics"}""")
            .Answers($"POST {LinkApi}/contributions", """{"id":"01a2071c-1c21-7000-9f5f-fa3ad0f9c06d"}""")
            .Answers($"GET {LinkApi}/representation", Asked());
        Leads(await ContributeAsync(), $"{Landkreis}/contribute/abc/about-me?done=contributed");
        portal.Answers($"GET {LinkApi}/representation", Asked(answered: true));
        Leads(await ContributeAsync(), $"{Landkreis}/contribute/abc?done=contributed");

        async Task<HttpResponseMessage> ContributeAsync()
        {
            var browser = portal.Browser();
            var form = PortalUnderTest.FormIn(await ReadAsync(browser, $"{Landkreis}/contribute/abc"), "contribute");
            (form["Form.Kind"], form["Form.Text"], form["Form.Language"]) = ("Need", "Kurse am Abend", "de");
            return await browser.PostAsync($"{Landkreis}/contribute/abc", new FormUrlEncodedContent(form));
        }
    }

    [Fact]
    public async Task Who_has_an_account_is_led_to_the_questions_once_and_skips_them_by_one_link()
    {
        await using var portal = Portal()
            .Answers($"GET {AreaApi}", $$"""{"id":"{{Area}}","version":1,"title":"Bildung","state":"open","key":"b","order":1}""")
            .Answers($"GET {AreaApi}/contributions", """{"items":[]}""")
            .Answers($"GET {AreaApi}/points", """{"points":[],"left":10}""")
            .Answers($"GET {Landkreis}/surveys", """{"items":[]}""")
            .Answers($"GET {Landkreis}/organisations", """{"items":[]}""")
            .Answers($"POST {AreaApi}/contributions", $$"""{"id":"{{Area}}","version":1,"state":"standing"}""")
            .Answers($"GET {AreaApi}/representation/questions", Asked());
        var browser = portal.Browser();
        var area = $"{Landkreis}/topic-areas/{Area}";
        Leads(await ContributeAsync(), $"{area}/about-me?done=contributed");
        var page = await ReadAsync(browser, $"{area}/about-me?done=contributed");
        page.ShouldContain("Danke, Ihr Beitrag ist eingegangen.");
        page.ShouldContain($"href=\"{area}\"><span class=\"kern-label\">Überspringen");
        Leads(await ContributeAsync(), $"{area}?done=contributed");

        async Task<HttpResponseMessage> ContributeAsync()
        {
            var form = PortalUnderTest.FormIn(await ReadAsync(browser, area), "contribute");
            (form["Form.Kind"], form["Form.Text"], form["Form.Group"], form["Do"]) = ("Need", "Kurse am Abend", "Politics", "send");
            return await browser.PostAsync(area, new FormUrlEncodedContent(form));
        }
    }

    [Fact]
    public async Task The_statistics_come_as_a_file_and_what_is_wrong_in_it_is_told()
    {
        await using var portal = Portal()
            .Answers($"GET {Landkreis}/district-statistics", """{"version":0,"questions":[]}""")
            .Answers($"PUT {Landkreis}/district-statistics", """{"version":1,"questions":[]}""");
        var browser = portal.Browser();
        var address = $"{Landkreis}/district-statistics";
        Leads(await UploadAsync(await File.ReadAllTextAsync(Example())), $"{address}?done=saved");
        var (what, body, condition) = portal.Sent.Single();
        condition.ShouldBe("*");
        body.ShouldContain("\"placeUnder5000\"");
        body.ShouldContain("\"asOf\":\"2022-05-15\"");

        var refused = await UploadAsync("{ this is none");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("kein gültiges JSON");

        portal.Answers(
            $"PUT {Landkreis}/district-statistics",
            """
            {"type":"/problems/validation","status":400,"title":"Falsch","detail":"Falsch",
             "errors":{"questions[0].answers":["Die Anteile ergeben zusammen 90 statt 100 Prozent."]}}
            """,
            HttpStatusCode.BadRequest
        );
        (await (await UploadAsync("{}")).Content.ReadAsStringAsync()).ShouldContain("90 statt 100 Prozent");

        async Task<HttpResponseMessage> UploadAsync(string text)
        {
            var form = new MultipartFormDataContent();
            foreach (var (name, value) in PortalUnderTest.FormIn(await ReadAsync(browser, address), "replace"))
                form.Add(new StringContent(value), name);
            form.Add(new StringContent(text), "File", "statistik.json");
            return await browser.PostAsync(address, form);
        }
    }

    [Fact]
    public async Task The_statistics_are_shown_with_their_source()
    {
        var text = await File.ReadAllTextAsync(Example());
        await using var portal = Portal().Answers($"GET {Landkreis}/district-statistics", $$"""{"version":1,{{text.TrimStart()[1..]}}""");
        var page = await ReadAsync(portal, $"{Landkreis}/district-statistics");
        page.ShouldContain("Zensus 2022");
        page.ShouldContain("Limburg a. d. Lahn");
        page.ShouldContain("19,7");
        page.ShouldContain("15. Mai 2022");
    }

    static string Example()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Integrationskonzept.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "examples/limburg-weilburg/statistik.json");
    }

    static Task<string> ReadAsync(PortalUnderTest portal, string path) => ReadAsync(portal.Browser(), path);

    static async Task<string> ReadAsync(HttpClient browser, string path)
    {
        var answer = await browser.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        return WebUtility.HtmlDecode(page).Replace("&#x", "", StringComparison.Ordinal);
    }

    static void Leads(HttpResponseMessage answer, string where)
    {
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Found, HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldEndWith(where);
    }
}
