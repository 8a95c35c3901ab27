using Integrationskonzept.AppHost.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.AppHost;

/// <summary>
/// What only a developer's machine has: accounts that are made up, mails as files, the example, buttons on the dashboard.
/// </summary>
static class Development
{
    public static void Configure(
        IDistributedApplicationBuilder builder,
        DevelopmentSecrets secrets,
        StateFolder state,
        Platform platform,
        IResourceBuilder<ProjectResource> gateway,
        IResourceBuilder<ProjectResource> identity,
        IResourceBuilder<ProjectResource> scheduling,
        IResourceBuilder<ProjectResource> participation
    )
    {
        var accounts = state.Of("development-accounts.json");
        identity
            .WithEnvironment(
                "Identity__DevelopmentSeed",
                secrets.Key("development-accounts-seed", "Passwords of the accounts for development.")
            )
            .WithEnvironment("Identity__DevelopmentAccountsFile", accounts)
            .WithEnvironment("Identity__Operators", ""); // one of the accounts is
        // Writing a file takes no minutes, so a crashed process' mails need not wait for them either.
        IResourceBuilder<ProjectResource>[] senders = [identity, scheduling, participation];
        foreach (var sender in senders)
            sender
                .WithEnvironment("Mail__PickupFolder", state.Of("mails"))
                .WithEnvironment("Mail__Lease", "00:00:05")
                .WithMails(state.Of("mails"));

        participation.WithEnvironment("Answers__GatherFor", "00:00:05");

        var api = new OperatorApi(gateway.GetEndpoint("http"), accounts);
        builder.Services.AddSingleton(api).AddSingleton<ResourceRuns>();
        builder.Services.AddSingleton(state).AddStartReport();
        foreach (var service in platform.Services)
            service.WithRedrive(api, sendsMails: senders.Contains(service)).WithHousekeeping(api);
        identity.WithTenantRegistration(api);
        gateway
            .WithUrlForEndpoint("http", url => url.DisplayText = "Public site")
            .WithUrlForEndpoint("http", _ => new() { Url = "/portal/", DisplayText = "Portal" })
            .WithUrlForEndpoint("http", _ => new() { Url = "/docs", DisplayText = "API" })
            .WithReset(api, platform, state);
        builder.AddExample(gateway, accounts);
    }
}
