using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Scheduling.Events;

/// <summary>What is said of an event besides its date: checked once, stored and shown whole.</summary>
public sealed record EventDescription
{
    /// <summary>What it is about, for everybody.</summary>
    public string? Text { get; init; }

    /// <summary>Where people meet.</summary>
    public EventMode Mode { get; init; }

    /// <summary>Where people join online; told only to those who take part and to the staff.</summary>
    public string? OnlineUrl { get; init; }

    /// <summary>How one gets there and in.</summary>
    public string? Arrival { get; init; }

    /// <summary>What happens, in order.</summary>
    public IReadOnlyList<AgendaPoint> Agenda { get; init; } = [];

    /// <summary>What makes it accessible.</summary>
    public AccessOffer Access { get; init; } = new();

    /// <summary>Throws what is wrong; points of the agenda take no longer than the event.</summary>
    public static EventDescription Describe(DescribeEvent wish, TimeSpan length)
    {
        var description = new EventDescription
        {
            Text = Words.OrNull(wish.Description),
            Mode = wish.Mode,
            OnlineUrl = Words.OrNull(wish.OnlineUrl),
            Arrival = Words.OrNull(wish.Arrival),
            Access = wish.Access ?? new(),
            Agenda = [.. wish.Agenda.Select(point => point with { Title = point.Title.Trim(), By = Words.OrNull(point.By) })],
        };
        if (
            description.OnlineUrl is { } url
            && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
        )
            throw new OnlineUrlWrong();
        if (description.Mode == EventMode.OnSite && description.OnlineUrl is not null)
            throw new OnlineUrlOnSite();
        if (description.Agenda.Any(point => point.Title.Length is 0 or > 200 || point.By?.Length > 200 || point.Minutes is < 1 or > 600))
            throw new AgendaPointWrong();
        if (description.Access.Interpreters.Any(language => !Languages.IsTag(language)))
            throw new LanguageUnknown("access.interpreters");
        description.RequireFits(length);
        return description;
    }

    /// <summary>Also a shortened event must have room for its agenda.</summary>
    public void RequireFits(TimeSpan length)
    {
        if (TimeSpan.FromMinutes(Agenda.Sum(point => point.Minutes)) is var needed && needed > length)
            throw new AgendaTooLong(needed, length);
    }
}

/// <summary>Language tags.</summary>
static partial class Languages
{
    [System.Text.RegularExpressions.GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial System.Text.RegularExpressions.Regex Tag();

    public static bool IsTag(string text) => text.Length <= 35 && Tag().IsMatch(text);
}

/// <summary>The agenda needs more time than there is.</summary>
public sealed class AgendaTooLong(TimeSpan needed, TimeSpan length)
    : UnprocessableProblem(
        "agenda-too-long",
        new(
            $"Die Punkte dauern zusammen {needed.TotalMinutes:0} Minuten, die Veranstaltung {length.TotalMinutes:0}. "
                + "Kürzen Sie Punkte oder verlängern Sie die Veranstaltung.",
            $"The points take {needed.TotalMinutes:0} minutes together, the event {length.TotalMinutes:0}. Shorten points, "
                + "or lengthen the event."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["neededMinutes"] = needed.TotalMinutes, ["availableMinutes"] = length.TotalMinutes };
}

/// <summary>A point of the agenda is not one.</summary>
public sealed class AgendaPointWrong()
    : InvalidFieldProblem(
        "agenda",
        new(
            "Jeder Punkt braucht einen Titel bis 200 Zeichen und eine Dauer von 1 bis 600 Minuten.",
            "Each point needs a title of up to 200 characters and a duration of 1 to 600 minutes."
        )
    );

/// <summary>Not an address.</summary>
public sealed class OnlineUrlWrong()
    : InvalidFieldProblem(
        "onlineUrl",
        new("Nennen Sie eine Adresse, die mit https:// beginnt.", "Give an address that begins with https://.")
    );

/// <summary>An event in a room alone has no address online.</summary>
public sealed class OnlineUrlOnSite()
    : InvalidFieldProblem(
        "onlineUrl",
        new(
            "Eine Veranstaltung allein vor Ort hat keine Online-Adresse. Wählen Sie hybrid oder online.",
            "An event on site alone has no address online. Choose hybrid or online."
        )
    );

/// <summary>Not a language tag.</summary>
public sealed class LanguageUnknown(string field)
    : InvalidFieldProblem(
        field,
        new(
            "Nennen Sie Sprachen als BCP-47-Kürzel, zum Beispiel ar, uk oder gsg (Deutsche Gebärdensprache).",
            "Give languages as BCP 47 tags, for example ar, uk or gsg (German Sign Language)."
        )
    );
