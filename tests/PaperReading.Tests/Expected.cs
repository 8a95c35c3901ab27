using System.Text.Json;

namespace Integrationskonzept.PaperReading.Tests;

/// <summary>What a sample says, by its fields; read from the file beside it.</summary>
sealed record Expected
{
    public string? Reference { get; init; }
    public DateOnly? Date { get; init; }
    public string? Subject { get; init; }

    /// <summary>Organization, date, action.</summary>
    public IReadOnlyList<string?[]> Consultations { get; init; } = [];
    public IReadOnlyList<string> TopicAreas { get; init; } = [];
    public DateOnly? Deadline { get; init; }
    public decimal? Total { get; init; }

    /// <summary>What the kickoff costs.</summary>
    public decimal? Kickoff { get; init; }

    /// <summary>How many of the event that is held most often.</summary>
    public int? Workshops { get; init; }
    public decimal? WorkshopCost { get; init; }
    public decimal? WorkshopDays { get; init; }
    public decimal? WorkshopHours { get; init; }

    /// <summary>Months, and topic areas in them.</summary>
    public decimal[]? Cadence { get; init; }

    public static Expected Of(string paper) =>
        JsonSerializer.Deserialize<Expected>(Paper.Text(Path.ChangeExtension(paper, ".json")), JsonSerializerOptions.Web)!;

    /// <summary>Every field with what is expected and what was read.</summary>
    public IEnumerable<ReadField> Compare(Reading read)
    {
        var series = read
            .Programme.Events.Select(found => found.Value)
            .OrderByDescending(one => one.Count ?? 0)
            .FirstOrDefault(one => one.Count > 1);
        var kickoff = read.Programme.Events.Select(found => found.Value).FirstOrDefault(one => one.Kind == EventKind.Kickoff);
        yield return new("reference", "reference", Reference, read.Reference?.Value);
        yield return new("date", "date", Day(Date), Day(read.Date?.Value));
        yield return new("subject", "subject", Subject, read.Subject?.Value);
        yield return new(
            "consultations",
            "consultations",
            string.Join("; ", Consultations.Select(row => $"{row[0]} {row[1]} {row[2]}")),
            string.Join("; ", read.Consultations.Select(row => $"{row.Value.Organization} {Day(row.Value.Date)} {row.Value.Action}"))
        );
        yield return new(
            "topicAreas",
            "topicAreas",
            string.Join("; ", TopicAreas),
            string.Join("; ", read.TopicAreas.Select(area => area.Value))
        );
        yield return new("deadline", "deadline", Day(Deadline), Day(read.Deadline?.Value.Date));
        yield return new("total", "programme", Text(Total), Text(read.Programme.StatedTotal?.Value.Euros));
        yield return new("kickoff", "programme", Text(Kickoff), Text(kickoff?.Total));
        yield return new("workshops", "programme", Text(Workshops), Text(series?.Count));
        yield return new("workshopCost", "programme", Text(WorkshopCost), Text(series?.UnitCost?.Euros ?? series?.Total / series?.Count));
        if (WorkshopDays is not null || WorkshopHours is not null)
            yield return new(
                "length",
                "programme",
                $"{Text(WorkshopDays)}/{Text(WorkshopHours)}",
                $"{Text(series?.Days)}/{Text(series?.Hours)}"
            );
        yield return new("cadence", "cadence", Text(Cadence?[0] / Cadence?[1]), Text(read.Cadence?.Value.MonthsPerTopicArea));
    }

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static string? Text(decimal? number) => number?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Name">Of the field.</param>
/// <param name="Of">The field of the reading whose findings speak of it.</param>
/// <param name="Wanted">What stands in the paper.</param>
/// <param name="Read">What was read.</param>
sealed record ReadField(string Name, string Of, string? Wanted, string? Read)
{
    public bool IsRight => (Wanted ?? "") == (Read ?? "");

    public override string ToString() => $"{Name}: „{Read}“ instead of „{Wanted}“";
}
