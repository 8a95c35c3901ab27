namespace Integrationskonzept.Participation.Counting;

/// <summary>
/// Which counts are not shown: each under five, and as many of the next smallest as it takes that none of them can be computed from a total
/// that is known. What is hidden are always the smallest, and all that are equal: nobody can tell which of them is which, though the rule
/// is known to all.
/// </summary>
static class HiddenCounts
{
    public const int Least = 5;

    /// <summary>True for each count that is hidden.</summary>
    /// <param name="counts">Of parts that make up a known total.</param>
    public static bool[] Hide(IReadOnlyList<int> counts)
    {
        var hidden = counts.Select(count => count < Least).ToArray();
        if (!hidden.Contains(true))
            return hidden;
        var next = new Queue<int>(Enumerable.Range(0, counts.Count).Where(at => !hidden[at]).OrderBy(at => counts[at]));
        while (!IsSafe(counts, hidden) && next.TryPeek(out var smallest))
            HideAllOf(counts[smallest]);
        return hidden;

        void HideAllOf(int count)
        {
            while (next.TryPeek(out var at) && counts[at] == count)
                hidden[next.Dequeue()] = true;
        }
    }

    /// <summary>
    /// The sum of the hidden is what is left of the total. It must not be the count of one, nor a small one itself, nor so large that each
    /// must be the largest that is hidden.
    /// </summary>
    static bool IsSafe(IReadOnlyList<int> counts, bool[] hidden)
    {
        var hid = counts.Where((_, at) => hidden[at]).ToList();
        var areAllSmall = hid.TrueForAll(count => count < Least);
        return hid.Count > 1 && hid.Sum() >= Least && !(areAllSmall && hid.Sum() == hid.Count * (Least - 1));
    }

    /// <summary>A part of a known total, beside the rest of it.</summary>
    public static bool IsShown(int count, int total) => count >= Least && total - count >= Least;

    /// <summary>
    /// Which options of a choice of many are hidden, and whether it is told how many answered. Each option stands beside the rest of those
    /// asked; but options overlap, and their sum, beside those who answered, must not tell how few chose several, or nothing that is shown.
    /// </summary>
    /// <param name="counts">Of the options.</param>
    /// <param name="asked">How many were asked.</param>
    /// <param name="answered">How many of them answered.</param>
    /// <param name="isRequired">Then all who were asked have answered, and that is known.</param>
    public static (bool[] Hidden, bool TellsAnswered) HideOverlapping(IReadOnlyList<int> counts, int asked, int answered, bool isRequired)
    {
        var hidden = counts.Select(count => !IsShown(count, asked)).ToArray();
        if (!isRequired)
            return (hidden, IsShown(answered, asked) && !DoesTell() && Math.Abs(counts.Sum() - answered) >= Least);
        while (DoesTell())
        {
            var smallest = Shown().Min();
            for (var at = 0; at < hidden.Length; at++)
                hidden[at] |= counts[at] == smallest;
        }
        return (hidden, true);

        List<int> Shown() => [.. counts.Where((_, at) => !hidden[at])];

        bool DoesTell() =>
            Shown() is { Count: > 0 } shown
            && (Math.Abs(shown.Sum() - answered) < Least || shown.Exists(count => answered - count < Least));
    }

    /// <summary>
    /// True if the rounded average leads to no hidden count: for each that is under five there is another table with the same average and
    /// the same counts shown.
    /// </summary>
    /// <param name="counts">Of the values, then of no answer where that is possible.</param>
    /// <param name="values">The value of each count; null for no answer.</param>
    public static bool IsAverageSafe(IReadOnlyList<int> counts, IReadOnlyList<int?> values)
    {
        var hidden = Hide(counts);
        var at = Enumerable.Range(0, counts.Count).Where(index => hidden[index]).ToList();
        return at.Where(index => counts[index] < Least)
            .All(index => at.Any(other => other != index && (MayMove(index, other) || MayMove(other, index))));

        bool MayMove(int from, int to)
        {
            if (counts[from] == 0)
                return false;
            var moved = counts.ToArray();
            moved[from]--;
            moved[to]++;
            return Average(moved, values) == Average(counts, values) && Hide(moved).SequenceEqual(hidden);
        }
    }

    /// <summary>To one decimal; null if fewer than five gave a value.</summary>
    public static decimal? Average(IReadOnlyList<int> counts, IReadOnlyList<int?> values)
    {
        var (number, sum) = (0, 0);
        for (var at = 0; at < counts.Count; at++)
            if (values[at] is { } value)
                (number, sum) = (number + counts[at], sum + counts[at] * value);
        return number < Least ? null : Math.Round((decimal)sum / number, 1, MidpointRounding.AwayFromZero);
    }
}
