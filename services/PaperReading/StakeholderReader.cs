namespace Integrationskonzept.PaperReading;

/// <summary>Finds the groups that are to take part, where the paper speaks of taking part.</summary>
static class StakeholderReader
{
    static readonly Pattern TakingPart = new(
        @"akteur|einbind|eingebunden|einbezieh|einbezogen|einzubezieh|einzubind|beteilig|mitwirk|"
            + @"\bwirken\b|mitarbeit|teilnehm|gemeinsam mit|zusammen mit|vertret"
    );

    static readonly (Pattern Pattern, StakeholderGroup Group)[] Groups =
    [
        (
            new Pattern(@"\b(kommunal)?politik\b|\bfraktionen\b|\bmandatsträger|\bkreistagsmitglieder|\bpolitische[nr]? (gremien|vertret)"),
            StakeholderGroup.Politics
        ),
        (new Pattern(@"\b(kreis|kommunal|stadt)?verwaltung(en)?\b|\bfachämter|\bfachdienste"), StakeholderGroup.Administration),
        (
            new Pattern(@"\bzivilgesellschaft|\behrenamt|\bvereine[n]?\b|\bkirchen\b|\breligionsgemeinschaften|\bbürgerschaft"),
            StakeholderGroup.CivilSociety
        ),
        (
            new Pattern(
                @"\bintegrationsrelevante[nrs]? "
                    + @"(institution|einrichtung|stelle)|\binstitutionen\b|\bbildungsträger|\bjobcenter|\bagentur für "
                    + @"arbeit|\bwohlfahrtsverb|\bsprachkursträger|\bregeldienste"
            ),
            StakeholderGroup.IntegrationInstitutions
        ),
        (
            new Pattern(
                @"\bmigrant(\*innen|:innen|innen|_innen|en)?(selbst)?(-?organisation|verein)|"
                    + @"\bmso\b|\bausländerbeir|\bintegrationsbeir|\bmigrationsbeir"
            ),
            StakeholderGroup.MigrantOrganisations
        ),
    ];

    public static IReadOnlyList<Found<StakeholderGroup>> Read(SourceText text, Outline outline)
    {
        var found = new Dictionary<StakeholderGroup, Found<StakeholderGroup>>();
        foreach (var sentence in outline.Bodies.SelectMany(b => Sentences.Of(text, b)))
        {
            if (found.Count == Groups.Length)
                break;
            if (!text.Find(TakingPart, sentence).Any())
                continue;
            foreach (var (pattern, group) in Groups)
            {
                if (!found.ContainsKey(group) && text.Find(pattern, sentence).FirstOrDefault() is { } match)
                    found[group] = text.Found(group, match.Span());
            }
        }

        return [.. found.Values.OrderBy(f => f.At.Offset)];
    }
}
