using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Work;

namespace Integrationskonzept.Identity.Erasure;

static class ErasureSetup
{
    public static void AddErasure(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ErasureOptions>(builder.Configuration.GetSection("Erasures"));
        builder.Services.AddScoped<Eraser>().AddSingleton<ErasureMetrics>().AddHousekeeping<ErasureHousekeeping>();
        builder.Services.AddHealthChecks().AddCheck<ErasureHealth>("erasures");
        builder.Services.AddPersonalData<AccountData>().AddPersonalData<InvitationData>().AddPersonalData<GrantData>();
    }
}
