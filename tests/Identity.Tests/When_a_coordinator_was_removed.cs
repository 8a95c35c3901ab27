using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_a_coordinator_was_removed(IdentityService service)
{
    [Fact]
    public async Task Nobody_does_anything_with_the_token_that_is_left()
    {
        var tenant = await service.ALandkreisAsync();
        var member = await service.MemberAsync(tenant, await service.AMemberAsync(tenant, "coordinator"));
        using var removed = service.Client(
            service.Issuer.Token([$"{tenant}:coordinator"], subject: member.Id.ToString(), email: member.UserName)
        );
        var other = await service.MemberAsync(tenant, await service.AMemberAsync(tenant, "editor"));
        var (rules, members) = ($"/api/v1/{tenant}/members/rules", $"/api/v1/{tenant}/members");
        var version = (await removed.GetAsync(rules).ReadAsync<MemberRulesDto>()).Version;
        await removed.InviteAsync(tenant, Mailbox.NewAddress(), "editor").ReadAsync();
        var offer = (await removed.GetAsync($"{members}/invitations").ReadAsync<Page<InvitationDto>>()).Items[0];
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"delete from memberships where tenant_slug = '{tenant}' and account_id = '{member.Id}'"
        );

        await removed.DeleteAsync($"{members}/{other.Id}").ProblemAsync(404, "not-found");
        await removed.DeleteAsync($"{members}/{other.Id}/roles/editor").ProblemAsync(404, "not-found");
        await removed.DeleteAsync($"{members}/invitations/{offer.Id}").ProblemAsync(404, "not-found");
        await removed.SendAsync(HttpMethod.Put, rules, new MemberRules(SecondPerson: true), version).ProblemAsync(404, "not-found");
        (await service.MemberAsync(tenant, other.UserName)).Roles.ShouldBe(["editor"]);
    }
}
