using Integrationskonzept.Components;
using Integrationskonzept.Publication;
using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Processes;
using Integrationskonzept.Publication.Renditions;
using Integrationskonzept.Publication.Sealing;
using Integrationskonzept.Publication.Site;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Rendering;

if (await ServiceHost.MigratesAsync<PublicationDb>(PublicationDb.Service, args))
    return;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSite();
builder.AddTenantService<PublicationDb>(PublicationDb.Service);
builder.AddMessaging(
    PublicationDb.Service,
    bus =>
    {
        bus.AddProcessConsumers();
        bus.AddSealing();
    }
);
builder.AddRenderingClient();
builder.Services.AddRenditions();

var app = builder.Build();
app.UseKern();
app.UseTenantService(PublicationDb.Service);
app.MapEditions();
app.MapRenditions();
app.MapRenditionDownload();
app.MapProcesses();
app.MapSite();
await app.RunAsync();

namespace Integrationskonzept.Publication
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
