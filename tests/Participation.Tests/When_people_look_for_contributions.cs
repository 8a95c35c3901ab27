using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_look_for_contributions(ParticipationService service)
{
    static async Task<string[]> FindAsync(Given given, string query, HttpClient? who = null) =>
        [
            .. (
                await (who ?? given.Participant).GetAsync($"{given.Area}/contributions?{query}").ReadAsync<Page<ContributionDto>>()
            ).Items.Select(row => row.Text),
        ];

    static async Task<string[]> SimilarAsync(Given given, string text) =>
        [
            .. (
                await given
                    .Participant.GetAsync($"{given.Area}/contributions/similar?text={Uri.EscapeDataString(text)}")
                    .ReadAsync<IReadOnlyList<ContributionDto>>()
            ).Select(row => row.Text),
        ];

    [Fact]
    public async Task Lists_are_filtered_by_all_that_is_asked()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var organisation = await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"/api/v1/{given.Tenant}/organisations",
                new EditOrganisation("Kulturverein", StakeholderGroup.MigrantOrganisation, [])
            )
            .ReadAsync<OrganisationDto>();
        var need = await given.ContributeAsync("Ein Bedarf");
        await given
            .Moderator.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Idea, "Eine Idee", OrganisationId: organisation.Id)
            )
            .ReadAsync();
        await Database.ExecuteAsync(service.AdminConnection, $"update contributions set answer = 'TakenUp' where id = '{need.Id}'");

        (await FindAsync(given, "kind=need")).ShouldBe(["Ein Bedarf"]);
        (await FindAsync(given, "group=migrantOrganisation")).ShouldBe(["Eine Idee"]);
        (await FindAsync(given, $"organisationId={organisation.Id}")).ShouldBe(["Eine Idee"]);
        (await FindAsync(given, "answered=true")).ShouldBe(["Ein Bedarf"]);
        (await FindAsync(given, "answered=false")).ShouldBe(["Eine Idee"]);
        (await FindAsync(given, "mine=true")).ShouldBe(["Ein Bedarf"]);
        (await FindAsync(given, "mine=false")).ShouldBe(["Eine Idee"]);
        (await FindAsync(given, "kind=idea&mine=true")).ShouldBeEmpty();
        (await FindAsync(given, "kind=need&q=Bedarf")).ShouldBe(["Ein Bedarf"]);
        (await FindAsync(given, "kind=idea&q=Bedarf")).ShouldBeEmpty();
        foreach (var wrong in new[] { "kind=wish", "sort=best", "answered=perhaps", "organisationId=1", $"q={new string('x', 201)}" })
            ((int)(await given.Participant.GetAsync($"{given.Area}/contributions?{wrong}")).StatusCode).ShouldBe(400, wrong);
        var elsewhere = await service.NewTenantAsync();
        await service
            .As(elsewhere, "participant")
            .GetAsync($"/api/v1/{elsewhere}/topic-areas/{given.Open.Id}/contributions/similar?text=Bedarf")
            .ProblemAsync(404, "not-found");
        await service
            .As(given.Tenant, "check-in-helper")
            .GetAsync($"{given.Area}/contributions/similar?text=Bedarf")
            .ProblemAsync(403, "forbidden");
    }

    [Theory]
    [InlineData("newest", "4 3 2 1 0")]
    [InlineData("oldest", "0 1 2 3 4")]
    [InlineData("points", "3 4 2 1 0")]
    [InlineData("supports", "1 4 3 2 0")]
    public async Task Each_order_goes_on_where_the_last_page_ended(string sort, string expected)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = new List<ContributionDto>();
        for (var number = 0; number < 5; number++)
            made.Add(await given.ContributeAsync($"Nummer {number}"));
        await given.GivePointsAsync((made[3].Id, 5), (made[4].Id, 2), (made[2].Id, 2)).ReadAsync();
        foreach (var (who, number) in new[] { (given.Moderator, 1), (given.Participant, 1), (given.Moderator, 4) })
            await who.PutAsync($"{given.Of(made[number].Id)}/support", null).ReadAsync();

        if (sort == "points")
        {
            await given.Participant.GetAsync($"{given.Area}/contributions?sort=points").ProblemAsync(409, "points-not-shown");
            await given.ClosePrioritisationAsync();
        }
        var (texts, changed) = (new List<string>(), false);
        for (var url = $"{given.Area}/contributions?sort={sort}&limit=2&q=nummer"; url is not null; )
        {
            var answer = await given.Participant.GetAsync(url);
            texts.AddRange((await Task.FromResult(answer).ReadAsync<Page<ContributionDto>>()).Items.Select(row => row.Text[7..]));
            url = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
            if (changed)
                continue;
            // The last one shown gets to the front meanwhile: the others are shown all the same, each once.
            var last = made[int.Parse(texts[^1], System.Globalization.CultureInfo.InvariantCulture)].Id;
            await given.Coordinator.PutAsync($"{given.Of(last)}/support", null).ReadAsync();
            changed = true;
        }
        string.Join(' ', texts).ShouldBe(expected);
    }

    [Fact]
    public async Task Words_are_found_in_other_forms_in_compounds_and_with_typos()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        const string Childcare = "Kinderbetreuung während der Kurse am Abend";
        await given.ContributeAsync(Childcare);
        await given.ContributeAsync("Bus und Bahn bis 22 Uhr");

        foreach (var asked in new[] { "Kinderbetreuung", "kurs", "Kursen", "Betreuung", "kinderbetr", "Kinderbetreung", "Kinder Abend" })
            (await FindAsync(given, $"q={asked}")).ShouldBe([Childcare], asked);
        (await FindAsync(given, "q=der+Abend")).ShouldBe([Childcare], "words that say nothing are not asked for");
        foreach (var asked in new[] { "Abend Bahn", "Schwimmbad", "der", "%25", "'", "a%26b | c" })
            (await FindAsync(given, $"q={asked}")).ShouldBeEmpty(asked);
        (await FindAsync(given, "q=%20")).Length.ShouldBe(2, "blanks ask for nothing");
    }

    [Fact]
    public async Task What_is_reworded_or_withdrawn_is_found_by_its_present_words_only()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync("Schwimmkurse");
        await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new EditContribution("Für alle", "Radfahrkurse"), made.Version)
            .ReadAsync();
        (await FindAsync(given, "q=Radfahrkurse")).ShouldBe(["Für alle"]);
        (await FindAsync(given, "q=schwimm")).ShouldBeEmpty();
        await given.Participant.DeleteAsync(given.Of(made.Id)).ReadNothingAsync();
        (await FindAsync(given, "q=Radfahrkurse")).ShouldBeEmpty();
        foreach (var table in new[] { "vocabulary", "contribution_words" })
            (
                await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from {table} where tenant = '{given.Tenant}'")
            ).ShouldBe(0L, table);
    }

    [Fact]
    public async Task Who_types_is_shown_what_says_much_the_same()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        for (var number = 0; number < 7; number++)
            await given.ContributeAsync($"Deutschkurse am Abend, Vorschlag {number}");
        await given.ContributeAsync("Mehr Busse auf dem Land");
        await given
            .Participant.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions/drafts",
                new WriteDraft(ContributionKind.Need, "Deutschkurse am Abend, Entwurf", Group: StakeholderGroup.Politics)
            )
            .ReadAsync();

        var similar = await SimilarAsync(given, "Abends deutschkurs");
        similar.Length.ShouldBe(5);
        similar.ShouldAllBe(text => text.StartsWith("Deutschkurse am Abend, Vorschlag"));
        (await SimilarAsync(given, "Mehr Buse auf dem Lnad")).ShouldBe(["Mehr Busse auf dem Land"]);
        (await SimilarAsync(given, "Busse, Land, Arzt, Garten")).ShouldBe(["Mehr Busse auf dem Land"], "half of the words is enough");
        (await SimilarAsync(given, "Busse, Land, Arzt, Garten, Schule")).ShouldBeEmpty("less is not");
        (await SimilarAsync(given, "Wohnungen")).ShouldBeEmpty();
        (await SimilarAsync(given, "")).ShouldBeEmpty("nothing is typed yet");
    }
}
