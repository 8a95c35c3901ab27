namespace Integrationskonzept.Planning;

/// <summary>The way from the last event to the adoption.</summary>
/// <param name="LastEventOn">Last day on which an event may be.</param>
/// <param name="Meetings">The meetings on the way, in their order.</param>
public sealed record AdoptionPath(DateOnly LastEventOn, IReadOnlyList<AdoptionStep> Meetings);

/// <param name="Organization">Key of the organization.</param>
/// <param name="On">Day of its meeting.</param>
/// <param name="PapersBy">Day by which the papers must be out.</param>
public sealed record AdoptionStep(string Organization, DateOnly On, DateOnly PapersBy);
