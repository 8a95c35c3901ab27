using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Calendars;
using Integrationskonzept.ServiceDefaults.Work;

namespace Integrationskonzept.Scheduling.Mails;

static class MailSetup
{
    public static void AddMails(this WebApplicationBuilder builder)
    {
        builder.AddMailing<MailComposer>();
        builder.Services.AddScoped<Contacts>().AddScoped<Senders>().AddScoped<RequestMails>().AddScoped<PollMails>().AddScoped<RegistrationMails>().AddScoped<RegistrationNews>()
            .AddScoped<EventNews>().AddScoped<Reminders>().AddScoped<PersonalCalendars>().AddSingleton<ReminderMetrics>();
        builder.Services.AddHostedService<ReminderWorker>().AddHousekeeping<ContactHousekeeping>();
    }

    public static void MapMails(this IEndpointRouteBuilder app)
    {
        app.MapSender();
        app.MapReminders();
        app.MapMailOperations(SchedulingDb.Service);
    }
}
