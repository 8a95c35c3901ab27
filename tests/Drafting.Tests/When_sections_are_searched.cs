using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_sections_are_searched(DraftingService service)
{
    [Fact]
    public async Task Words_are_found_in_all_their_forms_and_marked()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var url = $"{given.Api}/concepts/{concept.Id}/sections";
        await given
            .Editor.SendAsync(HttpMethod.Put, $"{url}/vorwort", new EditSection("Vorwort", "Die Sprachkurse <b>am</b> Abend fehlen."), 1)
            .ReadAsync();
        var found = (await given.Editor.GetAsync($"{url}/search?words=Abende+fehlen").ReadAsync<List<FoundSection>>()).Single();
        (found.Key, found.Number, found.Title).ShouldBe(("vorwort", "1", "Vorwort"));
        found.Excerpt.Where(part => part.Found).Select(part => part.Text).ShouldBe(["Abend", "fehlen"]);
        string.Concat(found.Excerpt.Select(part => part.Text)).ShouldBe("Sprachkurse <b>am</b> Abend fehlen");
        var inside = (await given.Editor.GetAsync($"{url}/search?words=KURS").ReadAsync<List<FoundSection>>()).Single();
        inside.Excerpt.Single(part => part.Found).Text.ShouldBe("kurs");
        (await given.Editor.GetAsync($"{url}/search?words=Anhang").ReadAsync<List<FoundSection>>()).ShouldContain(row =>
            row.Key == "anhang"
        );
        (await given.Editor.GetAsync($"{url}/search?words=Sprachkurs+fehlend+Nilpferd").ReadAsync<List<FoundSection>>()).ShouldBeEmpty();
        foreach (var odd in new[] { "%27%22%3A%26%21", "%22offen", "und+der" })
            await given.Editor.GetAsync($"{url}/search?words={odd}").ReadAsync<List<FoundSection>>();

        await given.Editor.GetAsync($"{url}/search?words=").ProblemAsync(400, "validation");
        await service.As(given.Tenant, "participant").GetAsync($"{url}/search?words=Abend").ProblemAsync(403, "forbidden");
        var foreign = await Given.ALandkreisAsync(service);
        await foreign.Editor.GetAsync($"{foreign.Api}/concepts/{concept.Id}/sections/search?words=Abend").ProblemAsync(404, "not-found");
    }
}
