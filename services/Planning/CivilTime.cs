using Integrationskonzept.Planning.Holidays;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using NodaTime;
using NodaTime.Text;

namespace Integrationskonzept.Planning;

/// <summary>When an event takes place: instants, and the day in the tenant's zone.</summary>
public readonly record struct Slot(DateOnly Day, DateTimeOffset Start, DateTimeOffset End);

/// <summary>Clock and calendar of a Landkreis.</summary>
public sealed record CivilTime(DateTimeZone Zone, HolidayCalendar? Calendar)
{
    /// <summary>The holidays of its state; without them one can read, but not plan.</summary>
    public HolidayCalendar Holidays => Calendar ?? throw new HolidaysUnknown(null, null);

    /// <summary>A whole day is eight hours.</summary>
    public static readonly TimeSpan WholeDay = TimeSpan.FromHours(8);

    static readonly IPattern<LocalDateTime>[] Civil =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
    ];

    /// <summary>That of a Landkreis.</summary>
    public static CivilTime Read(KnownTenant landkreis) =>
        new(DateTimeZoneProviders.Tzdb[landkreis.TimeZone], HolidayCalendar.Find(landkreis.State));

    /// <summary>The slot of an event that begins at a civil time.</summary>
    public Slot On(DateOnly day, TimeOnly start, decimal lengthInDays)
    {
        var from = LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(start);
        return Between(Resolve(from), Resolve(from.PlusMinutes((long)((decimal)WholeDay.TotalMinutes * lengthInDays))));
    }

    /// <summary>Reads start and end: civil time of the tenant (<c>2023-03-08T09:00</c>), or RFC 3339 with an offset.</summary>
    public Slot Read(string start, string end) => Between(Parse("start", start), Parse("end", end));

    /// <summary>An instant as the tenant's clocks show it.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).ToDateTimeOffset();

    /// <summary>When a day begins there.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant().ToDateTimeOffset();

    Slot Between(Instant start, Instant end)
    {
        var first = start.InZone(Zone).Date;
        var last = end.InZone(Zone).Date;
        if (end <= start || first != last)
            throw new NotWithinADay();
        return new(first.ToDateOnly(), start.ToDateTimeOffset(), end.ToDateTimeOffset());
    }

    Instant Parse(string field, string text)
    {
        foreach (var pattern in Civil)
            if (pattern.Parse(text) is { Success: true } civil)
                return Resolve(civil.Value);
        return OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } exact
            ? exact.Value.ToInstant()
            : throw new InvalidFieldProblem(
                field,
                new("Schreiben Sie Datum und Uhrzeit so: 2023-03-08T09:00.", "Write date and time like this: 2023-03-08T09:00.")
            );
    }

    Instant Resolve(LocalDateTime civil) =>
        Zone.MapLocal(civil) switch
        {
            { Count: 1 } one => one.Single().ToInstant(),
            { Count: 0 } => throw new TimeDoesNotExist(civil.ToDateTimeUnspecified()),
            _ => throw new TimeAmbiguous(civil.ToDateTimeUnspecified()),
        };
}

/// <summary>Clock and calendar of the Landkreis of the current scope.</summary>
public static class TenantCivilTime
{
    public static async ValueTask<CivilTime> CivilTimeAsync(this TenantClock clock, CancellationToken ct) =>
        CivilTime.Read(await clock.LandkreisAsync(ct));
}

/// <summary>The clocks go forward over that time.</summary>
public sealed class TimeDoesNotExist(DateTime civil)
    : UnprocessableProblem(
        "time-does-not-exist",
        new(
            $"{civil:dd.MM.yyyy HH:mm} Uhr gibt es nicht: dann wird die Uhr vorgestellt.",
            $"{civil:yyyy-MM-dd HH:mm} does not exist: the clocks go forward then."
        )
    );

/// <summary>The clocks go back over that time.</summary>
public sealed class TimeAmbiguous(DateTime civil)
    : UnprocessableProblem(
        "time-ambiguous",
        new(
            $"{civil:dd.MM.yyyy HH:mm} Uhr gibt es zweimal: dann wird die Uhr zurückgestellt. Nennen Sie den Abstand zur "
                + "Weltzeit (…+02:00 oder …+01:00).",
            $"{civil:yyyy-MM-dd HH:mm} occurs twice: the clocks go back then. Give the offset (…+02:00 or …+01:00)."
        )
    );

/// <summary>An event begins and ends on one day.</summary>
public sealed class NotWithinADay()
    : UnprocessableProblem(
        "not-within-a-day",
        new("Eine Veranstaltung endet nach ihrem Beginn und am selben Tag.", "An event ends after it begins, and on the same day.")
    );
