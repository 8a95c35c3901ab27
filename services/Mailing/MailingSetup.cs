using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Mailing.Sending;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.Mailing;

/// <summary>Mail for a service: a durable queue in its database, a relay, SMTP or the pickup folder.</summary>
public static class MailingSetup
{
    public static void AddMailing<TComposer>(this WebApplicationBuilder builder)
        where TComposer : class, IMailComposer
    {
        builder.Services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
        builder.Services.PostConfigure<MailOptions>(options =>
        {
            options.Domain ??= new Uri(builder.Configuration["Platform:PublicUrl"] ?? "http://localhost").Host;
            options.AllowPrivateHosts ??= builder.Environment.IsDevelopment();
        });
        builder.Services.AddSingleton<MailMetrics>().AddSingleton<MailTransport>();
        builder
            .Services.AddScoped<MailQueue>()
            .AddScoped<MailAllowance>()
            .AddScoped<MailDelivery>()
            .AddScoped<DeliveryReports>()
            .AddScoped<IMailComposer, TComposer>();
        builder.Services.AddHostedService<MailRelay>().AddHousekeeping<MailHousekeeping>();
        builder.Services.AddHealthChecks().AddCheck<MailHealth>("mail");
    }

    /// <summary>The tables of the queue; none has a tenant's policy, as the relay reads them for all.</summary>
    public static void AddMailing(this ModelBuilder model) => QueueTables.Configure(model);
}
