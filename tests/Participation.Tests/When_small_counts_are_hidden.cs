using System.Globalization;
using Integrationskonzept.Participation.Counting;

namespace Integrationskonzept.Participation.Tests;

/// <summary>
/// All tables of small totals: who knows the total, what is shown, and the rule itself, must be left with two values at least for each
/// small count that is hidden.
/// </summary>
public sealed class When_small_counts_are_hidden
{
    [Theory]
    [InlineData(2, 40)]
    [InlineData(3, 32)]
    [InlineData(4, 24)]
    [InlineData(5, 16)]
    public void None_of_the_parts_of_a_total_can_be_computed(int parts, int most)
    {
        for (var total = HiddenCounts.Least; total <= most; total++)
            RequireSeveral(
                Tables(parts, total)
                    .Select(table => (Said(HiddenCounts.Hide(table).Zip(table, (hid, count) => hid ? null : (int?)count)), table)),
                total
            );
    }

    [Fact]
    public void Of_equal_counts_all_are_hidden_or_none()
    {
        // Were one of the nines shown, only 9, 9 and 4 would look like that.
        HiddenCounts.Hide([9, 9, 4]).ShouldBe([true, true, true]);
        HiddenCounts.Hide([9, 6, 3]).ShouldBe([false, true, true], "no more than it takes");
        HiddenCounts.Hide([5, 5, 5]).ShouldBe([false, false, false]);
    }

    [Theory]
    [InlineData(2, true, 40)]
    [InlineData(2, false, 26)]
    [InlineData(3, true, 13)]
    [InlineData(3, false, 11)]
    public void Options_that_overlap_tell_neither_who_chose_both_nor_who_chose_one_alone(int options, bool isRequired, int most)
    {
        // Each table says how many chose each set of options; the first set is empty: they left the question out.
        var sets = Enumerable.Range(isRequired ? 1 : 0, (1 << options) - (isRequired ? 1 : 0)).ToList();
        for (var asked = HiddenCounts.Least; asked <= most; asked++)
            RequireSeveral(Tables(sets.Count, asked).Select(table => (Published(table), table)), asked);

        string Published(int[] table)
        {
            var (counts, answered) = (new int[options], 0);
            for (var at = 0; at < table.Length; at++)
            {
                answered += sets[at] == 0 ? 0 : table[at];
                for (var option = 0; option < options; option++)
                    counts[option] += (sets[at] >> option & 1) == 1 ? table[at] : 0;
            }
            var asked = table.Sum();
            var (hidden, tells) = HiddenCounts.HideOverlapping(counts, asked, answered, isRequired);
            return Said([.. hidden.Zip(counts, (hid, count) => hid ? null : (int?)count), tells ? answered : null]);
        }
    }

    [Fact]
    public void Where_few_chose_both_the_smaller_option_is_hidden()
    {
        HiddenCounts.HideOverlapping([12, 10], 20, 20, isRequired: true).Hidden.ShouldBe([false, true]);
        HiddenCounts.HideOverlapping([15, 10], 20, 20, isRequired: true).Hidden.ShouldBe([false, false]);
        HiddenCounts
            .HideOverlapping([12, 10], 30, 20, isRequired: false)
            .ShouldSatisfyAllConditions(one => one.Hidden.ShouldBe([false, false]), one => one.TellsAnswered.ShouldBeFalse());
    }

    static string Said(IEnumerable<int?> shown) =>
        string.Join(' ', shown.Select(one => one?.ToString(CultureInfo.InvariantCulture) ?? "-"));

    /// <summary>Of all tables that look the same.</summary>
    static void RequireSeveral(IEnumerable<(string Published, int[] Table)> tables, int total)
    {
        foreach (var same in tables.GroupBy(one => one.Published, one => one.Table))
        {
            var first = same.First();
            for (var at = 0; at < first.Length; at++)
                if (first[at] < HiddenCounts.Least && same.All(table => table[at] == first[at]))
                    Assert.Fail($"Of {total} shown as {same.Key} the part {at + 1} must be {first[at]}: {string.Join(' ', first)}");
        }
    }

    static IEnumerable<int[]> Tables(int parts, int sum) =>
        parts == 1
            ?
            [
                [sum],
            ]
            : Enumerable.Range(0, sum + 1).SelectMany(first => Tables(parts - 1, sum - first).Select(rest => (int[])[first, .. rest]));
}
