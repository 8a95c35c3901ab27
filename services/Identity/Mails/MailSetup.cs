using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Mailing;

namespace Integrationskonzept.Identity.Mails;

static class MailSetup
{
    public static void AddAccountMails(this WebApplicationBuilder builder)
    {
        builder.AddMailing<AccountMails>();
        builder.Services.AddScoped<InvitationMails>().AddScoped<NoticeMails>();
    }
}
