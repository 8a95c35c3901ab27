namespace Integrationskonzept.Portal.Components;

/// <summary>A line of a form that says one thing of several.</summary>
public interface IFormLine
{
    bool IsEmpty { get; }
}

/// <summary>As many lines as somebody needs: those that say something, and two more.</summary>
static class FormLines
{
    public const int Most = 10;
    const int Empty = 2;

    /// <summary>Empty lines go to the end, so that a problem of the second thing stands at the second line.</summary>
    /// <param name="lines">Of a form.</param>
    /// <param name="atLeast">As many as somebody else has saved meanwhile: each is shown beside mine.</param>
    public static void Arrange<TLine>(this List<TLine> lines, int atLeast = 0)
        where TLine : IFormLine, new()
    {
        lines.RemoveAll(line => line.IsEmpty);
        var wanted = Math.Max(Math.Min(lines.Count + Empty, Most), atLeast);
        while (lines.Count < wanted)
            lines.Add(new());
    }
}
