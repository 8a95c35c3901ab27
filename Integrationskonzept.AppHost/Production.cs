namespace Integrationskonzept.AppHost;

/// <summary>What only a published platform has: mail by SMTP, proxies before the gateway, and a network between it and the services.</summary>
internal static class Production
{
    public static void Configure(
        IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> scheduling, IResourceBuilder<ProjectResource> gateway, IResourceBuilder<ProjectResource> identity)
    {
        gateway.WithEnvironment("Edge__TrustedProxies", builder.AddParameter("trusted-proxies")
            .WithDescription("Proxies before the gateway whose X-Forwarded-For, -Proto and -Host it believes: addresses or networks (10.0.0.0/8), separated by commas."));
        gateway.WithEnvironment("Edge__AllowedHosts", builder.AddParameter("allowed-hosts", "")
            .WithDescription("Further names under which the gateway is reached, beside that of public-url, separated by commas."));
        identity.WithEnvironment("Edge__TrustedProxies", builder.AddParameter("gateway-network")
            .WithDescription("Where the gateway's requests come from, as Identity sees it: addresses or networks, separated by commas."));
        scheduling
            .WithEnvironment("Mail__Smtp__Host", builder.AddParameter("smtp-host").WithDescription("The platform's own mail server."))
            .WithEnvironment("Mail__Smtp__User", builder.AddParameter("smtp-user").WithDescription("Its user."))
            .WithEnvironment("Mail__Smtp__Password", builder.AddParameter("smtp-password", secret: true).WithDescription("Its password."))
            .WithEnvironment("Mail__FromAddress", builder.AddParameter("mail-from").WithDescription("The address that the platform writes as."));
    }
}
