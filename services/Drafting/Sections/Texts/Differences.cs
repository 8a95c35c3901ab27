using DiffPlex;

namespace Integrationskonzept.Drafting.Sections.Texts;

/// <summary>Where two sequences differ.</summary>
static class Differences
{
    /// <summary>Where so much differs that looking for what is the same would take long, all of it counts as other.</summary>
    const long Most = 10_000_000;

    /// <summary>In order: from where how many are gone, and from where how many have come instead.</summary>
    public static IEnumerable<(int From, int Gone, int To, int Come)> Of(string[] from, string[] to)
    {
        var begin = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(from.Length, to.Length) - begin;
        var end = 0;
        while (end < most && from[^(end + 1)] == to[^(end + 1)])
            end++;
        var (gone, come) = (from[begin..^end], to[begin..^end]);
        if (gone.Length == 0 && come.Length == 0)
            return [];
        if (gone.Length == 0 || come.Length == 0 || (long)gone.Length * come.Length > Most)
            return [(begin, gone.Length, begin, come.Length)];
        return Differ
            .Instance.CreateDiffs("\n", "\r", ignoreWhiteSpace: false, ignoreCase: false, new Cut(gone, come))
            .DiffBlocks.Select(block => (begin + block.DeleteStartA, block.DeleteCountA, begin + block.InsertStartB, block.InsertCountB));
    }

    /// <summary>They are cut already.</summary>
    sealed class Cut(string[] from, string[] to) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text == "\n" ? from : to;
    }
}
