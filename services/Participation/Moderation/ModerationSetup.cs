using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Work;

namespace Integrationskonzept.Participation.Moderation;

static class ModerationSetup
{
    public static void AddModeration(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ModerationOptions>(builder.Configuration.GetSection("Moderation"));
        builder.Services.AddScoped<Screen>().AddSingleton<ModerationMetrics>();
        builder.Services.AddHostedService<ModerationWatch>().AddHousekeeping<ModerationHousekeeping>();
    }

    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        app.MapQueue();
        app.MapReports();
        app.MapAppeals();
        app.MapBlocks();
        app.MapModerationRules();
        app.MapModerationLog();
    }
}
