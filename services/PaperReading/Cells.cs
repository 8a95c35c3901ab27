namespace Integrationskonzept.PaperReading;

/// <summary>Splits a line where tables have their columns: tabs, pipes, or three spaces.</summary>
static class Cells
{
    public static List<Span> Of(SourceText text, Span line, int gap = 3)
    {
        var cells = new List<Span>();
        var start = line.Start;
        for (var i = line.Start; i <= line.End; i++)
        {
            if (i < line.End && text.Plain[i] is not ('\t' or '|') && !IsGap(text, i, line.End, gap) && !IsDot(text, i, start, line.End))
                continue;
            var cell = text.Trim(new(start, i));
            // An empty cell says something between tabs or pipes, nothing at the edges or between spaces.
            if (!cell.IsEmpty || (i < line.End && i > line.Start && text.Plain[i] is '\t' or '|' && cells.Count > 0))
                cells.Add(cell);
            start = i + 1;
        }

        return cells;
    }

    public static bool IsRule(SourceText text, Span line) =>
        !text.Trim(line).IsEmpty && text.Slice(line).IndexOfAnyExcept("|-:=+ \t_".AsSpan()) < 0;

    /// <summary>"Landkreis Beispiel · Der Landrat": a dot in the middle between words; at the beginning it is a bullet.</summary>
    static bool IsDot(SourceText text, int i, int start, int end) =>
        text.Plain[i] == '·'
        && i + 1 < end
        && text.Plain[i + 1] == ' '
        && i > start
        && text.Plain[i - 1] == ' '
        && !text.Trim(new(start, i)).IsEmpty;

    static bool IsGap(SourceText text, int i, int end, int gap)
    {
        if (i + gap > end)
            return false;
        for (var j = i; j < i + gap; j++)
        {
            if (text.Plain[j] != ' ')
                return false;
        }

        return true;
    }
}
