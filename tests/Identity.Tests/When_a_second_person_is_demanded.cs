using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_a_second_person_is_demanded(IdentityService service)
{
    static readonly MemberRules TwoPersons = new(SecondPerson: true);

    [Fact]
    public async Task Roles_of_staff_are_offered_only_when_another_coordinator_agreed()
    {
        var tenant = await service.ALandkreisAsync();
        var address = Mailbox.NewAddress();
        var url = $"/api/v1/{tenant}/members";
        var (first, second) = (await service.ACoordinatorAsync(tenant), await service.ACoordinatorAsync(tenant));
        var program = service.As(tenant, "coordinator");
        var rules = await first.GetAsync($"{url}/rules").ReadAsync<MemberRulesDto>();
        await first.SendAsync(HttpMethod.Put, $"{url}/rules", TwoPersons).ProblemAsync(428, "if-match-missing");
        rules = await first.SendAsync(HttpMethod.Put, $"{url}/rules", TwoPersons, rules.Version).ReadAsync<MemberRulesDto>();

        var invited = await first.InviteAsync(tenant, address, "council-office", "participant").ReadAsync<InvitationDto>();
        invited.NeedsSecondPerson.ShouldBeTrue();
        var confirmation = $"{url}/invitations/{invited.Id}/confirmation";
        await first.SendAsync(HttpMethod.Post, confirmation, null).ProblemAsync(428, "if-match-missing");
        await first.SendAsync(HttpMethod.Post, confirmation, null, invited.Version).ProblemAsync(403, "second-person-needed");
        // Whoever holds a program's secret would be two persons: it neither agrees nor invites.
        await program.SendAsync(HttpMethod.Post, confirmation, null, invited.Version).ProblemAsync(403, "second-person-needed");
        await program.InviteAsync(tenant, Mailbox.NewAddress(), "editor").ProblemAsync(403, "second-person-needed");
        // Nothing was sent: a mail to someone else, which went later, is there.
        var participant = Mailbox.NewAddress();
        (await first.InviteAsync(tenant, participant, "participant").ReadAsync<InvitationDto>()).NeedsSecondPerson.ShouldBeFalse();
        await service.InvitationPathAsync(participant);
        service.Mails.To(address).ShouldBeEmpty();

        // What was seen is what is agreed to.
        var anew = await first.InviteAsync(tenant, address, "council-office").ReadAsync<InvitationDto>();
        await second.SendAsync(HttpMethod.Post, confirmation, null, invited.Version).ProblemAsync(412, "changed-meanwhile");
        var confirmed = await second.SendAsync(HttpMethod.Post, confirmation, null, anew.Version).ReadAsync<InvitationDto>();
        confirmed.NeedsSecondPerson.ShouldBeFalse();
        await second.SendAsync(HttpMethod.Post, confirmation, null, confirmed.Version).ProblemAsync(409, "confirmed-already");
        var path = await service.InvitationPathAsync(address);

        // What is offered anew needs a second person anew, also where the first link is out already.
        await first.InviteAsync(tenant, address, "coordinator").ReadAsync();
        await new AccountBrowser(service).GetAsync(path).ProblemAsync(404, "invitation-invalid");
    }

    [Fact]
    public async Task An_offer_from_before_the_rule_needs_one_as_well()
    {
        var tenant = await service.ALandkreisAsync();
        var address = Mailbox.NewAddress();
        var coordinator = service.As(tenant, "coordinator");
        await coordinator.InviteAsync(tenant, address, "coordinator").ReadAsync();
        var path = await service.InvitationPathAsync(address);
        var rules = await coordinator.GetAsync($"/api/v1/{tenant}/members/rules").ReadAsync<MemberRulesDto>();
        await coordinator.SendAsync(HttpMethod.Put, $"/api/v1/{tenant}/members/rules", TwoPersons, rules.Version).ReadAsync();
        await new AccountBrowser(service).SubmitAsync(path, [("password", Given.Password)]).ProblemAsync(404, "invitation-invalid");
    }

    [Fact]
    public async Task A_landkreis_tightens_its_rules_and_only_the_operator_loosens_them()
    {
        var tenant = await service.ALandkreisAsync();
        var coordinator = service.As(tenant, "coordinator");
        var url = $"/api/v1/{tenant}/members/rules";
        var rules = await coordinator.GetAsync(url).ReadAsync<MemberRulesDto>();
        rules = await coordinator.SendAsync(HttpMethod.Put, url, TwoPersons, rules.Version).ReadAsync<MemberRulesDto>();
        await coordinator.SendAsync(HttpMethod.Put, url, new MemberRules(), rules.Version).ProblemAsync(409, "rules-only-tighter");
        await coordinator.SendAsync(HttpMethod.Put, url, TwoPersons, rules.Version - 1).ProblemAsync(412, "changed-meanwhile");
        var byOperator = $"/api/v1/tenants/{tenant}/member-rules";
        await coordinator.SendAsync(HttpMethod.Put, byOperator, new MemberRules(), rules.Version).ProblemAsync(403, "forbidden");
        (
            await service.AsOperator().SendAsync(HttpMethod.Put, byOperator, new MemberRules(), rules.Version).ReadAsync<MemberRulesDto>()
        ).Rules.ShouldBe(new());
        (await coordinator.GetAsync($"/api/v1/{tenant}/members/grants").ReadAsync<Page<GrantDto>>())
            .Items.Select(entry => (entry.Action, entry.Detail))
            .ShouldBe([
                (GrantAction.RulesChanged, "secondPerson: True, secondFactor: False"),
                (GrantAction.RulesChanged, "secondPerson: False, secondFactor: False"),
            ]);
    }
}
