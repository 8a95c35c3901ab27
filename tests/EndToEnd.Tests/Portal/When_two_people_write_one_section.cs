using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>The coordinator and an editor at one chapter: an outline that they change, texts that meet, nothing that gets lost.</summary>
public sealed class When_two_people_write_one_section(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live,
        Chapter = "Ausgangslage und Daten",
        Other = "Gemeinsames Integrationsverständnis",
        Began = "Wir kommen gut miteinander aus.\n\nKurse gibt es am Vormittag.\n\nDer Bus fährt jede Stunde.";

    readonly string mark = $"{Guid.CreateVersion7():N}"[^8..];

    [Fact]
    public async Task A_section_comes_into_a_chapter_moves_and_gets_another_number()
    {
        await using var browser = await Browser.StartAsync();
        var desk = await DeskAsync(browser, "editor");
        var concept = await ConceptAsync(desk);
        await AddAsync(desk, concept, $"Erstens {mark}");
        await AddAsync(desk, concept, $"Zweitens {mark}");
        await LookAsync(desk, "outline");
        var (first, second) = (await NumberAsync(desk, $"Erstens {mark}"), await NumberAsync(desk, $"Zweitens {mark}"));
        first.ShouldStartWith((await NumberAsync(desk, Chapter)) + ".");

        await ChooseAsync(desk, "Move.Section", $"Zweitens {mark}");
        await desk.PressAsync("Nach oben", $"{first} Zweitens {mark}");
        (await NumberAsync(desk, $"Erstens {mark}")).ShouldBe(second);
        await desk.PressAsync("Nach unten", $"{second} Zweitens {mark}"); // it is still the chosen one
        await ChooseAsync(desk, "Move.Parent", Other);
        await desk.PressAsync("Dorthin verschieben", "Der Abschnitt ist verschoben.");
        (await NumberAsync(desk, $"Zweitens {mark}")).ShouldStartWith((await NumberAsync(desk, Other)) + ".");

        await desk.Page.ClickAsync("main summary:text-is('Löschen')");
        await desk.PressAsync("Endgültig: Löschen", "Entfernt.");
        (await desk.TextAsync()).ShouldNotContain($"Zweitens {mark}");
    }

    [Fact]
    public async Task What_both_changed_at_different_places_is_one_text_and_at_the_same_place_the_second_decides()
    {
        await using var browser = await Browser.StartAsync();
        var (one, other) = (await DeskAsync(browser, "coordinator"), await DeskAsync(browser, "editor"));
        var section = await SectionAsync(one, await ConceptAsync(one), $"Zu zweit {mark}");

        await other.GoAsync(section);
        await EditAsync(one, "gut miteinander", "sehr gut miteinander");
        await SaveAsync(one, "Der Ton war zu knapp", "Gespeichert.");
        await EditAsync(other, "jede Stunde", "jede halbe Stunde");
        await SaveAsync(other, "Neuer Fahrplan", "Was andere inzwischen geändert hatten, ist auch darin.");
        (await WrittenAsync(other)).ShouldBe(
            Began.Replace("gut miteinander", "sehr gut miteinander").Replace("jede Stunde", "jede halbe Stunde")
        );
        await LookAsync(other, "merged");

        await one.GoAsync(section);
        await EditAsync(one, "am Vormittag", "am Abend");
        await EditAsync(other, "am Vormittag", "am Wochenende");
        await EditAsync(other, "Der Bus", "Der Bürgerbus");
        await SaveAsync(one, "", "Gespeichert.");
        await SaveAsync(other, "Wochenende ist besser", "Zwei haben dieselbe Stelle geändert");
        var place = other.Page.Locator("fieldset.conflict");
        (await place.CountAsync()).ShouldBe(1, "only what contradicts");
        var shown = await place.InnerTextAsync();
        shown.ShouldContain("Kurse gibt es am Wochenende.");
        shown.ShouldContain("Kurse gibt es am Abend.");
        await LookAsync(other, "conflict");
        await place.GetByLabel("eigener Wortlaut", new() { Exact = true }).CheckAsync();
        await place.GetByLabel("Eigener Wortlaut für Stelle 1").FillAsync("Kurse gibt es am Abend und am Wochenende.");
        await other.PressAsync("Entscheidung speichern", "Gespeichert.");
        var decided = await WrittenAsync(other);
        decided.ShouldContain("Kurse gibt es am Abend und am Wochenende.");
        decided.ShouldContain("Der Bürgerbus fährt");
        (await other.Page.Locator(".editor-draft").IsVisibleAsync()).ShouldBeFalse("what is saved is no draft any more");

        await other.GoAsync($"{section}/revisions");
        var revisions = await other.Page.Locator("main ol.timeline").InnerTextAsync();
        foreach (var reason in new[] { "Der Ton war zu knapp", "Neuer Fahrplan", "Wochenende ist besser" })
            revisions.ShouldContain($"„{reason}“");
        revisions.ShouldContain("zusammengeführt mit Fassung 2");
        await LookAsync(other, "revisions");
        await CompareAsync(other, from: 3, to: 4);
        var (added, removed) = await ChangesAsync(other);
        added.ShouldBe(["Abend"]);
        removed.ShouldBe(["Vormittag"]);
        await CompareAsync(other, from: 4, to: 5);
        (await ChangesAsync(other)).Added.ShouldContain(words => words.Contains("Wochenende"));

        await other.Page.ClickAsync("summary[aria-label='wiederherstellen: Fassung 4']");
        await other.PressAsync("ja, wiederherstellen", "Wiederhergestellt.");
        (await WrittenAsync(other)).ShouldContain("Kurse gibt es am Abend.\n");
        await other.GoAsync($"{section}/revisions");
        (await other.TextAsync()).ShouldContain("aus Fassung 4 wiederhergestellt");
    }

    [Fact]
    public async Task Buttons_write_Markdown_a_preview_saves_nothing_and_a_draft_waits_in_the_browser()
    {
        await using var browser = await Browser.StartAsync();
        var desk = await DeskAsync(browser, "editor");
        var concept = await ConceptAsync(desk);
        var section = await SectionAsync(desk, concept, $"Entwurf {mark}");

        await desk.GoAsync(concept);
        await desk.Page.ClickAsync($"main a:has-text('Entwurf {mark}')"); // as people come, without loading everything anew
        await Assertions.Expect(desk.Page.Locator("h1")).ToContainTextAsync($"Entwurf {mark}");
        await desk.Page.Locator("[name='Form.Title']").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.Keyboard.TypeAsync($"Wichtig{mark}");
        await Assertions.Expect(Text(desk)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"\\*\\*Wichtig{mark}\\*\\*"));
        await desk.PressAsync("Vorschau", "noch nicht gespeichert");
        (await desk.Page.Locator(".sheet strong").InnerTextAsync()).ShouldBe($"Wichtig{mark}");
        await LookAsync(desk, "preview");

        await desk.GoAsync(section);
        (await WrittenAsync(desk)).ShouldBe(Began);
        await Assertions.Expect(desk.Page.Locator(".editor-draft")).ToBeVisibleAsync();
        await LookAsync(desk, "draft");
        await desk.Page.ClickAsync("button:has-text('Entwurf übernehmen')");
        await SaveAsync(desk, "Hervorgehoben", "Gespeichert.");
        (await WrittenAsync(desk)).ShouldContain($"**Wichtig{mark}**");
        await Text(desk).PressSequentiallyAsync("Getippt, nicht gespeichert. ");
        await Assertions.Expect(desk.Page.Locator("[data-status]")).ToContainTextAsync("Entwurf");
        await desk.Page.ReloadAsync(); // its address still says that something was saved
        await Assertions.Expect(desk.Page.Locator(".editor-draft")).ToBeVisibleAsync();
        await desk.Page.ClickAsync("button:has-text('Entwurf verwerfen')");
        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Page.Locator(".editor-tools")).ToBeVisibleAsync();
        (await desk.Page.Locator(".editor-draft").IsVisibleAsync()).ShouldBeFalse();

        await desk.GoAsync(concept);
        await desk.FillAsync("Im Text suchen", $"Wichtig{mark}", "main form[role=search]");
        await desk.PressAsync("Suchen", "1 Treffer");
        (await desk.Page.Locator("main mark").InnerTextAsync()).ShouldBe($"Wichtig{mark}");
        await LookAsync(desk, "search");
    }

    [Fact]
    public async Task On_a_phone_and_in_English_nothing_stands_in_the_way()
    {
        await using var browser = await Browser.StartAsync();
        var section = await SectionAsync(
            await DeskAsync(browser, "editor"),
            await ConceptAsync(await DeskAsync(browser, "editor")),
            $"Donaudampfschifffahrtsgesellschaft {mark}"
        );
        var phone = await PortalVisit.BeginAsync(running, browser, $"editor@{Tenant}.example", "en-GB", width: 320, to: Tenant);
        foreach (var page in new[] { "", "/revisions", "/../../outline", "/../..", "/../..?q=Bus" })
        {
            await phone.GoAsync(section + page);
            await LookAsync(phone, "phone" + page.Replace("/", "-").Replace('?', '-'));
        }
        await phone.GoAsync(section);
        await EditAsync(phone, "Bus", "Zug");
        await phone.FillAsync("Why do you change this?", "Train");
        await phone.PressAsync("Save", "Saved.");
    }

    async Task<PortalVisit> DeskAsync(Browser browser, string role) =>
        await PortalVisit.BeginAsync(running, browser, $"{role}@{Tenant}.example", to: $"{Tenant}/concepts");

    static async Task<string> ConceptAsync(PortalVisit desk)
    {
        await desk.Page.Locator("main a[href*='/concepts/']").First.ClickAsync();
        await desk.Page.WaitForURLAsync("**/concepts/*");
        return PathOf(desk);
    }

    static string PathOf(PortalVisit desk) => new Uri(desk.Page.Url).AbsolutePath["/portal/".Length..];

    static async Task AddAsync(PortalVisit desk, string concept, string title)
    {
        await desk.GoAsync($"{concept}/outline");
        await desk.FillAsync("Überschrift", title, "main form:has([name='Add.Title'])");
        await ChooseAsync(desk, "Add.Parent", Chapter);
        await desk.PressAsync("Anlegen", "Der Abschnitt ist angelegt.");
    }

    /// <summary>A section of three paragraphs, open.</summary>
    static async Task<string> SectionAsync(PortalVisit desk, string concept, string title)
    {
        await AddAsync(desk, concept, title);
        await desk.Page.ClickAsync($"main .outline a:has-text('{title}')");
        await desk.Page.WaitForURLAsync("**/sections/*");
        await Text(desk).FillAsync(Began);
        await SaveAsync(desk, "", "Gespeichert.");
        return PathOf(desk);
    }

    static async Task ChooseAsync(PortalVisit desk, string field, string title)
    {
        var option = desk.Page.Locator($"[name='{field}'] option", new() { HasText = title });
        await desk.Page.SelectOptionAsync($"[name='{field}']", (await option.GetAttributeAsync("value"))!);
    }

    static async Task<string> NumberAsync(PortalVisit desk, string title) =>
        (await desk.Page.Locator(".outline a", new() { HasText = title }).InnerTextAsync()).Split(' ')[0];

    static ILocator Text(PortalVisit desk) => desk.Page.Locator("[name='Form.Markdown']");

    static async Task<string> WrittenAsync(PortalVisit desk) => (await Text(desk).InputValueAsync()).ReplaceLineEndings("\n");

    static async Task EditAsync(PortalVisit desk, string words, string others)
    {
        var written = await WrittenAsync(desk);
        written.ShouldContain(words);
        await Text(desk).FillAsync(written.Replace(words, others));
    }

    static async Task SaveAsync(PortalVisit desk, string reason, string says)
    {
        await desk.FillAsync("Warum ändern Sie das?", reason);
        await desk.PressAsync("Speichern", says);
    }

    static async Task CompareAsync(PortalVisit desk, int from, int to)
    {
        await desk.Page.SelectOptionAsync("[name=from]", $"{from}");
        await desk.Page.SelectOptionAsync("[name=to]", $"{to}");
        await desk.PressAsync("Vergleichen", $"Von Fassung {from} zu Fassung {to}");
        await LookAsync(desk, "compare");
    }

    /// <summary>As they are seen, without the words that say the same to who can't see them.</summary>
    static async Task<(string[] Added, string[] Removed)> ChangesAsync(PortalVisit desk)
    {
        return (await OfAsync("ins"), await OfAsync("del"));

        Task<string[]> OfAsync(string tag) =>
            desk.Page.EvaluateAsync<string[]>(
                $"[...document.querySelectorAll('.change {tag}')]"
                    + ".map(a => [...a.childNodes].filter(b => b.nodeType === 3).map(b => b.data).join('').trim())"
            );
    }

    static async Task LookAsync(PortalVisit desk, string page)
    {
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty(page);
        (await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse(page);
    }
}
