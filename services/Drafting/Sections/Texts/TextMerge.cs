namespace Integrationskonzept.Drafting.Sections.Texts;

/// <summary>A part of two texts that were made of one: the same for both, or in conflict.</summary>
/// <param name="Text">What both come to; null where they contradict each other.</param>
/// <param name="Base">What both began with.</param>
/// <param name="Yours">What the one wrote.</param>
/// <param name="Theirs">What the other had saved.</param>
sealed record MergedPart(string? Text, string Base, string Yours, string Theirs);

/// <summary>
/// Merges two texts that were made of one, block by block: what only one has changed is taken; what both have changed in the same way,
/// too; all else is a conflict. Changes that only touch each other are none.
/// </summary>
static class TextMerge
{
    /// <summary>So that the last block differs from others only by its words.</summary>
    const string End = "\n\n";

    public static List<MergedPart> Merge(string began, string yours, string theirs)
    {
        var ground = Cut(began);
        var (mine, others) = (Changes(ground, Cut(yours)), Changes(ground, Cut(theirs)));
        var parts = new List<MergedPart>();
        var (at, ofMine, ofOthers) = (0, 0, 0);
        while (ofMine < mine.Count || ofOthers < others.Count)
        {
            var (one, other) = (mine.ElementAtOrDefault(ofMine), others.ElementAtOrDefault(ofOthers));
            if (one is not null && other is not null && one.Meets(other))
            {
                var (group, groupOfOthers) = (new List<Change> { one }, new List<Change> { other });
                (ofMine, ofOthers) = (ofMine + 1, ofOthers + 1);
                var (from, to) = (Math.Min(one.From, other.From), Math.Max(one.To, other.To));
                for (var grown = true; grown; )
                {
                    grown = false;
                    while (ofMine < mine.Count && mine[ofMine].From < to)
                        (grown, to) = (true, Math.Max(to, Grow(group, mine[ofMine++])));
                    while (ofOthers < others.Count && others[ofOthers].From < to)
                        (grown, to) = (true, Math.Max(to, Grow(groupOfOthers, others[ofOthers++])));
                }
                Same(from);
                var (a, b) = (Applied(group, from, to), Applied(groupOfOthers, from, to));
                parts.Add(new(a == b ? a : null, Text(ground, from, to), a, b));
                at = to;
                continue;
            }
            var next = other is null || (one is not null && one.IsBefore(other)) ? one! : other;
            _ = next == one ? ofMine++ : ofOthers++;
            Same(next.From);
            parts.Add(Clean(next.Text));
            at = next.To;
        }
        Same(ground.Length);
        return Joined(parts);

        void Same(int until)
        {
            if (until > at)
                parts.Add(Clean(Text(ground, at, until)));
        }

        string Applied(List<Change> changes, int from, int to)
        {
            var text = "";
            foreach (var change in changes)
                (text, from) = (text + Text(ground, from, change.From) + change.Text, change.To);
            return text + Text(ground, from, to);
        }
    }

    static int Grow(List<Change> group, Change change)
    {
        group.Add(change);
        return change.To;
    }

    static MergedPart Clean(string text) => new(text, text, text, text);

    static List<MergedPart> Joined(List<MergedPart> parts)
    {
        var joined = new List<MergedPart>();
        foreach (var part in parts)
            if (part.Text is not null && joined is [.., { Text: { } before }])
                joined[^1] = Clean(before + part.Text);
            else
                joined.Add(part);
        return joined;
    }

    static string[] Cut(string text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. TextBlocks.Of(text.TrimEnd() + End).Select(block => block.Text)];

    static string Text(string[] blocks, int from, int to) => string.Concat(blocks[from..to]);

    static List<Change> Changes(string[] from, string[] to)
    {
        var changes = new List<Change>();
        foreach (var (start, deleted, begin, inserted) in Differences.Of(from, to))
            if (deleted == inserted)
                changes.AddRange(
                    Enumerable.Range(0, deleted).Select(index => new Change(start + index, start + index + 1, to[begin + index]))
                );
            else
                changes.Add(new(start, start + deleted, Text(to, begin, begin + inserted)));
        return changes;
    }

    sealed record Change(int From, int To, string Text)
    {
        /// <summary>Both change the same block, or put something into the same place.</summary>
        public bool Meets(Change other) =>
            From == To && other.From == other.To ? From == other.From
            : From == To ? other.From < From && From < other.To
            : other.From == other.To ? From < other.From && other.From < To
            : From < other.To && other.From < To;

        public bool IsBefore(Change other) => From < other.From || (From == other.From && To <= other.To);
    }
}
