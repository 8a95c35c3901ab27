namespace Integrationskonzept.PaperReading;

/// <summary>A place in the text that was read.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Offset">From 0, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct Position(int Line, int Column, int Offset, int Length);

/// <summary>How sure it is that something was understood rightly.</summary>
public enum Sureness
{
    /// <summary>The paper says so in a place made for it.</summary>
    Certain,

    /// <summary>The paper says so, but calls it by no name, or what it doesn't say follows from the rest.</summary>
    Likely,
}

/// <summary>Something that was understood, and where it stands.</summary>
/// <param name="Value">What was understood.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Sureness">How sure that is; of what is not certain a finding tells.</param>
public sealed record Found<T>(T Value, Position At, Sureness Sureness = Sureness.Certain);

/// <summary>From <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
    public bool IsEmpty => End <= Start;
}
