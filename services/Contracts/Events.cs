namespace Integrationskonzept.Contracts;

/// <summary>A plan of events for a mandate is binding. Aggregate: the plan.</summary>
public sealed record PlanConfirmed : IntegrationEvent
{
    /// <summary>The mandate that the plan serves.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>All events, ordered by start.</summary>
    public required IReadOnlyList<EventDetails> Events { get; init; }
}

/// <summary>What others know of an event (Veranstaltung).</summary>
/// <param name="EventId">The event.</param>
/// <param name="Kind">Kickoff, workshop and so on.</param>
/// <param name="Title">Title as people read it.</param>
/// <param name="TopicAreaKey">The topic area it works on; none for the kickoff.</param>
/// <param name="Start">Start.</param>
/// <param name="End">End, after the start.</param>
/// <param name="Venue">Place, if already found.</param>
public sealed record EventDetails(
    Guid EventId,
    EventKind Kind,
    string Title,
    string? TopicAreaKey,
    DateTimeOffset Start,
    DateTimeOffset End,
    string? Venue
)
{
    /// <summary>True once room and moderation are settled; before that the date is binding, but not yet fit for invitations.</summary>
    public bool Confirmed { get; init; }

    /// <summary>Where people meet.</summary>
    public EventMode Mode { get; init; }

    /// <summary>What it is about, for everybody.</summary>
    public string? Description { get; init; }

    /// <summary>How one gets there and in.</summary>
    public string? Arrival { get; init; }

    /// <summary>What happens, in order.</summary>
    public IReadOnlyList<AgendaPoint> Agenda { get; init; } = [];

    /// <summary>What makes it accessible; null where nothing was said.</summary>
    public AccessOffer? Access { get; init; }

    /// <summary>How to register; null where nobody can.</summary>
    public RegistrationNotice? Registration { get; init; }
}

/// <summary>Where people meet: in a room, online, or both.</summary>
public enum EventMode
{
    OnSite,
    Online,
    Hybrid,
}

/// <summary>A point of an event's agenda.</summary>
/// <param name="Title">What.</param>
/// <param name="Minutes">How long, 1 to 600.</param>
/// <param name="By">Who leads it: an office or organisation.</param>
public sealed record AgendaPoint(string Title, int Minutes, string? By = null);

/// <summary>What an event offers so that everybody can take part.</summary>
public sealed record AccessOffer
{
    /// <summary>Languages that are interpreted (BCP 47); <c>gsg</c> is German Sign Language.</summary>
    public IReadOnlyList<string> Interpreters { get; init; } = [];

    /// <summary>Children are looked after.</summary>
    public bool Childcare { get; init; }

    /// <summary>Without steps, with accessible toilets.</summary>
    public bool StepFree { get; init; }

    /// <summary>Held, or summed up, in easy language.</summary>
    public bool EasyLanguage { get; init; }
}

/// <summary>How people register.</summary>
/// <param name="OpensAt">From when.</param>
/// <param name="ClosesAt">Until when.</param>
/// <param name="Seats">How many seats there are.</param>
public sealed record RegistrationNotice(DateTimeOffset OpensAt, DateTimeOffset ClosesAt, int Seats);

/// <summary>Something happened to one event. Aggregate: the event.</summary>
public abstract record EventFact : IntegrationEvent
{
    /// <summary>The mandate that the event serves.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>The event as it is now.</summary>
    public required EventDetails Event { get; init; }
}

/// <summary>An event has a confirmed date.</summary>
public sealed record EventScheduled : EventFact;

/// <summary>An event was confirmed or described anew; its date is the same.</summary>
public sealed record EventChanged : EventFact;

/// <summary>An event has moved.</summary>
public sealed record EventRescheduled : EventFact
{
    /// <summary>Why, in words for the people invited.</summary>
    public required string Reason { get; init; }
}

/// <summary>An event will not take place.</summary>
public sealed record EventCancelled : EventFact
{
    /// <summary>Why, in words for the people invited.</summary>
    public required string Reason { get; init; }
}

/// <summary>An event has taken place. Told again, with a higher version, where numbers are corrected afterwards.</summary>
public sealed record EventHeld : EventFact
{
    /// <summary>How many came, by stakeholder group; numbers only, never names.</summary>
    public required IReadOnlyDictionary<StakeholderGroup, int> Attendance { get; init; }

    /// <summary>How many had a confirmed seat and did not come; null where nobody was checked in by name or ticket.</summary>
    public int? NoShows { get; init; }
}

/// <summary>
/// Who was at an event that has taken place, so that they can correct its record. Told with <see cref="EventHeld"/>, and again where
/// check-ins are corrected. Aggregate: the event.
/// </summary>
public sealed record PresenceNoted : IntegrationEvent
{
    /// <summary>A mark for each person: see <see cref="MarkOf"/>.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    /// <summary>
    /// By it a service that knows the account's id can recognise the person at this event, and nobody can join events: the first 128 bits
    /// of SHA-256 over event and id, in base64url.
    /// </summary>
    /// <param name="eventId">The event.</param>
    /// <param name="person">Pseudonymous account id.</param>
    public static string MarkOf(Guid eventId, string person) => EventMark.Of(eventId, person);
}

/// <summary>The five groups that take part (Akteursgruppen).</summary>
public enum StakeholderGroup
{
    Politics,
    Administration,
    CivilSociety,
    Institution,
    MigrantOrganisation,
}
