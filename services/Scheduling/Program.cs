using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Calendars;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Plans;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddTenantService<SchedulingDb>(SchedulingDb.Service);
builder.AddMessaging(SchedulingDb.Service, bus => bus.AddMandateConsumers());
builder.Services.AddValidation();

var app = builder.Build();
app.UseTenantService(SchedulingDb.Service);
app.MapMandates();
app.MapPlans();
app.MapEvents();
app.MapCalendars();
await app.RunAsync<SchedulingDb>(SchedulingDb.Service, args);

namespace Integrationskonzept.Scheduling
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
