using Integrationskonzept.Identity.Accounts;

namespace Integrationskonzept.Identity.Members;

static class MemberSetup
{
    public static void AddMembers(this IServiceCollection services) =>
        services
            .AddSingleton<InvitationLinks>()
            .AddSingleton<IntegrationGrants>()
            .AddScoped<Inviter>()
            .AddScoped<LiveMembership>()
            .AddScoped<Acceptance>()
            .AddScoped<GrantLog>();
}
