using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Resources;

/// <summary>What is said of a venue and of a moderator alike.</summary>
interface IAvailable
{
    IReadOnlyList<WeeklyHours> Hours { get; }
    IReadOnlyList<DayRange> Away { get; }
    Price Price { get; }
}

/// <summary>What is said of a venue or a moderator must make sense.</summary>
static class Availability
{
    /// <summary>Hours and ranges run forward; nothing costs less than nothing.</summary>
    public static void RequireSensible(IAvailable resource)
    {
        if (resource.Hours.Any(row => row.To <= row.From))
            throw new HoursWrong();
        if (resource.Away.Any(row => row.To < row.From))
            throw new RangeWrong();
        if (resource.Price is { HalfDay: < 0 or > 1_000_000 } or { Day: < 0 or > 1_000_000 })
            throw new PriceWrong();
    }
}

/// <summary>They end before they begin.</summary>
public sealed class HoursWrong()
    : InvalidFieldProblem(
        "hours",
        new("Öffnungszeiten enden nach ihrem Beginn, am selben Tag.", "Hours end after they begin, on the same day.")
    );

/// <summary>It ends before it begins.</summary>
public sealed class RangeWrong()
    : InvalidFieldProblem("range", new("Ein Zeitraum endet nicht vor seinem Beginn.", "A range does not end before it begins."));

/// <summary>No such price.</summary>
public sealed class PriceWrong()
    : InvalidFieldProblem("price", new("Nennen Sie Preise von 0 bis 1.000.000 Euro.", "Give prices from 0 to 1,000,000 euros."));
