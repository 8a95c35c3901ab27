using System.Text.RegularExpressions;

namespace Integrationskonzept.Drafting.Sections.Texts;

/// <summary>What became of a block, or of words in it.</summary>
public enum ChangeKind
{
    Same,
    Changed,
    Added,
    Removed,

    /// <summary>It stands in another place now; where it stood it is shown as removed.</summary>
    Moved,
}

/// <param name="Kind">same, added or removed.</param>
/// <param name="Text">The words.</param>
public sealed record ComparedPart(ChangeKind Kind, string Text);

/// <param name="Kind">What became of it.</param>
/// <param name="Form">What it is.</param>
/// <param name="Parts">Its words in order.</param>
public sealed record ComparedBlock(ChangeKind Kind, BlockForm Form, IReadOnlyList<ComparedPart> Parts);

/// <summary>Compares two texts: first their blocks, then the words of those that became others.</summary>
static partial class TextComparison
{
    /// <summary>Blocks that have less in common are two, not one that was changed.</summary>
    const double Alike = 0.4;

    /// <summary>How far on a block is looked for that one became of.</summary>
    const int Near = 20;

    public static List<ComparedBlock> Compare(string before, string after)
    {
        var (old, now) = (TextBlocks.Of(before), TextBlocks.Of(after));
        var blocks = new List<ComparedBlock>();
        var at = 0;
        foreach (
            var (from, gone, to, come) in Differences.Of([.. old.Select(block => block.Content)], [.. now.Select(block => block.Content)])
        )
        {
            Same(from);
            blocks.AddRange(Between(old[from..(from + gone)], now[to..(to + come)]));
            at = from + gone;
        }
        Same(old.Count);
        return WithMoves(blocks);

        void Same(int until) => blocks.AddRange(old[at..until].Where(IsSomething).Select(block => Whole(ChangeKind.Same, block)));
    }

    /// <summary>Words that differ.</summary>
    public static List<ComparedPart> Words(string before, string after)
    {
        var (old, now) = (WordsOf(before), WordsOf(after));
        var parts = new List<ComparedPart>();
        var at = 0;
        foreach (var (from, gone, to, come) in Differences.Of(old, now))
        {
            Add(ChangeKind.Same, old[at..from]);
            Add(ChangeKind.Removed, old[from..(from + gone)]);
            Add(ChangeKind.Added, now[to..(to + come)]);
            at = from + gone;
        }
        Add(ChangeKind.Same, old[at..]);
        return parts;

        void Add(ChangeKind kind, string[] words)
        {
            if (words.Length > 0)
                parts.Add(new(kind, string.Concat(words)));
        }
    }

    /// <summary>Each block is put beside the next one of the same form that it is like.</summary>
    static IEnumerable<ComparedBlock> Between(List<TextBlock> old, List<TextBlock> now)
    {
        var next = 0;
        foreach (var block in now.Where(IsSomething))
        {
            var like = old.FindIndex(next, Math.Min(Near, old.Count - next), before => before.Form == block.Form && IsAlike(before, block));
            if (like < 0)
            {
                yield return Whole(ChangeKind.Added, block);
                continue;
            }
            for (; next < like; next++)
                if (IsSomething(old[next]))
                    yield return Whole(ChangeKind.Removed, old[next]);
            next++;
            yield return new(ChangeKind.Changed, block.Form, Words(old[like].Content, block.Content));
        }
        foreach (var block in old[next..].Where(IsSomething))
            yield return Whole(ChangeKind.Removed, block);
    }

    static List<ComparedBlock> WithMoves(List<ComparedBlock> blocks)
    {
        var gone = blocks.Where(block => block.Kind == ChangeKind.Removed).Select(block => block.Parts[0].Text).ToHashSet();
        return
        [
            .. blocks.Select(block =>
                block.Kind == ChangeKind.Added && gone.Contains(block.Parts[0].Text) ? block with { Kind = ChangeKind.Moved } : block
            ),
        ];
    }

    static bool IsSomething(TextBlock block) => block.Content.Length > 0;

    static bool IsAlike(TextBlock before, TextBlock after)
    {
        if (!IsSomething(before))
            return false;
        var (old, now) = (WordsOf(before.Content).ToHashSet(), WordsOf(after.Content).ToHashSet());
        var all = Math.Max(old.Count, now.Count);
        old.IntersectWith(now);
        return old.Count >= all * Alike;
    }

    static ComparedBlock Whole(ChangeKind kind, TextBlock block) =>
        new(kind, block.Form, [new(kind is ChangeKind.Removed or ChangeKind.Same ? kind : ChangeKind.Added, block.Content)]);

    static string[] WordsOf(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\w+|\s+|[^\w\s]")]
    private static partial Regex Word();
}
