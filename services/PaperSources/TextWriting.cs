using System.Text;

namespace Integrationskonzept.PaperSources;

/// <summary>Puts the text of a document together from its paragraphs, lists and tables, however deep they lie in each other.</summary>
sealed class TextWriting
{
    readonly StringBuilder text = new();
    readonly StringBuilder paragraph = new();
    readonly Stack<Row> rows = new();
    string mark = "";
    bool endsClose;

    /// <summary>A cell's paragraphs stand in one line.</summary>
    bool IsInCell => rows.Count > 0;

    public void Say(string words)
    {
        paragraph.Append(words);
        if (text.Length + paragraph.Length > PaperSource.MostText)
            throw new SourceUnreadableException(SourceFault.TooLarge);
    }

    /// <summary>What the paragraph is: <c># </c> a heading, <c>- </c> in a list.</summary>
    public void Mark(string with) => mark = with;

    public void EndParagraph(bool isBold = false)
    {
        var words = paragraph.ToString().Trim();
        paragraph.Clear();
        if (words.Length > 0)
            Put(
                mark.Length == 0 && isBold && !IsInCell ? $"**{words}**"
                : IsInCell ? words
                : mark + words
            );
        mark = "";
    }

    public void StartRow() => rows.Push(new());

    public void StartCell() => rows.Peek().Cells.Add(new());

    public void EndRow()
    {
        EndParagraph();
        var cells = rows.Pop().Cells.ConvertAll(cell => cell.ToString().Replace('\n', ' ').Replace('|', '/').Trim());
        if (cells.Exists(cell => cell.Length > 0))
            Put($"| {string.Join(" | ", cells)} |");
    }

    /// <summary>After a list or a table.</summary>
    public void EndBlock()
    {
        EndParagraph();
        if (endsClose && !IsInCell)
            text.Append('\n');
        endsClose = false;
    }

    public string Done()
    {
        EndParagraph();
        return text.ToString().Trim() + "\n";
    }

    /// <summary>Items of a list and rows of a table stand under each other, everything else has an empty line around it.</summary>
    void Put(string line)
    {
        if (rows.TryPeek(out var row) && row.Cells.Count > 0)
        {
            row.Cells[^1].Append(row.Cells[^1].Length > 0 ? " " : "").Append(line);
            return;
        }

        var (isClose, wasClose) = (line[0] == '|' || line.StartsWith("- ", StringComparison.Ordinal), endsClose);
        text.Append(wasClose && !isClose ? "\n" : "").Append(line).Append(isClose ? "\n" : "\n\n");
        endsClose = isClose;
    }

    sealed class Row
    {
        public List<StringBuilder> Cells { get; } = [];
    }
}
