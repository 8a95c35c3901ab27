using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>In which order contributions are listed.</summary>
public enum ContributionSort
{
    /// <summary>As they came.</summary>
    Oldest,

    /// <summary>The last one first.</summary>
    Newest,

    /// <summary>Those with most points first, once the prioritisation is closed; of equals the newest.</summary>
    Points,

    /// <summary>Those with most support first; of equals the newest.</summary>
    Supports,
}

/// <summary>Which contributions are asked for.</summary>
public sealed class ContributionsWanted
{
    /// <summary>Those of this kind.</summary>
    public Named<ContributionKind>? Kind { get; init; }

    /// <summary>Those that speak for this group.</summary>
    public Named<StakeholderGroup>? Group { get; init; }

    /// <summary>Those made in the name of this organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Those of which it is told what became of them, or those of which not.</summary>
    public bool? Answered { get; init; }

    /// <summary>The caller's, or those of others.</summary>
    public bool? Mine { get; init; }

    /// <summary>Those with all of these words in title or text, in whatever form, also in compounds and with typos.</summary>
    [MaxLength(200)]
    public string? Q { get; init; }

    /// <summary>The order; oldest first if not said. A cursor belongs to the order that it came with.</summary>
    public Named<ContributionSort>? Sort { get; init; }

    /// <summary>Whether contributions need not be read to know which are meant.</summary>
    internal bool IsOnlyWords => Kind is null && Group is null && OrganisationId is null && Answered is null && Mine is null;

    internal IQueryable<Contribution> Filter(IQueryable<Contribution> rows, string caller)
    {
        if (Kind is { } kind)
            rows = rows.Where(row => row.Kind == kind.Value);
        if (Group is { } group)
            rows = rows.Where(row => row.Group == group.Value);
        if (OrganisationId is { } organisation)
            rows = rows.Where(row => row.OrganisationId == organisation);
        if (Answered is { } answered)
            rows = rows.Where(row => row.Answer != null == answered);
        if (Mine is { } mine)
            rows = rows.Where(row => row.Author == caller == mine);
        return rows;
    }
}
