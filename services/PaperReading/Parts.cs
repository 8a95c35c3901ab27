namespace Integrationskonzept.PaperReading;

/// <summary>Kinds of papers.</summary>
public enum PaperKind
{
    /// <summary>Beschlussvorlage, Sitzungsvorlage, Drucksache: something is to be decided.</summary>
    Resolution,

    /// <summary>Mitteilungs-, Informations-, Berichtsvorlage.</summary>
    Information,

    /// <summary>Antrag.</summary>
    Motion,

    /// <summary>Anfrage.</summary>
    Inquiry,
}

/// <summary>A person or unit to ask. A name is personal data.</summary>
/// <param name="Name">A person's name, when one is given.</param>
/// <param name="Unit">Their unit or role.</param>
public sealed record Clerk(string? Name, string? Unit);

/// <summary>What an organization does with a paper.</summary>
public enum ConsultationAction
{
    /// <summary>Beschließend, Entscheidung.</summary>
    Decision,

    /// <summary>Vorberatend, Vorberatung, Empfehlung.</summary>
    Preparation,

    /// <summary>Anhörung, Stellungnahme.</summary>
    Hearing,

    /// <summary>Kenntnisnahme.</summary>
    Notice,
}

/// <summary>One line of the Beratungsfolge.</summary>
public sealed record PlannedConsultation(string Organization, DateOnly? Date, string? AgendaItem, ConsultationAction? Action);

/// <summary>Kinds of events.</summary>
public enum EventKind
{
    /// <summary>Auftakt.</summary>
    Kickoff,

    /// <summary>Workshop, Werkstatt.</summary>
    Workshop,

    /// <summary>Anhörung, Hearing.</summary>
    Hearing,

    /// <summary>Everything else.</summary>
    Other,
}

/// <summary>Money in euros.</summary>
/// <param name="Euros">The amount; of a range the upper end.</param>
/// <param name="Approximate">The paper says "ca." or gives a range.</param>
public readonly record struct Money(decimal Euros, bool Approximate);

/// <summary>A kind of event that the paper plans.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">The paper's own word for it.</param>
/// <param name="Count">How many; null when the paper doesn't say.</param>
/// <param name="Days">How long each takes, in days; 0.5 is half a day.</param>
/// <param name="Hours">How long each takes, when given in hours.</param>
/// <param name="UnitCost">What one costs.</param>
/// <param name="StatedTotal">What all of them cost, as the paper says.</param>
public sealed record PlannedEvents(
    EventKind Kind,
    string Title,
    int? Count,
    decimal? Days,
    decimal? Hours,
    Money? UnitCost,
    Money? StatedTotal
)
{
    /// <summary>What all of them cost: as stated, else count times unit cost.</summary>
    public decimal? Total => StatedTotal?.Euros ?? (Count is { } count && UnitCost is { } unit ? count * unit.Euros : null);
}

/// <summary>All events planned and their cost.</summary>
/// <param name="Events">One entry per kind of event.</param>
/// <param name="StatedTotal">The total that the paper gives.</param>
/// <param name="ComputedTotal">The sum of the entries; null when an entry has no cost.</param>
/// <param name="OtherTotals">What the paper gives as the total elsewhere, where that is not the same.</param>
public sealed record Programme(
    IReadOnlyList<Found<PlannedEvents>> Events,
    Found<Money>? StatedTotal,
    decimal? ComputedTotal,
    IReadOnlyList<Found<Money>> OtherTotals
);

/// <summary>So many topic areas in so many months.</summary>
/// <param name="Months">Months per step; six weeks are 1.5.</param>
/// <param name="TopicAreas">Topic areas per step.</param>
public sealed record Cadence(decimal Months, int TopicAreas)
{
    /// <summary>Months per topic area.</summary>
    public decimal MonthsPerTopicArea => Months / TopicAreas;
}

/// <summary>A day by which something is to be done.</summary>
/// <param name="Date">The last day of what the paper says.</param>
/// <param name="Approximate">True for a quarter, "Mitte 2025", "voraussichtlich".</param>
public sealed record Deadline(DateOnly Date, bool Approximate);

/// <summary>The groups that a concept is worked out with.</summary>
public enum StakeholderGroup
{
    /// <summary>Politik.</summary>
    Politics,

    /// <summary>Verwaltung.</summary>
    Administration,

    /// <summary>Zivilgesellschaft.</summary>
    CivilSociety,

    /// <summary>Integrationsrelevante Institutionen.</summary>
    IntegrationInstitutions,

    /// <summary>Migrantenorganisationen.</summary>
    MigrantOrganisations,
}
