using System.Text.Json;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Sections.Texts;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_many_write_one_section(DraftingService service)
{
    const string Three = "Erster Absatz.\n\nZweiter Absatz.\n\nDritter Absatz.";

    [Fact]
    public async Task Edits_that_do_not_overlap_become_one_text()
    {
        var (given, concept, url) = await BeginAsync(Three);
        await EditAsync(given, url, new("Vorwort", Three.Replace("Erster", "Neuer erster"), "Anfang geglättet", 1), 2).ReadAsync();
        var answer = await EditAsync(given, url, new("Vorwort", $"{Three.Replace("Zweiter", "Anderer")}\n\nVierter.", null, 1), 2)
            .ReadAsync<SectionDto>();
        answer.Markdown.ShouldBe("Neuer erster Absatz.\n\nAnderer Absatz.\n\nDritter Absatz.\n\nVierter.");
        var revisions = await RevisionsAsync(given, url);
        revisions
            .Select(row => (row.Number, row.MergedWith, row.Reason))
            .ShouldBe([(3, 2, null), (2, null, "Anfang geglättet"), (1, null, null)]);
        // told again, as by a browser that never got the answer
        (
            await EditAsync(given, url, new("Vorwort", $"{Three.Replace("Zweiter", "Anderer")}\n\nVierter.", null, 1), 2)
                .ReadAsync<SectionDto>()
        ).Revision.ShouldBe(3);
        (await given.SectionAsync(concept, "vorwort")).Revision.ShouldBe(3);
    }

    [Fact]
    public async Task Edits_of_the_same_place_are_told_both_and_nothing_is_overwritten()
    {
        var (given, concept, url) = await BeginAsync(Three);
        var theirs = await EditAsync(given, url, new("Grußwort", Three.Replace("Zweiter", "Ihr zweiter"), null, 1), 2)
            .ReadAsync<SectionDto>();
        var mine = new EditSection("Geleitwort", Three.Replace("Zweiter", "Mein zweiter").Replace("Dritter", "Letzter"), null, 1);
        await EditAsync(given, url, mine with { BasedOn = null }, 2).ProblemAsync(412, "changed-meanwhile");
        var problem = await EditAsync(given, url, mine, 2).ProblemAsync(409, "edit-conflict");
        var merge = problem["merge"]!.Deserialize<MergeDto>(JsonSerializerOptions.Web)!;
        (merge.Version, merge.Revision).ShouldBe((theirs.Version, 2));
        merge.Title.ShouldBe(new(null, "Vorwort", "Geleitwort", "Grußwort"));
        merge.Parts.ShouldBe([
            new("Erster Absatz.\n\n"),
            new(null, "Zweiter Absatz.\n\n", "Mein zweiter Absatz.\n\n", "Ihr zweiter Absatz.\n\n"),
            new("Letzter Absatz.\n\n"),
        ]);
        (await given.SectionAsync(concept, "vorwort")).Markdown.ShouldBe(Three.Replace("Zweiter", "Ihr zweiter"));

        var decided = new EditSection(
            "Grußwort",
            string.Concat(merge.Parts.Select(part => part.Text ?? part.Theirs + part.Yours)),
            "Beides",
            merge.Revision
        );
        (await EditAsync(given, url, decided, merge.Version).ReadAsync<SectionDto>())
            .Markdown.TrimEnd()
            .ShouldBe("Erster Absatz.\n\nIhr zweiter Absatz.\n\nMein zweiter Absatz.\n\nLetzter Absatz.");
        await EditAsync(given, url, decided with { BasedOn = 99, Markdown = "x" }, 1).ProblemAsync(422, "revision-unknown");
    }

    [Fact]
    public async Task Ten_who_write_at_once_lose_nothing()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 10).Select(number => $"Absatz {number}."));
        var (given, concept, url) = await BeginAsync(text);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(number => EditAsync(given, url, new("Vorwort", text.Replace($"{number}.", $"{number} von {number}."), null, 1), 2))
        );
        answers.ShouldAllBe(answer => answer.IsSuccessStatusCode);
        var section = await given.SectionAsync(concept, "vorwort");
        section.Markdown.ShouldBe(string.Join("\n\n", Enumerable.Range(0, 10).Select(number => $"Absatz {number} von {number}.")));
        section.Revision.ShouldBe(11);
    }

    [Fact]
    public async Task Results_that_came_in_meanwhile_are_merged_too()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var before = await given.SectionAsync(concept, "bildung-sprache");
        await given.ConcludeAsync(concept);
        var url = $"{given.Api}/concepts/{concept.Id}/sections/bildung-sprache";
        var problem = await EditAsync(given, url, new(before.Title, "Unsere Worte.", null, 0), before.Version)
            .ProblemAsync(409, "edit-conflict");
        problem.ToJsonString().ShouldContain("Kurse am Abend");
        (await RevisionsAsync(given, url)).Single().Origin.ShouldBe(RevisionOrigin.Participation);
    }

    [Fact]
    public async Task Any_two_revisions_are_compared_by_blocks_and_words()
    {
        var (given, _, url) = await BeginAsync(
            "# Lage\n\nIm Landkreis leben viele Menschen.\n\n- eins\n- zwei\n\n| a | b |\n|---|---|\n| 1 | 2 |"
        );
        await EditAsync(
                given,
                url,
                new("Zur Lage", "Im Landkreis leben sehr viele Menschen.\n\n# Lage\n\n- eins\n- drei\n\n| a | b |\n|---|---|\n| 1 | 3 |"),
                2
            )
            .ReadAsync();
        var compared = await given.Editor.GetAsync($"{url}/compare?from=1&to=2").ReadAsync<RevisionComparison>();
        compared.Blocks.ShouldContain(block => block.Kind == ChangeKind.Moved || block.Kind == ChangeKind.Changed);
        var changed = compared.Blocks.Where(block => block.Form == BlockForm.TableRow).ToList();
        changed.Select(block => block.Kind).ShouldBe([ChangeKind.Same, ChangeKind.Changed]);
        changed[1]
            .Parts.Select(part => (part.Kind, part.Text))
            .ShouldBe([(ChangeKind.Same, "| 1 | "), (ChangeKind.Removed, "2"), (ChangeKind.Added, "3"), (ChangeKind.Same, " |")]);
        compared
            .Title.Select(part => (part.Kind, part.Text))
            .ShouldBe([(ChangeKind.Added, "Zur Lage"), (ChangeKind.Removed, "Vorwort")], true);
        (await given.Editor.GetAsync($"{url}/compare?from=0&to=1").ReadAsync<RevisionComparison>()).Blocks.ShouldAllBe(block =>
            block.Kind == ChangeKind.Added
        );
        (await given.Editor.GetAsync($"{url}/compare?from=2&to=2").ReadAsync<RevisionComparison>()).Blocks.ShouldAllBe(block =>
            block.Kind == ChangeKind.Same
        );
        await given.Editor.GetAsync($"{url}/compare?from=1&to=9").ProblemAsync(422, "revision-unknown");
        await given.Editor.GetAsync($"{url}/compare?from=-1&to=1").ProblemAsync(400, "validation");
        await service.As(given.Tenant, "participant").GetAsync($"{url}/compare?from=0&to=1").ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task An_older_text_is_restored_as_a_new_revision()
    {
        var (given, _, url) = await BeginAsync(Three);
        var later = await EditAsync(given, url, new("Anders", "Anders."), 2).ReadAsync<SectionDto>();
        await RestoreAsync(given, url, new(1), 2).ProblemAsync(412, "changed-meanwhile");
        await RestoreAsync(given, url, new(7), later.Version).ProblemAsync(422, "revision-unknown");
        var restored = await RestoreAsync(given, url, new(1, "War besser"), later.Version).ReadAsync<SectionDto>();
        (restored.Title, restored.Markdown, restored.Revision).ShouldBe(("Vorwort", Three, 3));
        var revision = (await RevisionsAsync(given, url))[0];
        (revision.RestoredFrom, revision.Reason).ShouldBe((1, "War besser"));
        (await given.Editor.GetAsync($"{url}/revisions/2").ReadAsync<RevisionTextDto>()).Markdown.ShouldBe("Anders.");
        await given.Editor.GetAsync($"{url}/revisions/9").ProblemAsync(404, "not-found");
        await given.Council.SendAsync(HttpMethod.Post, $"{url}/restore", new RestoreRevision(1), 4).ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task Who_wrote_it_learns_who_knows_the_members()
    {
        var (given, _, url) = await BeginAsync(Three);
        var mine = (await RevisionsAsync(given, url)).Single();
        (mine.ByMe, mine.AuthorId).ShouldBe((true, null));
        var seen = (await given.Coordinator.GetAsync($"{url}/revisions").ReadAsync<List<RevisionDto>>()).Single();
        seen.AuthorId.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Ein Bild ![](https://example.org/a.png).", "image-without-alternative")]
    [InlineData("Ein Bild ![ ][ref].\n\n[ref]: https://example.org/a.png", "image-without-alternative")]
    [InlineData("[[abschnitt:nirgends]]", "reference-unknown")]
    public async Task What_nobody_could_read_or_follow_is_not_saved(string markdown, string code)
    {
        var (given, concept, url) = await BeginAsync(Three);
        var problem = await EditAsync(given, url, new("Vorwort", markdown), 2).ProblemAsync(422, code);
        problem["errors"]!["markdown"].ShouldNotBeNull();
        (await given.SectionAsync(concept, "vorwort")).Markdown.ShouldBe(Three);
    }

    [Fact]
    public async Task Texts_have_an_end_and_so_have_reasons()
    {
        var (given, _, url) = await BeginAsync(Three);
        await EditAsync(given, url, new("Vorwort", new('x', 5_000_000)), 2).ProblemAsync(400, "validation");
        await EditAsync(given, url, new("Vorwort", "x", new('x', 501)), 2).ProblemAsync(400, "validation");
        await EditAsync(given, url, new("Vorwort", "x", null, -1), 2).ProblemAsync(400, "validation");
        // the longest text, all other, by two at once
        var long1 = string.Concat(Enumerable.Range(0, 10_000).Select(number => $"Zeile {number:00000}.\n\n"));
        await EditAsync(given, url, new("Vorwort", long1), 2).ReadAsync();
        var long2 = string.Concat(Enumerable.Range(0, 10_000).Select(number => $"Andere {number:0000}.\n\n"));
        await EditAsync(given, url, new("Vorwort", long2, null, 1), 2).ProblemAsync(409, "edit-conflict");
    }

    async Task<(Given Given, ConceptDto Concept, string Url)> BeginAsync(string markdown)
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var url = $"{given.Api}/concepts/{concept.Id}/sections/vorwort";
        await EditAsync(given, url, new("Vorwort", markdown), 1).ReadAsync();
        return (given, concept, url);
    }

    static Task<HttpResponseMessage> EditAsync(Given given, string url, EditSection edit, int version) =>
        given.Editor.SendAsync(HttpMethod.Put, url, edit, version);

    static Task<HttpResponseMessage> RestoreAsync(Given given, string url, RestoreRevision restore, int version) =>
        given.Editor.SendAsync(HttpMethod.Post, $"{url}/restore", restore, version);

    static Task<List<RevisionDto>> RevisionsAsync(Given given, string url) =>
        given.Editor.GetAsync($"{url}/revisions").ReadAsync<List<RevisionDto>>();
}
