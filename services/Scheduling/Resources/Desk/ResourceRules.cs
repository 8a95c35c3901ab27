using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Resources.Desk;

/// <summary>What holds when a venue or a moderator is chosen by hand.</summary>
static class ResourceRules
{
    /// <summary>Throws what speaks against it.</summary>
    public static void Require(
        PlanResource? venue,
        PlanResource? moderator,
        int? participants,
        DateOnly day,
        TimeOnly from,
        TimeOnly to,
        IReadOnlyCollection<Taken> taken
    )
    {
        bool IsTaken(PlanResource one) => taken.Any(row => row.Resource == one.Id && row.Day == day && row.From < to && from < row.To);
        if (venue is not null)
        {
            if (venue.Capacity < participants)
                throw new VenueTooSmall(venue, participants.Value);
            if (!venue.IsOpen(day, from, to))
                throw new OutsideOpeningHours(venue, day);
            if (IsTaken(venue))
                throw new VenueBooked(venue.Name);
        }
        if (moderator is not null)
        {
            if (!moderator.IsOpen(day, from, to))
                throw new ModeratorUnavailable(moderator, day);
            if (IsTaken(moderator))
                throw new ModeratorBooked(moderator.Name);
        }
    }
}

/// <summary>Not enough seats.</summary>
public sealed class VenueTooSmall(PlanResource venue, int participants)
    : UnprocessableProblem(
        "venue-too-small",
        new(
            $"„{venue.Name}“ fasst {venue.Capacity} Personen; erwartet werden {participants}.",
            $"\"{venue.Name}\" holds {venue.Capacity} people; {participants} are expected."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["capacity"] = venue.Capacity, ["participants"] = participants };
}

/// <summary>More could register than the room holds.</summary>
public sealed class CapacityExceedsVenue(PlanResource venue, int capacity)
    : UnprocessableProblem(
        "capacity-exceeds-venue",
        new(
            $"„{venue.Name}“ fasst {venue.Capacity} Personen, die Anmeldung hat {capacity} Plätze. Senken Sie die "
                + $"Platzzahl der Anmeldung auf höchstens {venue.Capacity}, oder wählen Sie einen größeren Ort.",
            $"\"{venue.Name}\" holds {venue.Capacity} people, registration has {capacity} seats. Lower the capacity of the "
                + $"registration to {venue.Capacity} at most, or choose a larger venue."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["capacity"] = capacity, ["venueCapacity"] = venue.Capacity };
}

/// <summary>Closed then.</summary>
public sealed class OutsideOpeningHours(PlanResource venue, DateOnly day)
    : UnprocessableProblem(
        "outside-opening-hours",
        new(
            $"„{venue.Name}“ ist am {day:dd.MM.yyyy} zu dieser Zeit nicht geöffnet.",
            $"\"{venue.Name}\" is not open at that time on {day:yyyy-MM-dd}."
        )
    );

/// <summary>Not available then.</summary>
public sealed class ModeratorUnavailable(PlanResource moderator, DateOnly day)
    : UnprocessableProblem(
        "moderator-unavailable",
        new(
            $"„{moderator.Name}“ ist am {day:dd.MM.yyyy} zu dieser Zeit nicht verfügbar.",
            $"\"{moderator.Name}\" is not available at that time on {day:yyyy-MM-dd}."
        )
    );

/// <summary>Somebody has it, whoever that is.</summary>
public sealed class VenueBooked(string? name)
    : ConflictProblem(
        "venue-booked",
        new(
            $"{(name is null ? "Ein Ort oder eine Moderation" : $"„{name}“")} ist zu dieser Zeit schon vergeben. Wählen "
                + "Sie eine andere Zeit, oder planen Sie neu.",
            $"{(name is null ? "A venue or a moderator" : $"\"{name}\"")} is taken at that time. Choose another time, or plan anew."
        )
    );

/// <summary>Somebody has them, whoever that is.</summary>
public sealed class ModeratorBooked(string name)
    : ConflictProblem(
        "moderator-booked",
        new(
            $"„{name}“ ist zu dieser Zeit schon gebucht. Wählen Sie eine andere Zeit, oder planen Sie neu.",
            $"\"{name}\" is booked at that time. Choose another time, or plan anew."
        )
    );

/// <summary>No such venue for this Landkreis.</summary>
public sealed class VenueUnknown()
    : UnprocessableProblem(
        "venue-unknown",
        new(
            "Diesen Ort gibt es in diesem Landkreis nicht. GET …/venues und …/venues/shared nennen alle.",
            "This Landkreis has no such venue. GET …/venues and …/venues/shared list all."
        )
    );

/// <summary>No such moderator for this Landkreis.</summary>
public sealed class ModeratorUnknown()
    : UnprocessableProblem(
        "moderator-unknown",
        new(
            "Diese Moderation gibt es in diesem Landkreis nicht. GET …/moderators und …/moderators/shared nennen alle.",
            "This Landkreis has no such moderator. GET …/moderators and …/moderators/shared list all."
        )
    );
