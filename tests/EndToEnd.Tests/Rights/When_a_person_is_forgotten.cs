using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Integrationskonzept.EndToEnd.Tests.Portal;
using Integrationskonzept.Testing;

namespace Integrationskonzept.EndToEnd.Tests.Rights;

/// <summary>
/// Somebody who has done all that people can do asks to be forgotten, in a browser without scripts: within a minute nothing leads to them,
/// in no table, no queue, no export.
/// </summary>
public sealed class When_a_person_is_forgotten(RunningPlatform running) : ErasureStory(running)
{
    const string Moderator = $"{Tenant}.moderator";

    [Fact]
    public async Task Nothing_leads_to_them_any_more_once_all_receipts_are_there()
    {
        using var person = await PersonAtWork.InviteAsync(Running, Tenant, "participant");
        var done = await DoEverythingAsync(person);
        var before = await Running.InDatabasesAsync(person);
        before.Count.ShouldBeGreaterThanOrEqualTo(
            18,
            $"a search that finds nothing before proves nothing after: {string.Join("; ", before)}"
        );

        foreach (var naming in new[] { "/organisations/export.csv", "/members?limit=200" })
        {
            var text = await ExportAsync(done.Exports.Single(export => export.EndsWith(naming, StringComparison.Ordinal)));
            (text.Contains(person.Id) || text.Contains(person.Address)).ShouldBeTrue($"{naming} names them before");
        }
        await Running.SeesInQueuesAsync(person);
        await Eventually.TrueAsync(
            async () => (await Running.InDatabasesAsync(person.Marks)).Any(table => table.Contains("event_guests")),
            "their mark is told"
        );

        var erasure = await EraseAsync(person);

        var state = await Running.Platform.UntilAsync(
            Operator,
            "/api/v1/operations/identity/erasures?limit=200",
            list => Of(list, erasure)["state"]!.GetValue<string>() == "done",
            "all services have given their receipts"
        );
        var told = Of(state, erasure);
        told["receipts"]!.AsArray().Count.ShouldBe(5);

        (await Running.InDatabasesAsync(person)).ShouldBeEmpty();
        (await Running.InQueuesAsync(person.Names)).ShouldBeEmpty();
        // That their seat became free is told with the mark, right before it is told that they are forgotten.
        await Eventually.TrueAsync(
            async () => (await Running.InDatabasesAsync(person.Marks)).Count == 0 && (await Running.InQueuesAsync(person.Marks)).Count == 0,
            "their mark is nowhere"
        );
        foreach (var export in done.Exports)
        {
            var text = await ExportAsync(export);
            text.ShouldNotContain(person.Id, Case.Sensitive, export);
            text.ShouldNotContain(person.Address, Case.Insensitive, export);
        }

        // What others build on is there, and the token that is good for minutes still changes nothing.
        (await Running.Platform.GetAsync(Coordinator, done.Contribution))["text"]!
            .GetValue<string>()
            .ShouldBe(done.Text);
        (
            await person.StatusAsync(
                HttpMethod.Post,
                done.Contributions,
                new
                {
                    kind = "need",
                    text = "Ich bin noch da",
                    group = "civilSociety",
                }
            )
        ).ShouldBe(401);
        (await Running.InDatabasesAsync(person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_kept_is_a_file_of_all_services_and_of_all_Landkreise()
    {
        using var person = await PersonAtWork.InviteAsync(Running, Tenant, "participant");
        await RegisterAsync(person);
        var told = await person.DoAsync(HttpMethod.Get, $"{Api}/my-data");
        told["services"]!
            .AsArray()
            .Select(one => (string)one!["service"]!)
            .ShouldBe(["drafting", "identity", "participation", "publication", "scheduling"]);
        told.ToJsonString().ShouldContain(person.Address);

        await using var browser = await Browser.StartAsync();
        var page = await SignedInAsync(browser, person, $"{Tenant}/my-data", javaScript: true);
        var file = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href$='download/my-data']"));
        JsonNode.Parse(await File.ReadAllTextAsync(await file.PathAsync()))!["tenant"]!.GetValue<string>().ShouldBe(Tenant);
        var archive = await page.Context.APIRequest.GetAsync(new Uri(Running.Gateway, "/portal/my-data.zip").AbsoluteUri);
        using var zip = new ZipArchive(new MemoryStream(await archive.BodyAsync()));
        zip.Entries.Select(entry => entry.Name).ShouldBe([$"{Tenant}.json"]);
    }

    [Fact]
    public async Task The_pages_have_no_barrier_that_axe_can_find_and_the_privacy_page_needs_no_account()
    {
        using var person = await PersonAtWork.InviteAsync(Running, Tenant, "participant");
        await using var browser = await Browser.StartAsync();
        foreach (var (locale, width) in new[] { ("de-DE", 1100), ("en-GB", 320) })
        {
            var anybody = await browser.OpenAsync(new(Running.Gateway, $"/portal/{Tenant}/privacy"), locale, width: width);
            await CheckAsync(anybody);
            var text = await anybody.InnerTextAsync("main");
            text.ShouldContain(locale == "de-DE" ? "180 Tage nach Ihrer letzten Veranstaltung" : "180 days after your last event");
            text.ShouldContain(locale == "de-DE" ? "DSGVO" : "GDPR");

            var page = await SignedInAsync(browser, person, $"{Tenant}/my-data", javaScript: true, locale, width);
            await CheckAsync(page);
            await page.GotoAsync(new Uri(Running.Gateway, "/account/erasure").AbsoluteUri);
            await CheckAsync(page);

            var watching = await PortalVisit.BeginAsync(Running, browser, OperatorName(), locale, width: width, to: "operators/erasures");
            await CheckAsync(watching.Page);
        }

        static async Task CheckAsync(Microsoft.Playwright.IPage page)
        {
            (await Browser.BarriersAsync(page)).ShouldBeEmpty(page.Url);
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue(
                $"{page.Url} scrolls sideways"
            );
        }
    }

    async Task<string> ExportAsync(string export)
    {
        var (_, bytes) = await Running.Platform.DownloadAsync(Coordinator, export);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }

    string OperatorName()
    {
        var accounts = JsonNode.Parse(File.ReadAllText(Path.Combine(Running.StateDirectory, "development-accounts.json")))!.AsArray();
        return (string)accounts.Single(account => (string)account!["role"]! == "operator")!["userName"]!;
    }

    sealed record Done(string Contributions, string Contribution, string Text, IReadOnlyList<string> Exports);

    /// <summary>
    /// A contribution, comments, a support, points, a draft, a report, an appeal, a card, a registration, an answer to a poll.
    /// </summary>
    async Task<Done> DoEverythingAsync(PersonAtWork person)
    {
        var areas = await person.DoAsync(HttpMethod.Get, $"{Api}/topic-areas");
        var area = $"{Api}/topic-areas/{areas["items"]!.AsArray().First(one => (string)one!["state"]! == "open")!["id"]}";
        var others = await Running.Platform.PostAsync(
            Moderator,
            $"{area}/contributions",
            new
            {
                kind = "need",
                text = $"Von anderen, für {Guid.CreateVersion7():N}",
                group = "civilSociety",
            }
        );
        var theirs = $"{area}/contributions/{others["id"]}";
        var text = $"Wer spät arbeitet, findet keinen Kurs ({Guid.CreateVersion7():N})";
        var own = await person.PostAsync(
            $"{area}/contributions",
            new
            {
                kind = "need",
                text,
                group = "civilSociety",
            }
        );
        await person.PostAsync($"{theirs}/comments", new { text = "Das sehe ich auch so" });
        var rude = await person.PostAsync($"{theirs}/comments", new { text = "Das wird gleich verborgen" });
        await person.DoAsync(HttpMethod.Put, $"{theirs}/support");
        await person.DoAsync(
            HttpMethod.Put,
            $"{area}/points",
            new { points = new[] { new { contributionId = (string)others["id"]!, points = 2 } } }
        );
        await person.PostAsync($"{area}/contributions/drafts", new { kind = "idea", text = "Noch nicht fertig" });
        await person.PostAsync($"{Api}/moderation/reports", new { contributionId = (string)others["id"]!, kind = "insult" });
        await Running.Platform.PostAsync(
            Moderator,
            $"{Api}/moderation",
            new
            {
                contributionId = (string)others["id"]!,
                reason = "insult",
                commentId = (string)rude["id"]!,
            }
        );
        var hidden = (await person.DoAsync(HttpMethod.Get, $"{Api}/moderation/mine"))["items"]!.AsArray()[0]!;
        await person.PostAsync($"{Api}/moderation/{hidden["caseId"] ?? hidden["id"]}/appeal", new { text = "War nicht so gemeint" });

        var board = await Running.Platform.PostAsync(
            Moderator,
            $"{area}/boards",
            new
            {
                method = "needs",
                title = "Auftakt",
                question = "Was fehlt?",
                columns = new[] { new { title = "Kurse" } },
            }
        );
        await Running.Platform.PostAsync(Moderator, $"{Api}/boards/{board["id"]}/start", null);
        await person.PostAsync($"{Api}/boards/{board["id"]}/cards", new { id = Guid.CreateVersion7(), text = "Karte im Workshop" });

        var organisation = await Running.Platform.PostAsync(
            Coordinator,
            $"{Api}/organisations",
            new
            {
                name = $"Verein {Guid.CreateVersion7():N}",
                group = "civilSociety",
                delegates = new[] { person.Id },
                contacts = new[]
                {
                    new
                    {
                        name = "Ansprechperson",
                        email = person.Address,
                        consentedOn = "2026-01-01",
                    },
                },
            }
        );
        organisation["id"].ShouldNotBeNull();
        var evening = await RegisterAsync(person);
        await AnswerAsync(person);
        return new(
            $"{area}/contributions",
            $"{area}/contributions/{own["id"]}",
            text,
            [
                $"{Api}/organisations/export.csv",
                $"{Api}/members?limit=200",
                $"{Api}/members/grants?limit=200",
                $"{Api}/members/invitations?limit=200",
                $"{Api}/moderation/log?limit=200",
                $"{Api}/moderation?limit=200",
                $"{evening}/registrations?limit=200",
                $"{evening}/registrations/participants?limit=200",
                $"{area}/contributions?limit=200",
                $"{theirs}/comments",
            ]
        );
    }

    async Task AnswerAsync(PersonAtWork person)
    {
        var events = await Running.Platform.GetAsync(Coordinator, $"{Api}/events");
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(300);
        string At(int number, string hour) => $"{day.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T{hour}";
        var poll = await Running.Platform.PostAsync(
            Coordinator,
            $"{Api}/polls",
            new
            {
                mandateId = events["items"]![0]!["mandateId"]!.GetValue<string>(),
                kind = "hearing",
                title = "Noch eine Anhörung",
                venue = "Kreishaus",
                deadline = TimeProvider.System.GetUtcNow().AddDays(30),
                options = Enumerable.Range(0, 2).Select(number => new { start = At(number, "10:00"), end = At(number, "12:00") }),
            }
        );
        await Running.Platform.PostAsync(
            Coordinator,
            $"{Api}/polls/{poll["id"]}/invitations",
            new { addresses = new[] { new { address = person.Address } } }
        );
        await person.DoAsync(
            HttpMethod.Put,
            $"{Api}/polls/{poll["id"]}/answers/mine",
            new { dates = new Dictionary<string, string> { ["1"] = "yes" } }
        );
    }
}
