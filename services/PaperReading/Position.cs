namespace Integrationskonzept.PaperReading;

/// <summary>A place in the text that was read.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Offset">From 0, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct Position(int Line, int Column, int Offset, int Length);

/// <summary>Something that was understood, and where it stands.</summary>
public sealed record Found<T>(T Value, Position At);

/// <summary>From <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
    public bool IsEmpty => End <= Start;
}
