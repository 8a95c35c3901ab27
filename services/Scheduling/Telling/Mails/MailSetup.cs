using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Forgetting;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Reminders;
using Integrationskonzept.Scheduling.Telling.Calendars;
using Integrationskonzept.Scheduling.Telling.Reminders;
using Integrationskonzept.Scheduling.Telling.Senders;
using Integrationskonzept.ServiceDefaults.Work;

namespace Integrationskonzept.Scheduling.Telling.Mails;

static class MailSetup
{
    public static void AddMails(this WebApplicationBuilder builder)
    {
        builder.AddMailing<MailComposer>();
        builder.Services.AddScoped<ContactBook>().AddScoped<TenantSender>().AddScoped<RequestMails>().AddScoped<PollMails>().AddScoped<RegistrationMails>().AddScoped<RegistrationNews>()
            .AddScoped<EventNews>().AddScoped<ReminderDates>().AddScoped<PersonalCalendars>().AddSingleton<ReminderMetrics>();
        builder.Services.AddHostedService<ReminderWorker>().AddHousekeeping<ContactHousekeeping>();
    }

    public static void MapMails(this IEndpointRouteBuilder app)
    {
        app.MapSender();
        app.MapReminders();
        app.MapMailOperations(SchedulingDb.Service);
    }
}
