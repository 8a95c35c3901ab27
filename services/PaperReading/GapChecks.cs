namespace Integrationskonzept.PaperReading;

/// <summary>Says what was not found and what is doubtful.</summary>
static class GapChecks
{
    public static IEnumerable<Finding> Of(Reading reading) => Missing(reading).Concat(Doubtful(reading)).Concat(Unsure(reading));

    static IEnumerable<Finding> Missing(Reading r)
    {
        (bool Found, string Field, Severity Severity, string German, string English)[] parts =
        [
            (r.Kind is not null, "kind", Severity.Warning, "Art der Vorlage", "kind of paper"),
            (r.Reference is not null, "reference", Severity.Warning, "Nummer der Vorlage", "number of the paper"),
            (r.Subject is not null, "subject", Severity.Error, "Betreff", "subject"),
            (r.Office is not null, "office", Severity.Info, "Amt", "office"),
            (r.Date is not null, "date", Severity.Warning, "Datum", "date"),
            (r.Clerks.Count > 0, "clerks", Severity.Info, "Sachbearbeitung", "clerk"),
            (r.Consultations.Count > 0, "consultations", Severity.Warning, "Beratungsfolge", "consultations"),
            (r.Resolution is not null, "resolution", Severity.Error, "Beschlussvorschlag", "proposed resolution"),
            (
                r.FinancialEffects is not null,
                "financialEffects",
                Severity.Warning,
                "Abschnitt zu den finanziellen Auswirkungen",
                "part on financial effects"
            ),
            (r.Reasoning is not null, "reasoning", Severity.Warning, "Begründung", "reasoning"),
            (r.LeadUnit is not null, "leadUnit", Severity.Info, "Federführung", "lead unit"),
            (
                r.Programme.Events.Count > 0,
                "programme",
                Severity.Info,
                "Veranstaltungen mit Zahl oder Kosten",
                "events with number or cost"
            ),
            (r.TopicAreas.Count > 0, "topicAreas", Severity.Info, "Liste der Themenfelder", "list of topic areas"),
            (r.Cadence is not null, "cadence", Severity.Info, "Takt der Themenfelder", "pace of the topic areas"),
            (r.Deadline is not null, "deadline", Severity.Info, "Frist", "deadline"),
            (r.StakeholderGroups.Count > 0, "stakeholderGroups", Severity.Info, "Gruppen von Akteuren", "groups of stakeholders"),
        ];
        return parts
            .Where(p => !p.Found)
            .Select(p => new Finding("not-found", p.Severity, p.Field, $"Nicht gefunden: {p.German}.", $"Not found: {p.English}.", null));
    }

    static IEnumerable<Finding> Doubtful(Reading reading)
    {
        foreach (var consultation in reading.Consultations.Where(c => c.Value.Date is null || c.Value.Action is null))
            yield return new(
                "consultation-incomplete",
                Severity.Warning,
                "consultations",
                $"{consultation.Value.Organization}: {(consultation.Value.Date is null ? "Datum" : "Art der Beratung")} fehlt.",
                $"{consultation.Value.Organization}: {(consultation.Value.Date is null ? "date" : "action")} is missing.",
                consultation.At
            );
        foreach (var planned in reading.Programme.Events.Where(e => e.Value.Count is null))
            yield return new(
                "count-unknown",
                Severity.Warning,
                "programme",
                $"{planned.Value.Title}: die Anzahl steht nicht da.",
                $"{planned.Value.Title}: the number is not given.",
                planned.At
            );
        foreach (
            var planned in reading.Programme.Events.Where(e =>
                e.Value.UnitCost is { Approximate: true } || e.Value.StatedTotal is { Approximate: true }
            )
        )
            yield return new(
                "cost-approximate",
                Severity.Info,
                "programme",
                $"{planned.Value.Title}: die Kosten sind geschätzt.",
                $"{planned.Value.Title}: the cost is an estimate.",
                planned.At
            );
        if (reading.Deadline is { Value.Approximate: true } deadline)
            yield return new(
                "deadline-approximate",
                Severity.Info,
                "deadline",
                $"Die Frist ist ungefähr; angenommen ist der {deadline.Value.Date:dd'.'MM'.'yyyy}.",
                $"The deadline is approximate; {deadline.Value.Date:yyyy-MM-dd} is assumed.",
                deadline.At
            );
    }

    static IEnumerable<Finding> Unsure(Reading r)
    {
        (Position? At, string Field, string German, string English)[] parts =
        [
            (Likely(r.Reference), "reference", "Die Nummer steht ohne Bezeichnung da", "The number has no label"),
            (Likely(r.Subject), "subject", "Der Betreff steht ohne Bezeichnung da", "The subject has no label"),
            (Likely(r.Date), "date", "Das Datum steht ohne Bezeichnung da", "The date has no label"),
            (
                Likely(r.Consultations),
                "consultations",
                "Dass der Kreistag entscheidet, folgt nur aus den anderen Gremien",
                "That the Kreistag decides follows from the other organizations only"
            ),
            (Likely(r.TopicAreas), "topicAreas", "Die Themenfelder stehen in einem Satz", "The topic areas are named in a sentence"),
            (
                Likely(r.Cadence),
                "cadence",
                "Der Takt ist aus dem der Veranstaltungen errechnet",
                "The pace is computed from that of the events"
            ),
            (
                Likely(r.Programme.Events),
                "programme",
                "Zahl oder Art von Veranstaltungen folgt aus den Themenfeldern",
                "Number or kind of events follows from the topic areas"
            ),
        ];
        return parts
            .Where(part => part.At is not null)
            .Select(part => new Finding(
                "likely",
                Severity.Info,
                part.Field,
                $"{part.German}. Bitte prüfen.",
                $"{part.English}. Please check.",
                part.At
            ));
    }

    static Position? Likely<T>(Found<T>? found) => found is { Sureness: Sureness.Likely } ? found.At : null;

    static Position? Likely<T>(IEnumerable<Found<T>> found) => found.Select(Likely).FirstOrDefault(at => at is not null);
}
