using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Attendance.Certificates;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Programme.Budgets;
using Integrationskonzept.Scheduling.Programme.PlanningRuns;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Scheduling.Programme.Sittings;
using Integrationskonzept.Scheduling.Resources.Desk;
using Integrationskonzept.Scheduling.Resources.Moderators;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.Scheduling.Telling.Calendars;
using Integrationskonzept.Scheduling.Telling.Mails;
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
