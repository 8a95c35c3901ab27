using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Bookings;
using Integrationskonzept.Scheduling.Budgets;
using Integrationskonzept.Scheduling.Calendars;
using Integrationskonzept.Scheduling.Certificates;
using Integrationskonzept.Scheduling.CheckIns;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mails;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Moderators;
using Integrationskonzept.Scheduling.PlanningRuns;
using Integrationskonzept.Scheduling.Plans;
using Integrationskonzept.Scheduling.Polls;
using Integrationskonzept.Scheduling.Registrations;
using Integrationskonzept.Scheduling.SharedResources;
using Integrationskonzept.Scheduling.Sittings;
using Integrationskonzept.Scheduling.Venues;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Rendering;

if (await ServiceHost.MigratesAsync<SchedulingDb>(SchedulingDb.Service, args)) return;

var builder = WebApplication.CreateBuilder(args);
builder.AddTenantService<SchedulingDb>(SchedulingDb.Service);
builder.AddMessaging(SchedulingDb.Service, bus => bus.AddMandateConsumers());
builder.AddEvents();
builder.AddBookings();
builder.AddPlans();
builder.AddProtectionKeys(SchedulingDb.Service);
builder.AddMails();
builder.AddPlanningRuns();
builder.AddRegistrations();
builder.AddCheckIns();
builder.AddPolls();
builder.AddBudgets();
builder.AddRenderingClient();

var app = builder.Build();
app.UseTenantService(SchedulingDb.Service);
app.MapMandates();
app.MapPlans();
app.MapVenues();
app.MapModerators();
app.MapSharedResources();
app.MapPlanningRuns();
app.MapSittings();
app.MapEvents();
app.MapRegistrations();
app.MapCheckIns();
app.MapPolls();
app.MapBudgets();
app.MapCertificates();
app.MapMails();
app.MapCalendars();
await app.RunAsync();

namespace Integrationskonzept.Scheduling
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
