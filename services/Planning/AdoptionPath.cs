namespace Integrationskonzept.Planning;

/// <summary>The way from the last event to the adoption.</summary>
/// <param name="LastEventOn">Last day on which an event may be.</param>
/// <param name="Sittings">The sittings on the way, in their order.</param>
public sealed record AdoptionPath(DateOnly LastEventOn, IReadOnlyList<AdoptionStep> Sittings);

/// <param name="Committee">Key of the body.</param>
/// <param name="On">Day of its sitting.</param>
/// <param name="PapersBy">Day by which the papers must be out.</param>
public sealed record AdoptionStep(string Committee, DateOnly On, DateOnly PapersBy);
