using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Planning;

/// <summary>The rules that can stand in each other's way.</summary>
public enum PlanRule
{
    /// <summary>No events on Saturdays and Sundays.</summary>
    Weekends,

    /// <summary>No events on public holidays.</summary>
    PublicHolidays,

    /// <summary>No events in school holidays.</summary>
    SchoolHolidays,

    /// <summary>No events on the days that the terms block.</summary>
    BlockedDates,

    /// <summary>One event a day; the Landkreis has others.</summary>
    OtherEvents,

    /// <summary>Time to prepare before the first event.</summary>
    Preparation,

    /// <summary>Days between two events.</summary>
    MinimalDistance,

    /// <summary>Months for each topic area.</summary>
    Cadence,

    /// <summary>Last day of the work.</summary>
    Deadline,

    /// <summary>Time from the last event to the meeting that adopts.</summary>
    Adoption,

    /// <summary>Money granted.</summary>
    Budget,

    /// <summary>Every event needs a venue that holds its participants.</summary>
    VenueCapacity,

    /// <summary>The venue has the equipment.</summary>
    VenueEquipment,

    /// <summary>The venue is open.</summary>
    VenueHours,

    /// <summary>The venue is not booked already.</summary>
    VenueBooked,

    /// <summary>Every event needs a moderator.</summary>
    Moderation,

    /// <summary>The moderator has the skills.</summary>
    ModeratorSkills,

    /// <summary>The moderator speaks the languages.</summary>
    ModeratorLanguages,

    /// <summary>The moderator is available.</summary>
    ModeratorHours,

    /// <summary>The moderator is not booked already.</summary>
    ModeratorBooked,

    /// <summary>Events that must stay where they are.</summary>
    Pinned,
}

/// <summary>The rules in words, and what helps.</summary>
static class PlanRules
{
    public static string Code(this PlanRule rule) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(rule.ToString());

    public static Text Words(this PlanRule rule, PlanRequest request) =>
        rule switch
        {
            PlanRule.Weekends => new("Samstags und sonntags sind keine Veranstaltungen.", "There are no events on Saturdays and Sundays."),
            PlanRule.PublicHolidays => new("An Feiertagen sind keine Veranstaltungen.", "There are no events on public holidays."),
            PlanRule.SchoolHolidays => new("In den Schulferien sind keine Veranstaltungen.", "There are no events in school holidays."),
            PlanRule.BlockedDates => new(
                $"{request.Unavailable.Count} Tage sind gesperrt.",
                $"{request.Unavailable.Count} days are blocked."
            ),
            PlanRule.OtherEvents => new(
                $"An {request.Occupied.Count} Tagen hat der Landkreis schon eine Veranstaltung.",
                $"The Landkreis has another event on {request.Occupied.Count} days."
            ),
            PlanRule.Preparation => new(
                $"Vor der ersten Veranstaltung liegen {request.PreparationDays} Tage Vorbereitung ab dem {request.From:dd.MM.yyyy}.",
                $"The first event comes after {request.PreparationDays} days of preparation from {request.From:yyyy-MM-dd} on."
            ),
            PlanRule.MinimalDistance => new(
                $"Zwischen zwei Veranstaltungen liegen mindestens {request.MinDaysBetween} Tage.",
                $"Two events are at least {request.MinDaysBetween} days apart."
            ),
            PlanRule.Cadence => new(
                $"Jedes Themenfeld hat {request.MonthsPerTopicArea} Monat(e), eines nach dem anderen.",
                $"Each topic area has {request.MonthsPerTopicArea} month(s), one after the other."
            ),
            PlanRule.Deadline => new(
                $"Die Frist endet am {request.Deadline:dd.MM.yyyy}.",
                $"The deadline is {request.Deadline:yyyy-MM-dd}."
            ),
            PlanRule.Adoption => new(
                $"Bis zum Beschluss muss die letzte Veranstaltung am {request.LastBeforeAdoption:dd.MM.yyyy} gewesen sein.",
                $"For the adoption the last event must have been on {request.LastBeforeAdoption:yyyy-MM-dd}."
            ),
            PlanRule.Budget => new($"Bewilligt sind {Money.De(request.Budget)}.", $"{Money.En(request.Budget)} are granted."),
            PlanRule.VenueCapacity => new(
                "Jede Veranstaltung braucht einen Ort, der ihre Teilnehmenden fasst.",
                "Each event needs a venue that holds its participants."
            ),
            PlanRule.VenueEquipment => new("Der Ort muss die verlangte Ausstattung haben.", "The venue must have the equipment asked for."),
            PlanRule.VenueHours => new("Der Ort muss geöffnet sein.", "The venue must be open."),
            PlanRule.VenueBooked => new(
                "Ein Ort ist nur einmal zu belegen; einige Zeiten sind vergeben.",
                "A venue can be booked once; some times are taken."
            ),
            PlanRule.Moderation => new("Jede Veranstaltung braucht eine Moderation.", "Each event needs a moderator."),
            PlanRule.ModeratorSkills => new(
                "Die Moderation muss die verlangten Kenntnisse haben.",
                "The moderator must have the skills asked for."
            ),
            PlanRule.ModeratorLanguages => new(
                "Die Moderation muss die verlangten Sprachen sprechen.",
                "The moderator must speak the languages asked for."
            ),
            PlanRule.ModeratorHours => new("Die Moderation muss verfügbar sein.", "The moderator must be available."),
            PlanRule.ModeratorBooked => new(
                "Eine Moderation ist nur einmal zu buchen; einige Zeiten sind vergeben.",
                "A moderator can be booked once; some times are taken."
            ),
            _ => new("Einige Veranstaltungen sollen bleiben, wo sie sind.", "Some events are to stay where they are."),
        };

