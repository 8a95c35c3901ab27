using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.WaysIn;

static class WayInSetup
{
    public static void AddWaysIn(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<LinkMails>().AddHousekeeping<WayInHousekeeping>();
}

/// <summary>Forgets the addresses of those who did not follow their link in time.</summary>
sealed class WayInHousekeeping(WorkTools tools) : Housekeeping(tools, TimeSpan.FromHours(1))
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            services =>
                services
                    .GetRequiredService<ParticipationDb>()
                    .Invitations.Where(row => row.Address != null && row.EndsAt < Now)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.Address, (string?)null), ct),
            ct
        );
}
