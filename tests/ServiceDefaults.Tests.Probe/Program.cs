using Integrationskonzept.Probe;
using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tasks;

var builder = WebApplication.CreateBuilder(args);

// Tests run several probes on one broker, each with its own database and queues.
var service = builder.Configuration["Probe:Name"] ?? ProbeDb.Service;
builder.AddTenantService<ProbeDb>(service);
builder.AddMessaging(service, bus => bus.AddConsumer<EchoNotes>());
builder.Services.AddTasks<NotesToRead>().AddTasks<BrokenTasks>();

var app = builder.Build();
app.UseTenantService(service);
app.MapNotes();
app.MapTasks(ProbeDb.Service);
app.MapCarelessReads();
app.MapFailingRequests();
app.MapSecretAddresses();
await app.RunAsync();

namespace Integrationskonzept.Probe
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
