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
}
