using System.Text;

namespace Integrationskonzept.PaperSources;

/// <summary>Puts the text of a document together from its paragraphs, lists and tables, however deep they lie in each other.</summary>
sealed class TextWriting
{
    readonly StringBuilder text = new();
    readonly StringBuilder paragraph = new();
    readonly Stack<Row> rows = new();
    string mark = "";

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
        else if (!IsInCell && mark.Length == 0)
            text.Append('\n');
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

    public void EndBlock() => text.Append('\n');

    public string Done()
    {
        EndParagraph();
        return text.ToString().Trim() + "\n";
    }

    void Put(string line)
    {
        if (rows.TryPeek(out var row) && row.Cells.Count > 0)
            row.Cells[^1].Append(row.Cells[^1].Length > 0 ? " " : "").Append(line);
        else
            text.Append(line).Append(line.StartsWith('|') || line.StartsWith("- ", StringComparison.Ordinal) ? "\n" : "\n\n");
    }

    sealed class Row
    {
        public List<StringBuilder> Cells { get; } = [];
    }
}
