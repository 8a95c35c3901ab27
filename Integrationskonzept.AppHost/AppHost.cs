using Integrationskonzept.AppHost;
using Integrationskonzept.AppHost.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// The architecture in code: every process and every arrow between them.
var serversOnly = args.Contains(ServersOnly.Argument);
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DisableDashboard = serversOnly });

// What is not up yet shows on the dashboard; as an error at each look it would only hide those that are.
builder.Services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
using var state = builder.ExecutionContext.IsRunMode ? new StateFolder(builder) : null;
var secrets = new DevelopmentSecrets(builder, state);
if (serversOnly)
{
    await ServersOnly.RunAsync(builder, secrets, state!);
    return;
}

var platform = new Platform(builder, secrets, state);

// One door for everybody. The services name its address in links and tokens, so it comes first; its routes follow below.
// Port 0 means a free one.
var port = builder.Configuration.GetValue("Gateway:Port", 8080);
var gateway = platform.AddHttp<Projects.Gateway>("gateway", "Door", port == 0 ? null : port).WithExternalHttpEndpoints();
platform.IsReachedThrough(gateway);

var identity = platform
    .AddService<Projects.Identity>("identity", "PersonKey")
    .WithEnvironment("Identity__SigningKey", secrets.RsaKey("identity-signing-key", "Signs tokens: RSA, PEM in base64."))
    .WithEnvironment("Identity__EncryptionKey", secrets.Key("identity-encryption-key", "Encrypts authorization codes: 32 bytes in base64."))
    .WithEnvironment(
        "DataProtection__Key",
        secrets.Key("identity-protection-key", "Encrypts the keys of cookies and invitations in Identity's database: 32 bytes in base64.")
    );
platform.TokensComeFrom(identity);

// Stateless and internal: HTML in; PDF, DOCX, ODT, EPUB out.
var rendering = platform.AddHttp<Projects.Rendering>("rendering", "DocumentPdf");

var participation = platform.AddService<Projects.Participation>("participation", "PeopleCommunity").WithReference(rendering);
var scheduling = platform
    .AddService<Projects.Scheduling>("scheduling", "CalendarLtr")
    .WithReference(rendering)
    .WithEnvironment(
        "DataProtection__Key",
        secrets.Key("scheduling-protection-key", "Encrypts the keys of links and passwords in Scheduling's database: 32 bytes in base64.")
    );
platform.AddService<Projects.Drafting>("drafting", "DocumentEdit").WithReference(rendering);
platform.AddService<Projects.Publication>("publication", "BookGlobe").WithReference(rendering);

// Our own front end: a client of the gateway's API like any other, signed in to Identity.
var portalSecret = secrets.Password("portal-client-secret", "The portal's secret when it asks Identity for tokens.");
identity.WithEnvironment("Identity__PortalSecret", portalSecret);
var portal = platform
    .AddWithDatabase<Projects.Portal>("portal", "PanelLeftText")
    .WithEnvironment("services__gateway__http__0", gateway.GetEndpoint("http"))
    .WithEnvironment("Portal__ClientSecret", portalSecret)
    .WithEnvironment(
        "DataProtection__Key",
        secrets.Key("portal-protection-key", "Encrypts the keys of sessions in the portal's database: 32 bytes in base64.")
    );
platform.TellPublicUrl(portal);

foreach (var service in platform.Services)
    gateway.WithReference(service);
gateway.WithReference(portal);
gateway.WithEnvironment("Identity__Url", identity.GetEndpoint("http"));
platform.TellPublicUrl(gateway);

if (state is null)
    Production.Configure(builder, platform, gateway, identity, scheduling, participation, portal);
else
    Development.Configure(builder, secrets, state, platform, gateway, identity, scheduling, participation);

await builder.Build().RunAsync();