    public static Text Helps(this PlanRule rule) =>
        rule switch
        {
            PlanRule.Weekends => new("Veranstaltungen am Wochenende zulassen", "allow events at weekends"),
            PlanRule.PublicHolidays => new("Feiertage zulassen", "allow public holidays"),
            PlanRule.SchoolHolidays => new("Schulferien zulassen", "allow school holidays"),
            PlanRule.BlockedDates => new("gesperrte Tage freigeben", "release blocked days"),
            PlanRule.OtherEvents => new("andere Veranstaltungen verlegen", "move other events"),
            PlanRule.Preparation => new("früher beginnen oder kürzer vorbereiten", "begin earlier or prepare for less time"),
            PlanRule.MinimalDistance => new("kleinere Abstände zulassen", "allow smaller distances"),
            PlanRule.Cadence => new("Themenfelder schneller aufeinander folgen lassen", "let topic areas follow each other faster"),
            PlanRule.Deadline => new("die Frist verlängern", "extend the deadline"),
            PlanRule.Adoption => new(
                "in einer späteren Sitzung beschließen lassen oder kürzer schreiben",
                "have it adopted in a later meeting, or draft in less time"
            ),
            PlanRule.Budget => new(
                "mehr Geld bewilligen lassen oder günstigere Orte und Moderationen nennen",
                "have more money granted, or name cheaper venues and moderators"
            ),
            PlanRule.VenueCapacity => new(
                "einen größeren Ort nennen oder mit weniger Teilnehmenden rechnen",
                "name a larger venue, or expect fewer participants"
            ),
            PlanRule.VenueEquipment => new("einen Ort mit dieser Ausstattung nennen", "name a venue with that equipment"),
            PlanRule.VenueHours => new("andere Anfangszeiten oder Öffnungszeiten nennen", "name other start times or opening hours"),
            PlanRule.VenueBooked => new("weitere Orte nennen", "name further venues"),
            PlanRule.Moderation => new(
                "Veranstaltungen ohne Moderation zulassen oder weitere Moderationen nennen",
                "allow events without moderator, or name further moderators"
            ),
            PlanRule.ModeratorSkills => new("eine Moderation mit diesen Kenntnissen nennen", "name a moderator with those skills"),
            PlanRule.ModeratorLanguages => new("eine Moderation mit diesen Sprachen nennen", "name a moderator with those languages"),
            PlanRule.ModeratorHours => new(
                "andere Anfangszeiten oder weitere Moderationen nennen",
                "name other start times or further moderators"
            ),
            PlanRule.ModeratorBooked => new("weitere Moderationen nennen", "name further moderators"),
            _ => new("weniger Veranstaltungen festhalten", "pin fewer events"),
        };

    /// <summary>The rules that say anything about this request; the others can't be in the way.</summary>
    public static IReadOnlyList<PlanRule> Select(PlanRequest request, IReadOnlyList<Item> items)
    {
        var (venues, moderators) = (items.Any(item => item.Need.Participants is not null), items.Any(item => item.Need.Moderated));
        return
        [
            .. Enum.GetValues<PlanRule>()
                .Where(rule =>
                    rule switch
                    {
                        PlanRule.BlockedDates => request.Unavailable.Count > 0,
                        PlanRule.OtherEvents => request.Occupied.Count > 0,
                        PlanRule.Preparation => request.PreparationDays > 0 && request.Previous.Count == 0,
                        PlanRule.MinimalDistance => request.MinDaysBetween > 1,
                        PlanRule.Cadence => request.Previous.Count == 0,
                        PlanRule.Deadline => request.Deadline is not null,
                        PlanRule.Adoption => request.LastBeforeAdoption is not null,
                        PlanRule.Budget => items.Any(item => item.Need.IsPriced),
                        PlanRule.VenueCapacity or PlanRule.VenueHours => venues,
                        PlanRule.VenueEquipment => items.Any(item => item.Need.Equipment.Count > 0),
                        PlanRule.VenueBooked => venues && request.Taken.Count > 0,
                        PlanRule.ModeratorSkills => items.Any(item => item.Need.Skills.Count > 0),
                        PlanRule.ModeratorLanguages => items.Any(item => item.Need.Languages.Count > 0),
                        PlanRule.ModeratorHours or PlanRule.Moderation => moderators,
                        PlanRule.ModeratorBooked => moderators && request.Taken.Count > 0,
                        PlanRule.Pinned => request.Previous.Any(row => row.Pinned),
                        _ => true,
                    }
                ),
        ];
    }
}
