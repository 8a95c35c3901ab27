using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Merging;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.Translations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_contributions_are_translated(ParticipationService service)
{
    const string Arabic = "مقهى للقراءة";

    [Fact]
    public async Task All_read_it_beside_the_words_that_stay_as_they_are()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var one = await given.ContributeInAsync("ar-SY", Arabic, "قراءة");
        one.Revision.ShouldBe(1);
        var made = await given.TranslateAsync(one, " Ein Lesecafé ", title: "Lesen").ReadAsync<ContributionTranslationDto>();
        made.ShouldBe(
            new ContributionTranslationDto(1, "de", "Lesen", "Ein Lesecafé", TranslationOrigin.Person, 1, Outdated: false, made.WrittenAt)
        );
        var easy = await given
            .TranslateAsync(one, "Ein Café. Wir lesen dort.", language: "DE-x-Leicht", title: "Lesen")
            .ReadAsync<ContributionTranslationDto>();
        easy.Language.ShouldBe("de-x-leicht");

        var read = await given.TranslationsAsync(one.Id);
        read.Items.Select(row => row.Language).ShouldBe(["de", "de-x-leicht"]);
        read.MayUseMachine.ShouldBeFalse();
        read.Items[0].ShouldBe(made);
        (await given.Participant.GetAsync(given.Translation(one.Id, "DE")).ReadAsync<ContributionTranslationDto>()).ShouldBe(made);
        var kept = await given.Participant.GetAsync(given.Of(one.Id)).ReadAsync<ContributionDto>();
        (kept.Text, kept.Title, kept.Language, kept.Version).ShouldBe((Arabic, "قراءة", "ar-SY", one.Version));

        await given.Moderator.DeleteAsync(given.Translation(one.Id, "de")).ReadNothingAsync();
        await given.Moderator.DeleteAsync(given.Translation(one.Id, "de")).ProblemAsync(404, "not-found");
        await given.Participant.GetAsync(given.Translation(one.Id, "de")).ProblemAsync(404, "not-found");
        (await given.TranslationsAsync(one.Id)).Items.ShouldBe([easy]);
    }

    [Fact]
    public async Task It_is_outdated_once_its_author_changed_the_words_and_not_when_others_react()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var one = await given.ContributeInAsync("ar", Arabic);
        var made = await given.TranslateAsync(one, "Ein Lesecafé").ReadAsync<ContributionTranslationDto>();
        var reworded = await given.RewordAsync(one, "مقهى للقراءة والكتابة");
        reworded.Revision.ShouldBe(2);
        var old = (await given.TranslationsAsync(one.Id)).Items.Single();
        (old.Text, old.Revision, old.Outdated).ShouldBe(("Ein Lesecafé", 1, true));

        // Whoever read the earlier words does not translate them as if they were these.
        await given.TranslateAsync(one, "Ein Lesecafé!", made.Version).ProblemAsync(409, "contribution-reworded");
        await given.TranslateAsync(one, "Une idée", language: "en").ProblemAsync(409, "contribution-reworded");
        var anew = await given
            .TranslateAsync(reworded, "Ein Café zum Lesen und Schreiben", made.Version)
            .ReadAsync<ContributionTranslationDto>();
        (anew.Version, anew.Revision, anew.Outdated).ShouldBe((2, 2, false));
        await given.Moderator.SendAsync(HttpMethod.Put, $"{given.Of(one.Id)}/support", null).ReadAsync();
        (await given.TranslationsAsync(one.Id)).Items.Single().ShouldBe(anew);
    }

    [Fact]
    public async Task Only_staff_translate_and_of_two_at_once_one_wins()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var one = await given.ContributeInAsync("ar", Arabic);
        foreach (var role in new[] { "participant", "editor", "council-office" })
        {
            var who = service.As(given.Tenant, role);
            await given.TranslateAsync(one, "Ein Lesecafé", who: who).ProblemAsync(403, "forbidden");
            await given.AskMachineAsync(one.Id, who: who).ProblemAsync(403, "forbidden");
            await who.DeleteAsync(given.Translation(one.Id, "de")).ProblemAsync(403, "forbidden");
        }
        var url = given.Translation(one.Id, "de");
        var wish = new WriteContributionTranslation(1, "Ein Lesecafé");
        await given.Moderator.SendAsync(HttpMethod.Put, url, wish).ProblemAsync(428, "if-match-missing");
        var firsts = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(at => given.TranslateAsync(one, $"Fassung {at}", who: at % 2 == 0 ? given.Coordinator : null))
        );
        firsts.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        await Task.FromResult(firsts.First(answer => !answer.IsSuccessStatusCode)).ProblemAsync(412, "changed-meanwhile");
        await given.TranslateAsync(one, "Ein Café zum Lesen", 1).ReadAsync();
        await given.TranslateAsync(one, "Ein Lesecafé", 1).ProblemAsync(412, "changed-meanwhile");
        (await given.TranslationsAsync(one.Id)).Items.Single().Text.ShouldBe("Ein Café zum Lesen");
    }

    [Fact]
    public async Task What_is_no_translation_of_it_is_refused()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var one = await given.ContributeInAsync("ar-EG", Arabic);
        await given.TranslateAsync(one, "  ").ProblemAsync(400, "validation");
        await given.TranslateAsync(one, new('x', 8001)).ProblemAsync(400, "validation");
        await given.TranslateAsync(one, "Lesen", title: new('x', 401)).ProblemAsync(400, "validation");
        (await given.TranslateAsync(one, "Lesen", title: "Lesen").ProblemAsync(400, "validation"))["errors"]!["title"].ShouldNotBeNull();
        await given.TranslateAsync(one, "Lesen", language: "deutsch_").ProblemAsync(400, "validation");
        (await given.TranslateAsync(one, "Lire", language: "fr").ProblemAsync(422, "translation-language-unknown"))["possible"]!
            .AsArray()
            .Count.ShouldBe(6);
        await given.TranslateAsync(one, Arabic, language: "ar").ProblemAsync(422, "translation-into-itself");
        await given.TranslateAsync(one with { Revision = 0 }, "Lesen").ProblemAsync(400, "validation");
        await given.TranslateAsync(one with { Id = Guid.CreateVersion7() }, "Lesen").ProblemAsync(404, "not-found");

        var titled = await given.ContributeInAsync("tr", "Okuma kafesi", "Okumak");
        (await given.TranslateAsync(titled, "Lesecafé").ProblemAsync(400, "validation"))["errors"]!["title"].ShouldNotBeNull();
        var german = await given.ContributeInAsync("de", "Ein Lesecafé");
        await given.TranslateAsync(german, "Ein Café. Wir lesen dort.", language: "de-x-leicht").ReadAsync();
        var script = await given.TranslateAsync(one, "<script>alert(1)</script>").ReadAsync<ContributionTranslationDto>();
        script.Text.ShouldBe("<script>alert(1)</script>", "text is text; whoever shows it escapes it");
        (await given.TranslationsAsync(one.Id)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_does_not_see_the_contribution_sees_no_translation()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(ModerationMode.BeforePublication);
        var held = await given.ContributeInAsync("ar", Arabic);
        await given.TranslateAsync(held, "Ein Lesecafé").ReadAsync(); // whoever decides knows what it says
        var other = service.As(given.Tenant, "participant");
        await other.GetAsync($"{given.Of(held.Id)}/translations").ProblemAsync(404, "not-found");
        await other.GetAsync(given.Translation(held.Id, "de")).ProblemAsync(404, "not-found");
        (await given.TranslationsAsync(held.Id)).Items.Count.ShouldBe(1, "its author sees it");

        await given.DecideAsync(given.Moderator, (await given.QueueAsync()).Single(), CaseDecision.Publish).ReadAsync();
        (await given.TranslationsAsync(held.Id, other)).Items.Count.ShouldBe(1);
        await given.HideAsync(given.Moderator, held.Id).ReadAsync();
        await other.GetAsync(given.Translation(held.Id, "de")).ProblemAsync(404, "not-found");

        var elsewhere = await Given.AnOpenTopicAreaAsync(service);
        var url = $"/api/v1/{elsewhere.Tenant}/topic-areas/{given.Open.Id}/contributions/{held.Id}/translations";
        await elsewhere.Moderator.GetAsync(url).ProblemAsync(404, "not-found");
        await elsewhere
            .Moderator.SendAsync(HttpMethod.Put, $"{url}/de", new WriteContributionTranslation(1, "Fremd"), 0)
            .ProblemAsync(404, "not-found");
        await elsewhere.Moderator.DeleteAsync($"{url}/de").ProblemAsync(404, "not-found");
        await given.Moderator.GetAsync(url).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task It_goes_with_what_is_taken_back_also_where_a_tombstone_stays()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (gone, cited) = (await given.ContributeInAsync("ar", Arabic), await given.ContributeInAsync("uk", "Читальне кафе"));
        await given.TranslateAsync(gone, "Ein Lesecafé").ReadAsync();
        await given.TranslateAsync(cited, "Ein Lesecafé").ReadAsync();
        await given.RecordAsync(cited.Id);
        await given.Participant.DeleteAsync(given.Of(gone.Id)).ReadNothingAsync();
        await given.Participant.DeleteAsync(given.Of(cited.Id)).ReadNothingAsync();
        (await CountAsync(given)).ShouldBe(0L);
        (await given.TranslationsAsync(cited.Id)).Items.ShouldBeEmpty();
        await given.TranslateAsync(cited, "Ein Lesecafé").ProblemAsync(409, "contribution-withdrawn");
    }

    [Fact]
    public async Task It_stays_with_a_merged_contribution_and_goes_when_its_author_takes_both_back()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (goes, stays) = (await given.ContributeInAsync("ar", Arabic), await given.ContributeInAsync("uk", "Читальне кафе"));
        await given.TranslateAsync(goes, "Ein Lesecafé").ReadAsync();
        await given.TranslateAsync(stays, "Ein Café zum Lesen").ReadAsync();
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Of(goes.Id)}/merge", new MergeContribution(stays.Id)).ReadAsync();
        (await given.TranslationsAsync(goes.Id)).Items.Single().Text.ShouldBe("Ein Lesecafé");
        (await given.TranslationsAsync(stays.Id)).Items.Single().Text.ShouldBe("Ein Café zum Lesen");
        await given.Participant.DeleteAsync(given.Of(stays.Id)).ReadNothingAsync();
        (await CountAsync(given)).ShouldBe(0L);
    }

    [Fact]
    public async Task Who_is_erased_is_told_of_it_and_leaves_it_with_the_words_that_all_see()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (id, address) = (Guid.CreateVersion7(), Mailbox.NewAddress());
        var who = service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], subject: id.ToString(), email: address));
        var (seen, hidden) = (
            await given.ContributeInAsync("ar", Arabic, who: who),
            await given.ContributeInAsync("uk", "Щось образливе", who: who)
        );
        await given.TranslateAsync(seen, "Ein Lesecafé").ReadAsync();
        await given.TranslateAsync(hidden, "Etwas Verletzendes").ReadAsync();
        await given.HideAsync(given.Moderator, hidden.Id).ReadAsync();
        var mine = await who.GetStringAsync($"/api/v1/{given.Tenant}/my-data/participation");
        mine.ShouldContain("Lesecaf");
        mine.ShouldContain("Etwas Verletzendes");

        await service.Bus.EraseAsync<PersonErasedInParticipation>(AnErasure.Of(id, address));
        (await given.TranslationsAsync(seen.Id)).Items.Single().Text.ShouldBe("Ein Lesecafé");
        (await CountAsync(given)).ShouldBe(1L);
        await given.RecordAsync(seen.Id);
        await given.ConcludeAsync();
        await given.TranslateAsync(seen, "A reading café", language: "en").ReadAsync(); // those who read the results come later
    }

    async Task<object?> CountAsync(Given given) =>
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"select count(*) from contribution_translations where tenant = '{given.Tenant}'"
        );
}
