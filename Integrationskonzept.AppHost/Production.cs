namespace Integrationskonzept.AppHost;

/// <summary>
/// What only a published platform has: operators who are people, mail by SMTP, proxies before the gateway, and a network between it and the
/// services.
/// </summary>
static class Production
{
    public static void Configure(
        IDistributedApplicationBuilder builder,
        Platform platform,
        IResourceBuilder<ProjectResource> gateway,
        IResourceBuilder<ProjectResource> identity,
        IResourceBuilder<ProjectResource> scheduling,
        IResourceBuilder<ProjectResource> participation,
        IResourceBuilder<ProjectResource> portal
    )
    {
        identity.WithEnvironment(
            "Identity__Operators",
            builder
                .AddParameter("operators")
                .WithDescription("Mail addresses of those who run the platform, separated by commas; each is invited by mail.")
        );
        gateway.WithEnvironment(
            "Edge__TrustedProxies",
            builder
                .AddParameter("trusted-proxies")
                .WithDescription(
                    "Proxies before the gateway whose X-Forwarded-For, -Proto and -Host it believes: addresses or "
                        + "networks (10.0.0.0/8), separated by commas."
                )
        );
        gateway.WithEnvironment(
            "Edge__AllowedHosts",
            builder
                .AddParameter("allowed-hosts", "")
                .WithDescription("Further names under which the gateway is reached, beside that of public-url, separated by commas.")
        );
        var network = builder
            .AddParameter("gateway-network")
            .WithDescription("Where the gateway's requests come from, as the services see it: addresses or networks, separated by commas.");
        foreach (var process in platform.Services.Append(portal))
            process.WithEnvironment("Edge__TrustedProxies", network);

        var host = builder.AddParameter("smtp-host").WithDescription("The platform's own mail server.");
        var user = builder.AddParameter("smtp-user").WithDescription("Its user.");
        var password = builder.AddParameter("smtp-password", secret: true).WithDescription("Its password.");
        var from = builder.AddParameter("mail-from").WithDescription("The address that the platform writes as.");
        IResourceBuilder<ProjectResource>[] senders = [identity, scheduling, participation];
        foreach (var sender in senders)
            sender
                .WithEnvironment("Mail__Smtp__Host", host)
                .WithEnvironment("Mail__Smtp__User", user)
                .WithEnvironment("Mail__Smtp__Password", password)
                .WithEnvironment("Mail__FromAddress", from);

        participation
            .WithEnvironment(
                "Translation__Endpoint",
                builder
                    .AddParameter("translation-endpoint", "")
                    .WithDescription("Address of the LibreTranslate that translates contributions by machine; empty: nothing is.")
            )
            .WithEnvironment(
                "Translation__ApiKey",
                builder.AddParameter("translation-key", "", secret: true).WithDescription("Its key, where it asks for one.")
            );
    }
}
