using System.Text;

namespace Integrationskonzept.PaperReading;

/// <summary>A row of a table or list, with the lines into which its cells were wrapped.</summary>
/// <param name="Text">Its cells, with pipes between them.</param>
/// <param name="At">Where it stands.</param>
sealed record WrappedRow(string Text, Span At);

/// <summary>
/// Puts rows together again that a narrow table has wrapped: a line whose cells stand under those of the line before goes on with them.
/// </summary>
static class WrappedRows
{
    /// <summary>In characters: how far a cell may stand beside its column.</summary>
    const int Aside = 2;
    const int NoGap = 1000;

    public static IEnumerable<WrappedRow> Of(SourceText text, Span region, int longest, int column = 0)
    {
        // Rows of a table in boxes end with a rule, not with a line.
        var isBoxed = text.Slice(region).Contains("+--", StringComparison.Ordinal);
        Row? open = null;
        for (var i = text.LineAt(region.Start); i < text.Lines.Count && text.Lines[i].Start < region.End; i++)
        {
            var line = new Span(Math.Max(region.Start, text.Lines[i].Start + column), Math.Min(region.End, text.Lines[i].End));
            if (line.Length < 0)
                line = new(line.End, line.End);
            if (text.Trim(line).IsEmpty || Cells.IsRule(text, line) || line.Length > longest)
            {
                if (open is not null)
                    yield return open.Done(text);
                open = null;
                continue;
            }

            var cells = Cells.Of(text, line, isBoxed ? NoGap : 2);
            if (open is not null && open.GoesOn(text, line, cells))
            {
                open.Add(text, line, cells);
                continue;
            }

            if (open is not null)
                yield return open.Done(text);
            open = new(text, line, cells, isBoxed);
        }

        if (open is not null)
            yield return open.Done(text);
    }

    /// <summary>A word that was broken in two is one again.</summary>
    public static string Join(string words, string rest) =>
        words.EndsWith('-') && char.IsLower(rest[0]) ? words[..^1] + rest : $"{words} {rest}".Trim();

    sealed class Row
    {
        readonly Span line;
        static readonly Pattern IsUnfinished = new(@"( (und|für|u\.|sowie)|-|,)$");
        static readonly Pattern Numbered = new(@"^\d{1,2}[.)] ");
        readonly bool isBoxed;
        bool isDated,
            isBelow;
        readonly List<(int Column, StringBuilder Words)> cells;
        Span last;

        public Row(SourceText text, Span line, List<Span> cells, bool isBoxed)
        {
            this.isBoxed = isBoxed;
            this.line = last = line;
            isDated = DateReader.First(text, line) is not null;
            this.cells = cells.ConvertAll(cell => (cell.Start - line.Start, new StringBuilder(text.Clean(cell))));
        }

        /// <summary>Not a row of its own, which would have a day, or an organization and what it does.</summary>
        public bool GoesOn(SourceText text, Span next, List<Span> more) => GoesOnBelow(text, next, more) || GoesOnBeside(text, next, more);

        /// <summary>One cell in each line, as pages are copied; or a name whose last words stand with the day.</summary>
        bool GoesOnBelow(SourceText text, Span next, List<Span> more)
        {
            var words = cells[^1].Words.ToString();
            if (isDated)
                return isBelow && more.Count == 1 && ConsultationRow.IsNothingButAction(text.Clean(next));
            if (cells.Count != 1 || DateReader.First(text, next) is not { } date)
                return false;
            isBelow = more.Count == 1 && date.At.Length >= text.Trim(next).Length && ConsultationRow.IsOrganization(words);
            return isBelow
                || more.Count > 1 && (IsUnfinished.IsMatch(words) || !more[0].IsEmpty && char.IsLower(text.Plain[more[0].Start]));
        }

        bool GoesOnBeside(SourceText text, Span next, List<Span> more) =>
            isDated
            && !Numbered.IsMatch(text.Clean(next))
            && cells.Count > 1
            && (isBoxed ? more.Count <= cells.Count : more.Count < cells.Count)
            && (isBoxed || !text.Slice(next).Contains('|'))
            && DateReader.First(text, next) is null
            && more.TrueForAll(cell => cell.IsEmpty || Under(cell.Start - next.Start) >= 0)
            && (isBoxed || IsBroken(text, next, more) || !ConsultationRow.IsOrganization(text.Clean(next)));

        /// <summary>A cell above ends with a hyphen, and under it the word goes on.</summary>
        bool IsBroken(SourceText text, Span next, List<Span> more) =>
            more.Exists(cell =>
                !cell.IsEmpty
                && Under(cell.Start - next.Start) is >= 0 and var under
                && cells[under].Words is { Length: > 0 } words
                && words[^1] == '-'
                && char.IsLower(text.Plain[cell.Start])
            );

        public void Add(SourceText text, Span next, List<Span> more)
        {
            last = next;
            if (!isDated || isBelow)
                Append(text, next, more);
            else
                Wrap(text, next, more);
        }

        void Append(SourceText text, Span next, List<Span> more)
        {
            isDated = true;
            if (!isBelow)
            {
                var words = cells[0].Words;
                var whole = Join(words.ToString(), text.Clean(more[0]));
                words.Clear().Append(whole);
                more = more[1..];
            }
            cells.AddRange(more.ConvertAll(cell => (cell.Start - next.Start, new StringBuilder(text.Clean(cell)))));
        }

        void Wrap(SourceText text, Span next, List<Span> more)
        {
            foreach (var cell in more.Where(cell => !cell.IsEmpty))
            {
                var words = cells[Under(cell.Start - next.Start)].Words;
                var whole = Join(words.ToString(), text.Clean(cell));
                words.Clear().Append(whole);
            }
        }

        int Under(int column) => cells.FindIndex(cell => Math.Abs(cell.Column - column) <= Aside);

        public WrappedRow Done(SourceText text) =>
            new(
                string.Join(" | ", cells.Select(cell => cell.Words.ToString().Replace(" / ", " | ", StringComparison.Ordinal))),
                text.Trim(new(line.Start, last.End))
            );
    }
}
