using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>Forgets tables that were read and neither applied nor discarded.</summary>
sealed class OrganisationImportHousekeeping(WorkTools tools) : Housekeeping(tools, TimeSpan.FromHours(1))
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            services =>
            {
                var before = Now - OrganisationImport.Keep;
                return services
                    .GetRequiredService<ParticipationDb>()
                    .OrganisationImports.Where(row => row.CreatedAt < before)
                    .ExecuteDeleteAsync(ct);
            },
            ct
        );
}
