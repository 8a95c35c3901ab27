namespace Integrationskonzept.PaperReading;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>The paper can't be carried on with as it stands.</summary>
    Error,

    /// <summary>Somebody should look at it.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Info,
}

/// <summary>Something missing, doubtful or contradictory.</summary>
/// <param name="Code">Stable, such as <c>total-differs</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Field">The part of the reading that it is about, such as <c>programme</c>.</param>
/// <param name="German">For people, in German.</param>
/// <param name="English">For people, in English.</param>
/// <param name="At">Where, when it is somewhere.</param>
public sealed record Finding(string Code, Severity Severity, string Field, string German, string English, Position? At);
