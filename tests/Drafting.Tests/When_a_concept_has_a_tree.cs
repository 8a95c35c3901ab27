using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_concept_has_a_tree(DraftingService service)
{
    [Fact]
    public async Task Sections_are_added_in_any_depth_and_numbered_in_reading_order()
    {
        var (given, concept, url) = await BeginAsync();
        var first = await AddAsync(given, url, new("Bevölkerung & Zuwanderung", "ausgangslage"));
        (first.Key, first.Number, first.Level, first.ParentKey).ShouldBe(("bevoelkerung-zuwanderung", "2.1", 2, "ausgangslage"));
        (await AddAsync(given, url, new("Bevölkerung & Zuwanderung", "ausgangslage"))).Key.ShouldBe("bevoelkerung-zuwanderung-2");
        (await AddAsync(given, url, new("Search"))).Key.ShouldBe("search-2", "the search has that place");
        await AddAsync(given, url, new("Zwischen beiden", "ausgangslage", "bevoelkerung-zuwanderung"));
        await AddAsync(given, url, new("Alter", "bevoelkerung-zuwanderung"));

        var outline = await OutlineAsync(given, url);
        outline
            .Where(row => row.Number.StartsWith('2'))
            .Select(row => $"{row.Number} {row.Key}")
            .ShouldBe([
                "2 ausgangslage",
                "2.1 bevoelkerung-zuwanderung",
                "2.1.1 alter",
                "2.2 zwischen-beiden",
                "2.3 bevoelkerung-zuwanderung-2",
            ]);
        outline[^1].Key.ShouldBe("search-2");
        (await given.Editor.GetAsync(url).ReadAsync<List<SectionDto>>()).Select(row => row.Key).ShouldBe(outline.Select(row => row.Key));

        await SendAsync(given, HttpMethod.Post, url, new AddSection("X", "gibt-es-nicht")).ProblemAsync(400, "validation");
        await SendAsync(given, HttpMethod.Post, url, new AddSection("X", null, "alter")).ProblemAsync(400, "validation");
        await SendAsync(given, HttpMethod.Post, url, new AddSection("")).ProblemAsync(400, "validation");
        await service
            .As(given.Tenant, "council-office")
            .SendAsync(HttpMethod.Post, url, new AddSection("X"))
            .ProblemAsync(403, "forbidden");
        var foreign = await Given.ALandkreisAsync(service);
        await foreign
            .Editor.SendAsync(HttpMethod.Post, $"{foreign.Api}/concepts/{concept.Id}/sections", new AddSection("X"))
            .ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Headings_end_at_the_sixth_level()
    {
        var (given, _, url) = await BeginAsync();
        var parent = "vorwort";
        for (var level = 2; level <= 5; level++)
            parent = (await AddAsync(given, url, new($"Ebene {level}", parent))).Key;
        await SendAsync(given, HttpMethod.Post, url, new AddSection("Zu tief", parent)).ProblemAsync(422, "section-too-deep");
        var chapter = await AddAsync(given, url, new("Kapitel"));
        await AddAsync(given, url, new("Darin", chapter.Key));
        await MoveAsync(given, url, chapter, new("ebene-4")).ProblemAsync(422, "section-too-deep");
        (await MoveAsync(given, url, chapter, new("ebene-3")).ReadAsync<SectionDto>()).Level.ShouldBe(4);
    }

    [Fact]
    public async Task A_section_moves_with_all_within_it_but_never_into_itself()
    {
        var (given, concept, url) = await BeginAsync();
        var outer = await AddAsync(given, url, new("Außen", "vorwort"));
        var inner = await AddAsync(given, url, new("Innen", outer.Key));
        await MoveAsync(given, url, outer, new(outer.Key)).ProblemAsync(422, "section-in-itself");
        await MoveAsync(given, url, outer, new(inner.Key)).ProblemAsync(422, "section-in-itself");

        var moved = await MoveAsync(given, url, outer, new("ausgangslage")).ReadAsync<SectionDto>();
        (moved.Number, (await given.SectionAsync(concept, inner.Key)).Number).ShouldBe(("2.1", "2.1.1"));
        await MoveAsync(given, url, outer, new(null, "vorwort")).ProblemAsync(412, "changed-meanwhile");
        moved = await MoveAsync(given, url, moved, new(null, "vorwort")).ReadAsync<SectionDto>();
        (moved.Number, moved.ParentKey).ShouldBe(("2", null));
        (await given.SectionAsync(concept, "ausgangslage")).Number.ShouldBe("3");
        moved = await MoveAsync(given, url, moved, new()).ReadAsync<SectionDto>();
        moved.Number.ShouldBe("1");
        await MoveAsync(given, url, moved, new(null, moved.Key)).ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task Two_who_move_sections_into_each_other_at_once_make_no_circle()
    {
        var (given, _, url) = await BeginAsync();
        var (one, other) = (await AddAsync(given, url, new("Eins")), await AddAsync(given, url, new("Zwei")));
        var answers = await Task.WhenAll(MoveAsync(given, url, one, new(other.Key)), MoveAsync(given, url, other, new(one.Key)));
        answers.Select(answer => (int)answer.StatusCode).Order().ShouldBe([200, 422]);
        (await OutlineAsync(given, url)).Select(row => row.Key).ShouldContain("zwei");
    }

    [Fact]
    public async Task The_number_is_part_of_the_tag_and_the_version_alone_is_good_for_a_change()
    {
        var (given, concept, url) = await BeginAsync();
        var before = await given.SectionAsync(concept, "ausgangslage");
        var tag = (await given.Editor.GetAsync($"{url}/ausgangslage")).Headers.ETag!.Tag;
        await AddAsync(given, url, new("Davor", null, "vorwort"));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{url}/ausgangslage");
        again.Headers.Add("If-None-Match", tag);
        ((int)(await given.Editor.SendAsync(again)).StatusCode).ShouldBe(200);
        var after = await given.SectionAsync(concept, "ausgangslage");
        (after.Number, after.Version).ShouldBe(("3", before.Version));
    }

    [Fact]
    public async Task What_holds_others_or_results_is_not_deleted()
    {
        var (given, concept, url) = await BeginAsync();
        var outer = await AddAsync(given, url, new("Außen"));
        var inner = await AddAsync(given, url, new("Innen", outer.Key));
        await DeleteAsync(given, url, outer).ProblemAsync(409, "section-has-sections");
        foreach (var key in new[] { "bildung-sprache", "beteiligung", "anhang" })
            await DeleteAsync(given, url, await given.SectionAsync(concept, key)).ProblemAsync(409, "section-is-filled");

        var edited = await given
            .Editor.SendAsync(HttpMethod.Put, $"{url}/vorwort", new EditSection("Vorwort", "Siehe [[abschnitt:innen]]."), 1)
            .ReadAsync<SectionDto>();
        await DeleteAsync(given, url, inner).ProblemAsync(409, "section-is-referenced");
        await given.Editor.SendAsync(HttpMethod.Put, $"{url}/vorwort", new EditSection("Vorwort", ""), edited.Version).ReadAsync();
        await DeleteAsync(given, url, inner with { Version = 7 }).ProblemAsync(412, "changed-meanwhile");
        ((int)(await DeleteAsync(given, url, inner)).StatusCode).ShouldBe(204);
        await DeleteAsync(given, url, inner).ProblemAsync(404, "not-found");
        ((int)(await DeleteAsync(given, url, outer)).StatusCode).ShouldBe(204);
    }

    [Fact]
    public async Task A_milestone_has_the_tree_and_its_references_lead_to_what_they_name()
    {
        var (given, concept, url) = await BeginAsync();
        await given.ConcludeAsync(concept);
        var measure = (await given.MeasuresAsync(concept)).Single();
        await AddAsync(given, url, new("Ziele [des Kreises]", "vorwort"));
        var text = "Siehe [[abschnitt:ziele-des-kreises]] und [[massnahme:1.1]].";
        var saved = await given
            .Editor.SendAsync(HttpMethod.Put, $"{url}/anhang", new EditSection("Anhang", text), 1)
            .ReadAsync<SectionDto>();
        saved.Markdown.ShouldBe($"Siehe [[abschnitt:ziele-des-kreises]] und [[massnahme:{measure.Measure.Id}]].");
        foreach (var wrong in new[] { "[[abschnitt:fort]]", "[[massnahme:1.2]]", $"[[massnahme:{Guid.CreateVersion7()}]]" })
            (
                await given
                    .Editor.SendAsync(HttpMethod.Put, $"{url}/anhang", new EditSection("Anhang", wrong), saved.Version)
                    .ProblemAsync(422, "reference-unknown")
            )
                .ToJsonString()
                .ShouldContain(wrong);

        await given.ASubmittedConceptAsync(concept);
        var content = (await given.Coordinator.GetAsync($"{given.Api}/concepts/{concept.Id}/milestones/1").ReadAsync())["content"]!;
        var frozen = System.Text.Json.JsonSerializer.Deserialize<List<AdoptedSection>>(
            content["sections"]!.ToJsonString(),
            System.Text.Json.JsonSerializerOptions.Web
        )!;
        frozen
            .Take(3)
            .Select(row => (row.Key, row.Level, row.Number))
            .ShouldBe([("vorwort", 1, "1"), ("ziele-des-kreises", 2, "1.1"), ("ausgangslage", 1, "2")]);
        frozen[^1]
            .Markdown.ShouldContain(
                @"Siehe [Abschnitt 1.1 Ziele \[des Kreises\]](#ziele-des-kreises) und [Maßnahme 1.1 Abendkurse](#massnahme-1-1)."
            );
        await SendAsync(given, HttpMethod.Post, url, new AddSection("Zu spät")).ProblemAsync(409, "concept-frozen");
        await MoveAsync(given, url, saved, new()).ProblemAsync(409, "concept-frozen");
        await DeleteAsync(given, url, await given.SectionAsync(concept, "ziele-des-kreises")).ProblemAsync(409, "concept-frozen");
    }

    async Task<(Given Given, ConceptDto Concept, string Url)> BeginAsync()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        return (given, concept, $"{given.Api}/concepts/{concept.Id}/sections");
    }

    static Task<List<OutlineEntry>> OutlineAsync(Given given, string url) =>
        given.Editor.GetAsync($"{url}/outline").ReadAsync<List<OutlineEntry>>();

    static Task<HttpResponseMessage> SendAsync(Given given, HttpMethod method, string url, object body) =>
        given.Editor.SendAsync(method, url, body);

    static Task<SectionDto> AddAsync(Given given, string url, AddSection add) =>
        SendAsync(given, HttpMethod.Post, url, add).ReadAsync<SectionDto>();

    static Task<HttpResponseMessage> MoveAsync(Given given, string url, SectionDto section, MoveSection move) =>
        given.Editor.SendAsync(HttpMethod.Post, $"{url}/{section.Key}/move", move, section.Version);

    static Task<HttpResponseMessage> DeleteAsync(Given given, string url, SectionDto section) =>
        given.Editor.SendAsync(HttpMethod.Delete, $"{url}/{section.Key}", null, section.Version);
}
