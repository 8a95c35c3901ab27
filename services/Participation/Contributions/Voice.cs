using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>For whom somebody speaks: a group, and an organisation of it where one is named.</summary>
public sealed record Voice(StakeholderGroup Group, Guid? OrganisationId, string? Organisation);

static class Voices
{
    /// <summary>The organisation's group, if one is named.</summary>
    public static async Task<Voice> VoiceOfAsync(
        this ParticipationDb db,
        Caller caller,
        Guid? organisationId,
        StakeholderGroup? group,
        CancellationToken ct
    )
    {
        var organisation = organisationId is { } id ? await db.MaySpeakForAsync(id, caller, ct) : null;
        return new(organisation?.Group ?? group ?? throw new GroupMissing(), organisation?.Id, organisation?.Name);
    }

    /// <summary>Delegates speak for their organisation; who leads or moderates writes down what its delegates say.</summary>
    public static async Task<Organisation> MaySpeakForAsync(this ParticipationDb db, Guid id, Caller caller, CancellationToken ct)
    {
        var organisation =
            await db.Organisations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new OrganisationUnknown();
        return organisation.Delegates.Contains(caller.Id) || caller.Has(Permissions.RecordsWrite)
            ? organisation
            : throw new NotADelegate(organisation.Name);
    }
}
