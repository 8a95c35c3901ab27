using Integrationskonzept.Contracts;
using Integrationskonzept.PaperReading;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using EventKind = Integrationskonzept.Contracts.EventKind;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>Takes what reading a text understood into a paper; what it did not is kept as findings.</summary>
static class PaperImport
{
    public static Paper Read(string text, KnownTenant tenant, DateTimeOffset now)
    {
        var reading = PaperReader.Read(text);
        if (!reading.IsPaper)
            throw new NotAPaper(reading);

        var council = Council(reading, tenant);
        var paper = new Paper
        {
            Reference = reading.Reference?.Value ?? $"ohne Nummer, {now:yyyy-MM-dd HH:mm:ss}",
            SourceText = text,
            CreatedAt = now,
            Findings = [.. reading.Findings.Select(Keep), .. NoCouncil(reading, tenant)],
        };
        paper.Fill(
            Content(reading),
            reading
                .Consultations.Select(found => found.Value)
                .Select(step => new Consultation(
                    0,
                    step == council ? tenant.Council.Name : step.Organization,
                    step.Date,
                    step.AgendaItem,
                    Role(step.Action),
                    step == council,
                    null
                ))
        );
        return paper;
    }

    /// <summary>The tenant's council, where it is named; by that the paper is decided.</summary>
    static PaperReading.PlannedConsultation? Council(Reading reading, KnownTenant tenant) =>
        reading
            .Consultations.Select(found => found.Value)
            .LastOrDefault(step => CouncilName.IsSame(step.Organization, tenant.Council.Name));

    static IEnumerable<PaperFinding> NoCouncil(Reading reading, KnownTenant tenant)
    {
        if (Council(reading, tenant) is null)
            yield return new(
                "council-missing",
                "error",
                "consultations",
                $"Das Gremium „{tenant.Council.Name}“ fehlt in der Beratungsfolge.",
                $"The organization \"{tenant.Council.Name}\" is missing in the Beratungsfolge.",
                null
            );
    }

    static PaperContent Content(Reading reading) =>
        new()
        {
            Subject = reading.Subject?.Value ?? "",
            Office = reading.Office?.Value,
            Date = reading.Date?.Value,
            LeadUnit = reading.LeadUnit?.Value,
            Clerks = [.. reading.Clerks.Select(clerk => string.Join(", ", new[] { clerk.Value.Name, clerk.Value.Unit }.OfType<string>()))],
            Resolution = reading.Resolution?.Value ?? "",
            FinancialEffects = reading.FinancialEffects?.Value,
            Reasoning = reading.Reasoning?.Value,
            Programme = [.. reading.Programme.Events.Select(found => Item(found.Value))],
            StatedTotal = reading.Programme.StatedTotal?.Value.Euros,
            TopicAreas = [.. reading.TopicAreas.Select(area => area.Value)],
            MonthsPerTopicArea = reading.Cadence is { } cadence
                ? Math.Clamp((int)Math.Ceiling(cadence.Value.MonthsPerTopicArea), 1, 24)
                : null,
            Deadline = reading.Deadline?.Value.Date,
        };

    static ProgrammeItem Item(PlannedEvents events) =>
        new(
            Enum.Parse<EventKind>(events.Kind.ToString()),
            events.Title,
            events.Count ?? 1,
            events.Days ?? (events.Hours <= 4 ? 0.5m : 1m),
            events.UnitCost?.Euros ?? (events.StatedTotal?.Euros / (events.Count ?? 1)) ?? 0
        );

    static ConsultationRole Role(ConsultationAction? action) =>
        action switch
        {
            ConsultationAction.Preparation => ConsultationRole.Preparation,
            ConsultationAction.Hearing => ConsultationRole.Hearing,
            ConsultationAction.Notice => ConsultationRole.Notice,
            _ => ConsultationRole.Decision,
        };

    static PaperFinding Keep(PaperReading.Finding finding) =>
        new(
            finding.Code,
            finding.Severity.ToString().ToLowerInvariant(),
            finding.Field,
            finding.German,
            finding.English,
            finding.At is { } at ? new(at.Line, at.Column, at.Offset, at.Length) : null
        );
}

/// <summary>Empty, binary, or something else than a paper; the type says which.</summary>
public sealed class NotAPaper(Reading reading)
    : UnprocessableProblem(
        reading.Outcome switch
        {
            ReadingOutcome.Empty => "paper-empty",
            ReadingOutcome.Binary => "paper-not-text",
            _ => "not-a-paper",
        },
        new(
            $"{reading.ReasonGerman} Senden Sie den Text einer Beschlussvorlage.",
            $"{reading.ReasonEnglish} Send the text of a Beschlussvorlage."
        )
    );
