using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Balance;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_somebody_is_to_be_invited(ParticipationService service)
{
    [Fact]
    public async Task The_most_lacking_group_comes_first_with_a_reason_in_words()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        await given.SettleAsync(
            (StakeholderGroup.CivilSociety, 25),
            (StakeholderGroup.MigrantOrganisation, 30),
            (StakeholderGroup.Administration, 20)
        );
        await given.OrganisationAsync("Sportkreis", StakeholderGroup.CivilSociety, Agreed("sport@verein.example"));
        var culture = await given.OrganisationAsync("Kulturverein", StakeholderGroup.MigrantOrganisation, Agreed("kultur@verein.example"));
        await given.OrganisationAsync("Bauamt", StakeholderGroup.Administration, Agreed("bau@amt.example"));
        await given.OrganisationAsync("Fraktion", StakeholderGroup.Politics, Agreed("fraktion@partei.example"));
        var person = await given.PersonAsync("Jemand", StakeholderGroup.CivilSociety, null, "06431 2961");
        await given.NotedAsync([
            .. Enumerable.Range(0, 9).Select(_ => given.Guest(GuestStanding.Registered, StakeholderGroup.Administration)),
            given.Guest(GuestStanding.Registered, StakeholderGroup.CivilSociety),
        ]);

        var found = await given.SuggestAsync();

        found.HasTargets.ShouldBeTrue();
        found.Items.Select(row => row.Name).ShouldBe(["Kulturverein", "Sportkreis", "Jemand"]);
        found.Items[0].Reason.ShouldBe("Migrantenorganisation fehlt: 0 % statt 30 %.");
        found.Items[1].Reason.ShouldBe("Zivilgesellschaft fehlt: 10 % statt 25 %.");
        (found.Items[0].Kind, found.Items[0].Id, found.Items[0].CanBeMailed).ShouldBe((SuggestedKind.Organisation, culture.Id, true));
        (found.Items[2].Kind, found.Items[2].Id, found.Items[2].CanBeMailed).ShouldBe((SuggestedKind.Person, person.Id, false));
    }

    [Fact]
    public async Task Nobody_who_has_not_agreed_or_can_not_be_reached_nor_whose_colleague_is_asked()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        await given.SettleAsync((StakeholderGroup.CivilSociety, 25));
        await given.OrganisationAsync("Ohne Kontakt", StakeholderGroup.CivilSociety);
        await given.OrganisationAsync("Ohne Einwilligung", StakeholderGroup.CivilSociety, new Contact("Vorstand", "v@verein.example"));
        await given.OrganisationAsync("Ohne Postfach", StakeholderGroup.CivilSociety, Agreed("vorstand@localhost"));
        await given.OrganisationAsync(
            "Schon eingeladen",
            StakeholderGroup.CivilSociety,
            Agreed("eine@verein.example"),
            new Contact("Zweite", "Zweite@Verein.example")
        );
        await given.OrganisationAsync("Abgesagt", StakeholderGroup.CivilSociety, Agreed("nein@verein.example"));
        await given.PersonAsync("Angemeldet", StakeholderGroup.CivilSociety, "da@example.org");
        await given.OrganisationAsync(
            "Zwei Kontakte",
            StakeholderGroup.CivilSociety,
            new Contact("Anruf", null, "06431 2961", GivenBalance.Agreed),
            Agreed("mail@verein.example")
        );
        var (no, elsewhere) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await given.NotedAsync(
            given.Guest(GuestStanding.Invited, null, "zweite@verein.example"),
            given.Guest(GuestStanding.Registered, StakeholderGroup.Politics, "da@example.org"),
            given.Guest(GuestStanding.Registered, StakeholderGroup.CivilSociety, "nein@verein.example", no),
            given.Guest(GuestStanding.Gone, StakeholderGroup.CivilSociety, null, no, 2),
            given.Guest(GuestStanding.Invited, null, "mail@verein.example") with
            {
                EventId = elsewhere,
                Mark = EventGuestNoted.MarkOf(elsewhere, "mail@verein.example"),
            }
        );

        var found = await given.SuggestAsync();

        var only = found.Items.ShouldHaveSingleItem();
        (only.Name, only.Contact.Email).ShouldBe(("Zwei Kontakte", "mail@verein.example"));
    }

    [Fact]
    public async Task Nobody_whose_consent_is_older_than_three_years()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        await given.SettleAsync((StakeholderGroup.CivilSociety, 25));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await given.OrganisationAsync(
            "Lange her",
            StakeholderGroup.CivilSociety,
            new Contact("Vorstand", "alt@verein.example", ConsentedOn: today.AddYears(-3).AddDays(-1))
        );
        await given.OrganisationAsync(
            "Teils lange her",
            StakeholderGroup.CivilSociety,
            new Contact("Vorstand", "alt@club.example", ConsentedOn: today.AddYears(-3).AddDays(-1)),
            new Contact("Kasse", null, "06431 2961", today.AddYears(-3).AddDays(2))
        );
        var person = await given.PersonAsync("Bald vergessen", StakeholderGroup.CivilSociety, Mailbox.NewAddress());
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"update stakeholder_persons set consented_on = '{today.AddYears(-3).AddDays(-1):yyyy-MM-dd}' where id = '{person.Id}'"
        );

        var only = (await given.SuggestAsync()).Items.ShouldHaveSingleItem();

        (only.Name, only.Contact.Name, only.CanBeMailed).ShouldBe(("Teils lange her", "Kasse", false), "somebody calls");
    }

    [Fact]
    public async Task Fifty_at_most_and_nobody_yet_registered_means_that_all_of_the_target_lacks()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        await given.SettleAsync((StakeholderGroup.CivilSociety, 25));
        for (var number = 0; number < 49; number++)
            await given.PersonAsync($"Person {number}", StakeholderGroup.CivilSociety, $"p{number}@example.org");
        await given.OrganisationAsync("Verein", StakeholderGroup.CivilSociety, Agreed("verein@verein.example"));
        await given.PersonAsync("Eine zu viel", StakeholderGroup.CivilSociety, "p@example.org");

        var found = await given.SuggestAsync();

        found.Items.Count.ShouldBe(50);
        found.Items[0].Name.ShouldBe("Verein");
        found.Items.ShouldAllBe(row => row.Reason == "Zivilgesellschaft fehlt: noch ist niemand angemeldet, das Ziel ist 25 %.");
    }

    [Fact]
    public async Task Without_targets_or_after_the_event_nobody_is()
    {
        var given = await GivenBalance.AWorkshopAsync(service);
        await given.OrganisationAsync("Verein", StakeholderGroup.CivilSociety, Agreed("verein@verein.example"));
        var none = await given.SuggestAsync();
        (none.HasTargets, none.Items.Count).ShouldBe((false, 0));

        await given.SettleAsync((StakeholderGroup.CivilSociety, 25), (StakeholderGroup.Politics, 10));
        (await given.SuggestAsync()).Items.Count.ShouldBe(1);

        await given.Record.HeldAsync();
        (await given.SuggestAsync()).Items.ShouldBeEmpty();
    }

    static Contact Agreed(string address) => new("Vorstand", address, ConsentedOn: GivenBalance.Agreed);
}
