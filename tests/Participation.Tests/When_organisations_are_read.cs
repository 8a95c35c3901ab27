using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_organisations_are_read(ParticipationService service)
{
    [Fact]
    public async Task Who_speaks_for_them_is_told_to_who_manages_them_and_to_themselves()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var url = $"/api/v1/{given.Tenant}/organisations";
        var added = await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                url,
                new EditOrganisation("Kulturverein", StakeholderGroup.MigrantOrganisation, ["one"])
            )
            .ReadAsync<OrganisationDto>();
        added.Delegates.ShouldBe(["one"], "so that nobody who changes the name loses them");

        var seen = (await given.Participant.GetAsync(url).ReadAsync<Page<OrganisationDto>>()).Items.Single();
        (seen.Mine, seen.Delegates).ShouldBe((false, null));
        var speaker = service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], subject: "one"));
        var own = await speaker.GetAsync($"{url}/{added.Id}").ReadAsync<OrganisationDto>();
        (own.Mine, own.Delegates).ShouldBe((true, null));
    }

    [Fact]
    public async Task They_are_found_by_a_part_of_the_name_and_by_group_and_come_in_the_order_of_a_dictionary()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var url = $"/api/v1/{given.Tenant}/organisations";
        foreach (var name in new[] { "Zirkel 100%", "ÄRZTE_Netz", "bund der Vereine", "Anlaufstelle" })
            await given.Coordinator.SendAsync(HttpMethod.Post, url, new EditOrganisation(name, StakeholderGroup.CivilSociety)).ReadAsync();
        await given.Coordinator.SendAsync(HttpMethod.Post, url, new EditOrganisation("Amt", StakeholderGroup.Administration)).ReadAsync();

        var names = new List<string>();
        Guid? after = null;
        do
        {
            var page = await NamesAsync($"sort=name&limit=2{(after is null ? "" : $"&after={after}")}");
            names.AddRange(page.Items.Select(row => row.Name));
            after = page.Next;
        } while (after is not null);
        names.ShouldBe(["Amt", "Anlaufstelle", "ÄRZTE_Netz", "bund der Vereine", "Zirkel 100%"]);

        await given.Participant.GetAsync($"{url}?sort=name&after={Guid.CreateVersion7()}").ProblemAsync(422, "cursor-gone");

        (await NamesAsync("q=ärzte_")).Items.Single().Name.ShouldBe("ÄRZTE_Netz");
        (await NamesAsync("q=100%25")).Items.Single().Name.ShouldBe("Zirkel 100%");
        (await NamesAsync("q=z%25l")).Items.ShouldBeEmpty("a sign of a pattern is a sign");
        (await NamesAsync("group=administration&q=a")).Items.Single().Name.ShouldBe("Amt");
        await given.Participant.GetAsync($"{url}?group=everybody").ProblemAsync(400, "unreadable-request");
        await given.Participant.GetAsync($"{url}?q={new string('a', 201)}").ProblemAsync(400, "validation");

        Task<Page<OrganisationDto>> NamesAsync(string query) =>
            given.Participant.GetAsync($"{url}?{query}").ReadAsync<Page<OrganisationDto>>();
    }
}
