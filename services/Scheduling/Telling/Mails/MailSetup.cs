using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Queue;

namespace Integrationskonzept.Scheduling.Telling.Mails;

static class MailSetup
{
    public static void AddMails(this WebApplicationBuilder builder)
    {
        builder.AddMailing<MailComposer>();
        builder.Services.AddScoped<RequestMails>().AddScoped<PollMails>().AddScoped<RegistrationMails>();
    }

    public static void MapMails(this IEndpointRouteBuilder app) => app.MapMailOperations(SchedulingDb.Service);
}
