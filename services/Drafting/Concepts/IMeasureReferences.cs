namespace Integrationskonzept.Drafting.Concepts;

/// <summary>For who deletes a measure: texts that refer to it would lead nowhere.</summary>
interface IMeasureReferences
{
    /// <summary>Nothing refers to it, or this throws a problem that names what does.</summary>
    Task RequireNoneAsync(Guid conceptId, Guid measureId, CancellationToken ct);
}
