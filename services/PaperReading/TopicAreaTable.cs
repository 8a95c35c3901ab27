namespace Integrationskonzept.PaperReading;

/// <summary>Reads Themenfelder from a table: of the column that is called so, or of the one with their titles beside it.</summary>
static class TopicAreaTable
{
    const int Longest = 600,
        Aside = 2;

    static readonly Pattern Column = new($@"^({TopicAreaReader.Word}e?[rn]?|thema|themen)$");
    static readonly Pattern TitleColumn = new(@"^(titel|bezeichnung|thema|name)$");

    public static List<Found<string>> Read(SourceText text, Span body)
    {
        var items = new List<Found<string>>();
        Head? head = null;
        foreach (var line in Paragraphs.Lines(text, body).Where(line => line.Length < Longest && !Cells.IsRule(text, line)))
        {
            var cells = Cells.Of(text, line);
            if (head is null)
                head = Head.Of(text, line, cells);
            else if (head.Cell(text, line, cells) is { } cell)
                Take(text, items, cell, head.IsFirst(line, cells));
            else if (items.Count > 0)
                break;
        }

        return items;
    }

    /// <summary>A row that has nothing in its first column goes on with the one above.</summary>
    static void Take(SourceText text, List<Found<string>> items, Span cell, bool isRow)
    {
        var words = text.Clean(cell);
        if (words.Length == 0)
            return;
        if (isRow || items.Count == 0)
            items.Add(text.Found(words, cell));
        else
            items[^1] = items[^1] with { Value = WrappedRows.Join(items[^1].Value, words) };
    }

    sealed record Head(int Index, int At, int First, bool HasPipes)
    {
        public static Head? Of(SourceText text, Span line, List<Span> cells)
        {
            var named = cells.Count > 1 ? cells.FindIndex(cell => Column.IsMatch(text.Clean(cell))) : -1;
            if (named < 0)
                return null;
            var titled = cells.FindIndex(cell => TitleColumn.IsMatch(text.Clean(cell)));
            var index = titled < 0 ? named : titled;
            return new(index, cells[index].Start - line.Start, cells[0].Start - line.Start, text.Slice(line).Contains('|'));
        }

        /// <summary>Between pipes by number, else by where it stands.</summary>
        public Span? Cell(SourceText text, Span line, List<Span> cells)
        {
            var at = HasPipes ? Index : cells.FindIndex(cell => Math.Abs(cell.Start - line.Start - At) <= Aside);
            if (cells.Count > (HasPipes ? 1 : 0) && at >= 0 && at < cells.Count && !cells[at].IsEmpty)
                return cells[at];
            // Another column goes on alone.
            return !HasPipes && cells.Count == 1 && !IsFirst(line, cells) ? new Span(line.End, line.End) : null;
        }

        public bool IsFirst(Span line, List<Span> cells) => HasPipes || Math.Abs(cells[0].Start - line.Start - First) <= Aside;
    }
}
