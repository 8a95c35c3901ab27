namespace Integrationskonzept.Contracts;

/// <summary>
/// A person has asked to be forgotten: their account is gone, and every service forgets what it keeps of them, in all Landkreise. It
/// belongs to no Landkreis (its tenant is <c>platform</c>); its aggregate is the erasure, by whose id each service says that it is done.
/// </summary>
public sealed record PersonErasureRequested : IntegrationEvent
{
    /// <summary>Id that the account had: the subject of its tokens.</summary>
    public required Guid Person { get; init; }

    /// <summary>
    /// Its mail address as addresses are compared: what was written to it, and what came from it without account, goes, too.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>
    /// When the person asked for it, also where services are told once more: what is found by the address alone and came later is not
    /// theirs. Absent in messages of before 2026-11-28; then it is when the message was made.
    /// </summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Without what it holds: logs name nobody.</summary>
    public override string ToString() => $"{nameof(PersonErasureRequested)} {AggregateId}";
}

/// <summary>
/// A service keeps nothing any more that leads to the person of an erasure (its aggregate). Holds nothing of the person. Each service has a
/// type of its own, as the broker lets one alone tell it: nobody gives the receipt of another.
/// </summary>
public abstract record PersonErased : IntegrationEvent
{
    /// <summary>How many rows were deleted or lost their person, by table; without those of which there were none.</summary>
    public required IReadOnlyDictionary<string, int> Rows { get; init; }
}

/// <summary>Identity's receipt.</summary>
public sealed record PersonErasedInIdentity : PersonErased;

/// <summary>Drafting's receipt.</summary>
public sealed record PersonErasedInDrafting : PersonErased;

/// <summary>Scheduling's receipt.</summary>
public sealed record PersonErasedInScheduling : PersonErased;

/// <summary>Participation's receipt.</summary>
public sealed record PersonErasedInParticipation : PersonErased;

/// <summary>Publication's receipt.</summary>
public sealed record PersonErasedInPublication : PersonErased;
