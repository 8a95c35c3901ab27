namespace Integrationskonzept.AppHost;

/// <summary>What only a published platform has: mail by SMTP.</summary>
internal static class Production
{
    public static void Configure(IDistributedApplicationBuilder builder, params IResourceBuilder<ProjectResource>[] senders)
    {
        var host = builder.AddParameter("smtp-host").WithDescription("The platform's own mail server.");
        var user = builder.AddParameter("smtp-user").WithDescription("Its user.");
        var password = builder.AddParameter("smtp-password", secret: true).WithDescription("Its password.");
        var from = builder.AddParameter("mail-from").WithDescription("The address that the platform writes as.");
        foreach (var sender in senders)
            sender.WithEnvironment("Mail__Smtp__Host", host).WithEnvironment("Mail__Smtp__User", user).WithEnvironment("Mail__Smtp__Password", password)
                .WithEnvironment("Mail__FromAddress", from);
    }
}
