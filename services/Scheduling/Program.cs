using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Attendance.Certificates;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Forgetting;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Reminders;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Programme.Budgets;
using Integrationskonzept.Scheduling.Programme.Changes;
using Integrationskonzept.Scheduling.Programme.Days;
using Integrationskonzept.Scheduling.Programme.Meetings;
using Integrationskonzept.Scheduling.Programme.PlanningRuns;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Scheduling.Resources.Desk;
using Integrationskonzept.Scheduling.Resources.Moderators;
using Integrationskonzept.Scheduling.Resources.Occupied;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.Scheduling.Telling.Calendars;
using Integrationskonzept.Scheduling.Telling.Mails;
using Integrationskonzept.Scheduling.Telling.Reminders;
using Integrationskonzept.Scheduling.Telling.Senders;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tasks;

if (await ServiceHost.MigratesAsync<SchedulingDb>(SchedulingDb.Service, args))
    return;

var builder = WebApplication.CreateBuilder(args);
builder.AddTenantService<SchedulingDb>(SchedulingDb.Service);
builder.AddMessaging(SchedulingDb.Service, bus => bus.AddMandateConsumers());
builder.AddProtectionKeys(SchedulingDb.Service);
builder.AddRenderingClient();
builder.AddBookings();
builder.AddEvents();
builder.AddContacts();
builder.AddReminders();
builder.AddRegistrations();
builder.AddCheckIns();
builder.AddPolls();
builder.AddForgetting();
builder.AddBudgets();
builder.AddPlans();
builder.AddPlanningRuns();
builder.AddChanges();
builder.AddSender();
builder.AddCalendars();
builder.AddMails();
builder.AddReminderWorker();
builder.Services.AddSchedulingTasks();

var app = builder.Build();
app.UseTenantService(SchedulingDb.Service);
app.MapMandates();
app.MapVenues();
app.MapModerators();
app.MapOccupiedTimes();
app.MapSharedResources();
app.MapEvents();
app.MapRegistrations();
app.MapReminders();
app.MapCheckIns();
app.MapCertificates();
app.MapPolls();
app.MapMeetings();
app.MapDays();
app.MapPlans();
app.MapPlanningRuns();
app.MapBudgets();
app.MapChanges();
app.MapSender();
app.MapCalendars();
app.MapMails();
app.MapTasks(SchedulingDb.Service);
await app.RunAsync();

namespace Integrationskonzept.Scheduling
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
