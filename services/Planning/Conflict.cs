namespace Integrationskonzept.Planning;

/// <summary>
/// The smallest set of rules that can't be kept together, by the duality of conflicts and corrections: any set of rules whose removal makes
/// a plan possible must hit each conflict. So the smallest hitting set of the corrections known so far is tried; if it is itself a
/// conflict, there is no smaller one, and if not, what must be added to it to fail leads to a further correction. Where the effort does not
/// last for that, the smallest conflict that was met on the way is made smaller rule by rule, as far as the rest of it goes.
/// </summary>
sealed record Conflict(IReadOnlyList<PlanRule> Rules, IReadOnlyList<PlanRule> Remedies, bool IsSmallest = true)
{
    /// <summary>Part of the work that goes into looking for the smallest one.</summary>
    const double Smallest = 0.7;

    /// <summary>Null if no conflict was found in the rules that can be named.</summary>
    public static Conflict? Find(PlanRequest request, IReadOnlyList<Item> items, SolverEffort effort)
    {
        var rules = PlanRules.Select(request, items);
        var working = new List<uint>();
        var failing = new List<uint>();
        var found = new HashSet<uint>();
        var part = effort.Part(Smallest);
        // Bits stand for rules that are kept. What works, works with fewer of them; what fails, fails with more. What is not known counts
        // as working.
        bool Works(uint kept)
        {
            if (working.Any(more => (kept & ~more) == 0))
                return true;
            if (failing.Any(fewer => (fewer & ~kept) == 0))
                return false;
            var works = Solving.Decide(request, items, rules.Where((_, index) => (kept >> index & 1) == 0).ToHashSet(), part);
            if (works == true)
                found.Add(kept);
            (works == false ? failing : working).Add(kept);
            return works != false;
        }
        bool Helps(uint kept) => Works(kept) && found.Any(more => (kept & ~more) == 0);

        var all = (uint)((1UL << rules.Count) - 1);
        Works(all);
        if (!Works(0))
            return null;
        var corrections = new List<uint>();
        while (!part.IsSpent)
        {
            var tried = SmallestHitting(corrections, rules.Count);
            if (!Works(tried))
            {
                effort.Return(part);
                part = effort;
                return new(Named(rules, tried), [.. rules.Where((_, index) => (tried >> index & 1) == 1 && Helps(all & ~(1u << index)))]);
            }
            for (var index = 0; index < rules.Count; index++)
                if (Works(tried | 1u << index))
                    tried |= 1u << index;
            if (tried == all)
                break; // proofs took too long
            corrections.Add(all & ~tried);
        }
        if (failing.Count == 0)
            return null;
        effort.Return(part);
        part = effort;
        var smaller = failing.MinBy(System.Numerics.BitOperations.PopCount);
        for (var index = 0; index < rules.Count; index++)
            if ((smaller >> index & 1) == 1 && !Works(smaller & ~(1u << index)))
                smaller &= ~(1u << index);
        return new(
            Named(rules, smaller),
            [.. rules.Where((_, index) => (smaller >> index & 1) == 1 && Helps(all & ~(1u << index)))],
            false
        );
    }

    static uint SmallestHitting(List<uint> sets, int count)
    {
        for (var size = 0; size <= count; size++)
            if (Subset(sets, 0, 0, size) is { } found)
                return found;
        throw new InvalidOperationException("Every correction has a rule.");
    }

    /// <summary>Branches only on the rules of a set that is not hit yet.</summary>
    static uint? Subset(List<uint> sets, int from, uint chosen, int left)
    {
        while (from < sets.Count && (sets[from] & chosen) != 0)
            from++;
        if (from == sets.Count)
            return chosen;
        if (left == 0)
            return null;
        for (var rest = sets[from]; rest != 0; rest &= rest - 1)
            if (Subset(sets, from + 1, chosen | (rest & ~(rest - 1)), left - 1) is { } found)
                return found;
        return null;
    }

    static List<PlanRule> Named(IReadOnlyList<PlanRule> rules, uint set) => [.. rules.Where((_, index) => (set >> index & 1) == 1)];
}
