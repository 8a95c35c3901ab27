using Integrationskonzept.AppHost;
using Microsoft.Extensions.Configuration;

// The architecture in code: every process and every arrow between them. Runs under Aspire and under hosting/LocalHosting alike.
var builder = DistributedApplication.CreateBuilder(args);
var secrets = new DevelopmentSecrets(builder);
var platform = new Platform(builder, secrets);
if (builder.ExecutionContext.IsPublishMode) builder.AddDockerComposeEnvironment("compose");

// One door for everybody. The services name its address in links and tokens, so it comes first; its routes follow below.
// Port 0 means a free one.
var port = builder.Configuration.GetValue("Gateway:Port", 8080);
var gateway = builder.AddProject("gateway", "../gateway/Gateway.csproj")
    .WithHttpEndpoint(port: port == 0 ? null : port)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health");
platform.IsReachedThrough(gateway);

var identity = platform.AddService("identity", "Identity")
    .WithEnvironment("Identity__SigningKey", secrets.RsaKey("identity-signing-key"))
    .WithEnvironment("Identity__EncryptionKey", secrets.Key("identity-encryption-key"));
if (builder.ExecutionContext.IsRunMode)
    identity.WithEnvironment("Identity__DevelopmentSeed", secrets.Key("development-accounts-seed"))
        .WithEnvironment("Identity__DevelopmentAccountsFile", Path.Combine(secrets.StateDirectory, "development-accounts.json"));
platform.TokensComeFrom(identity);

// Stateless and internal: HTML in; PDF, DOCX, ODT, EPUB out.
var rendering = builder.AddProject("rendering", "../services/Rendering/Rendering.csproj").WithHttpEndpoint().WithHttpHealthCheck("/health");

var participation = platform.AddService("participation", "Participation");
var scheduling = platform.AddService("scheduling", "Scheduling").WithReference(rendering);
if (builder.ExecutionContext.IsRunMode) // writing a file takes no minutes, so a crashed process' mails need not wait for them either
    scheduling.WithEnvironment("Mail__PickupFolder", Path.Combine(secrets.StateDirectory, "mails")).WithEnvironment("Mail__Lease", "00:00:05");
else
    scheduling.WithEnvironment("Mail__Smtp__Host", builder.AddParameter("smtp-host")).WithEnvironment("Mail__Smtp__User", builder.AddParameter("smtp-user"))
        .WithEnvironment("Mail__Smtp__Password", builder.AddParameter("smtp-password", secret: true)).WithEnvironment("Mail__FromAddress", builder.AddParameter("mail-from"));
var drafting = platform.AddService("drafting", "Drafting").WithReference(rendering);
var publication = platform.AddService("publication", "Publication").WithReference(rendering);

foreach (var service in (IResourceBuilder<ProjectResource>[])[identity, participation, scheduling, drafting, publication])
    gateway.WithReference(service).WaitFor(service);
gateway.WithEnvironment("Identity__Url", identity.GetEndpoint("http")).WaitFor(rendering);
platform.TellPublicUrl(gateway);

builder.Build().Run();
