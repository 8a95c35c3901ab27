using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>Contributions as the caller sees them.</summary>
static class ContributionViews
{
    public static string Path(this Contribution row, TenantContext tenant) =>
        $"/api/v1/{tenant.Required}/topic-areas/{row.TopicAreaId}/contributions/{row.Id}";

    public static ContributionDto ToDto(this Contribution row, Caller caller) => ContributionDto.From(row, caller.Id);
}
