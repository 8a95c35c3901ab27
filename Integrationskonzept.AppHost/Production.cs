namespace Integrationskonzept.AppHost;

/// <summary>What only a published platform has: mail by SMTP.</summary>
internal static class Production
{
    public static void Configure(IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> scheduling) => scheduling
        .WithEnvironment("Mail__Smtp__Host", builder.AddParameter("smtp-host").WithDescription("The platform's own mail server."))
        .WithEnvironment("Mail__Smtp__User", builder.AddParameter("smtp-user").WithDescription("Its user."))
        .WithEnvironment("Mail__Smtp__Password", builder.AddParameter("smtp-password", secret: true).WithDescription("Its password."))
        .WithEnvironment("Mail__FromAddress", builder.AddParameter("mail-from").WithDescription("The address that the platform writes as."));
}
