namespace Integrationskonzept.PaperReading;

sealed record Section(Field Field, Span Heading, Span Content);

sealed record Entry(Field Field, Span Value);

/// <summary>The parts of a paper: sections with text, and the entries of its head.</summary>
sealed class Outline
{
    static readonly Pattern Signature = new(@"^\s*(gez\.|im auftrag|in vertretung|i\. ?a\.|i\. ?v\.)");

    Outline(List<Section> sections, List<Entry> entries, Span head)
    {
        Sections = sections;
        Entries = entries;
        Head = head;
    }

    public IReadOnlyList<Section> Sections { get; }
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Everything before the first part of the body.</summary>
    public Span Head { get; }

    public IEnumerable<Section> Of(Field field) => Sections.Where(s => s.Field == field);

    public IEnumerable<Span> Bodies => Sections.Where(s => Labels.IsBody(s.Field)).Select(s => s.Content);

    public static Outline Read(SourceText text)
    {
        var sections = new List<Section>();
        var entries = new List<Entry>();
        (Field Field, Span Heading, int Start)? open = null;
        List<Field?>? columns = null;
        var above = new List<(Field Field, int Column)>();

        foreach (var line in text.Lines)
        {
            if (text.Trim(line).IsEmpty || Cells.IsRule(text, line))
                continue;
            var inBody = open is { } body && Labels.IsBody(body.Field);
            if (inBody && Signature.Match(text.Plain, line.Start, Math.Min(line.Length, 40)).Success)
            {
                Close(line.Start);
                continue;
            }

            var cells = Cells.Of(text, line);
            // "I.   Sachvortrag"
            if (cells.Count == 2 && Labels.IsNumber(text.Clean(cells[0])))
                cells = [new(cells[0].Start, cells[1].End)];
            var first = cells.Count > 0 ? Labels.Read(text, cells[0]) : null;
            if (first is { } label && Labels.StartsSection(label.Field))
            {
                Close(line.Start);
                open = (label.Field, cells[0], Math.Min(label.ValueStart, line.End));
                columns = null;
            }
            else if (!inBody)
            {
                entries.AddRange(
                    above.SelectMany(label =>
                        cells
                            .Where(cell => Math.Abs(cell.Start - line.Start - label.Column) <= 2 && Labels.Read(text, cell) is null)
                            .Take(1)
                            .Select(cell => new Entry(label.Field, cell))
                    )
                );
                above = LabelsWithoutValue(text, line, cells);
                columns = ReadEntries(text, cells, columns, entries, out var any);
                if (any && open is { Field: Field.Subject })
                    Close(line.Start);
            }
        }

        Close(text.Plain.Length);
        var head = sections.FirstOrDefault(s => Labels.IsBody(s.Field))?.Heading.Start ?? text.Plain.Length;
        return new(sections, entries, new(0, head));

        void Close(int end)
        {
            if (open is { } section)
                sections.Add(new(section.Field, section.Heading, text.Trim(new(section.Start, Math.Max(section.Start, end)))));
            open = null;
        }
    }

    /// <summary>A label at the end of a line: its value stands under it.</summary>
    static List<(Field Field, int Column)> LabelsWithoutValue(SourceText text, Span line, List<Span> cells) =>
        cells.Count > 1
        && Labels.Read(text, cells[^1]) is { } label
        && !Labels.StartsSection(label.Field)
        && label.ValueStart >= cells[^1].End
            ? [(label.Field, cells[^1].Start - line.Start)]
            : [];

    /// <summary>Label and value side by side, or, when a row is all labels, the values in the row below.</summary>
    static List<Field?>? ReadEntries(SourceText text, List<Span> cells, List<Field?>? columns, List<Entry> entries, out bool any)
    {
        any = false;
        var labels = cells.ConvertAll(c => c.IsEmpty ? null : Labels.Read(text, c));
        if (columns is not null && labels.TrueForAll(l => l is null))
        {
            for (var i = 0; i < Math.Min(cells.Count, columns.Count); i++)
            {
                if (columns[i] is { } field && !cells[i].IsEmpty)
                    entries.Add(new(field, cells[i]));
            }

            any = true;
            return null;
        }

        if (cells.Count > 1 && labels.TrueForAll(l => l is not null))
            return labels.ConvertAll(l => (Field?)l!.Value.Field);
        for (var i = 0; i < cells.Count; i++)
        {
            if (labels[i] is not { } label || Labels.StartsSection(label.Field))
                continue;
            any = true;
            var value = text.Trim(new(label.ValueStart, cells[i].End));
            if (value.IsEmpty && i + 1 < cells.Count && labels[i + 1] is null)
                value = cells[i + 1];
            if (!value.IsEmpty)
                entries.Add(new(label.Field, value));
        }

        return null;
    }
}
