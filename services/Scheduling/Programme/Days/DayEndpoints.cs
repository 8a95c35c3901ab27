using Integrationskonzept.Planning.Holidays;
using Integrationskonzept.Planning.Observances;
using Integrationskonzept.Scheduling.Resources;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Scheduling.Programme.Days;

/// <summary>What planning knows of days, for who looks at a calendar.</summary>
static class DayEndpoints
{
    public static void MapDays(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("days", "Days")
            .MapGet(
                "",
                async (DateOnly? from, DateOnly? to, TenantClock clock, CancellationToken ct) =>
                {
                    var period = await Period.OfAsync(from, to, clock, ct);
                    var holidays = HolidayCalendar.Find((await clock.LandkreisAsync(ct)).State);
                    return TypedResults.Ok(
                        new SpecialDaysDto(holidays?.Data.CoversTo, [.. In(holidays, period).OrderBy(days => days.From)])
                    );
                }
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-special-days")
            .WithSummary(
                "Public holidays, school holidays and religious days that planning minds, from a day, to a day (at most 400 days)"
            );

    static IEnumerable<SpecialDays> In(HolidayCalendar? holidays, Period period) =>
        (holidays?.Data.PublicHolidays ?? [])
            .Select(day => new SpecialDays(day.Date, day.Date, SpecialDayKind.PublicHoliday, day.Name))
            .Concat(
                (holidays?.Data.SchoolHolidays ?? []).Select(days => new SpecialDays(
                    days.From,
                    days.To,
                    SpecialDayKind.SchoolHolidays,
                    days.Name
                ))
            )
            .Concat(
                ObservanceCalendar
                    .All.SelectMany(file => file.Days)
                    .Select(days => new SpecialDays(days.From, days.To, SpecialDayKind.Observance, new Text(days.De, days.En).ToString()))
            )
            .Where(days => days.From <= period.To && period.From <= days.To);
}

/// <summary>Why a day is special.</summary>
public enum SpecialDayKind
{
    /// <summary>Gesetzlicher Feiertag: no events.</summary>
    PublicHoliday,

    /// <summary>Schulferien: no events, unless the terms of a plan allow them.</summary>
    SchoolHolidays,

    /// <summary>A religious day of some faith, which planning avoids where it can.</summary>
    Observance,
}

/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Kind">Why they are special.</param>
/// <param name="Name">Name; of religious days in the caller's language.</param>
public sealed record SpecialDays(DateOnly From, DateOnly To, SpecialDayKind Kind, string Name);

/// <param name="HolidaysKnownUntil">
/// The last day whose holidays are on file; after it nothing is known, which does not mean that there are none. Null if none are on file
/// for the Landkreis' state.
/// </param>
/// <param name="Days">By their first day.</param>
public sealed record SpecialDaysDto(DateOnly? HolidaysKnownUntil, IReadOnlyList<SpecialDays> Days);
