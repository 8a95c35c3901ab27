using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Scheduling.Resources;

/// <summary>Days that somebody asks about: from today for 90 days if they don't say.</summary>
sealed record Period(DateOnly From, DateOnly To)
{
    const int Usual = 90,
        Most = 400;

    /// <exception cref="PeriodWrong">It ends before it begins, or is too long.</exception>
    public static async ValueTask<Period> OfAsync(DateOnly? from, DateOnly? to, TenantClock clock, CancellationToken ct)
    {
        var first = from ?? await clock.TodayAsync(ct);
        if (first.DayNumber > DateOnly.MaxValue.DayNumber - Most)
            throw new PeriodWrong();
        var last = to ?? first.AddDays(Usual);
        return last < first || last.DayNumber - first.DayNumber > Most ? throw new PeriodWrong() : new(first, last);
    }
}

/// <summary>It ends before it begins, or is too long.</summary>
public sealed class PeriodWrong()
    : InvalidFieldProblem(
        "to",
        new(
            "Der letzte Tag liegt nicht vor dem ersten und höchstens 400 Tage danach.",
            "The last day is not before the first, and at most 400 days after it."
        )
    );
