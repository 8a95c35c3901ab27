namespace Integrationskonzept.PaperReading;

/// <summary>What must be there for a line to be one.</summary>
enum Evidence
{
    /// <summary>In a table or list of them: a name, and a day or an action.</summary>
    Table,

    /// <summary>Anywhere in the head: an organization by its word, and a day.</summary>
    Line,

    /// <summary>Nothing but an organization.</summary>
    NameAlone,
}

/// <summary>Reads one line of a Beratungsfolge, whatever the order of its cells.</summary>
static class ConsultationRow
{
    static readonly Pattern Organization = new(
        @"\b(\p{L}*-?(kreistag|ausschuss|rat|beirat|kommission|versammlung|vorstand|magistrat|konferenz|präsidium|fraktion))(es|s)?\b"
    );
    static readonly Pattern Short = new(@"^(KA|KT|HA|HFA|HuFA|KuFA|JHA|SozA|ASG|VA|UA)$", ignoreCase: false);
    static readonly Pattern Alone = new(@"^(der |den )?(\p{L}*kreistag(es|s)?( des (land)?kreises .{2,40})?|\p{L}*kreisausschuss)$");
    static readonly Pattern Kreistag = new(@"^(kreistag\b|KT$)");
    static readonly Pattern AgendaItem = new(@"^(top:? ?)?(?<item>(ö|n|nö)? ?\d{1,3}(\.\d{1,2}){0,2}\.?)$");
    static readonly Pattern Publicity = new(@"^\(?(ö|n|nö|(nicht ?-?)?öffentl(ich|\.)?)\)?$");
    static readonly Pattern AgendaItemInText = new(@"\btop:? ?(?<item>(ö|n)? ?\d{1,3}(\.\d{1,2})?)");
    static readonly Pattern Bullet = new(@"^(\(?\d{1,2}[.)]|[-*•–—·▪]|\d{1,2}\s)\s*");
    static readonly Pattern Tail = new(
        @"[\s,;:(–-]+((in der )?sitzung )?(am|vom|den|sitzung|termin)?"
            + @"( (mon|diens|donners|frei|sams)tag| mittwoch| sonnabend| sonntag)?[\s,;:(–-]*(dem|den)?[\s,;:(–-]*$"
    );

    // "Ausschuss für Jugend, Schule u. Integration"
    static readonly Pattern Enumeration = new(@" (und|u\.|sowie|&) ");
    static readonly Pattern Open = new(@"\b(noch offen|offen|n\. ?n\.|steht noch nicht fest)\b");
    static readonly Pattern PublicAtEnd = new(@"\s+(Ö|N|NÖ)$", ignoreCase: false);
    static readonly Pattern SittingOf = new(
        @"^((an|für) (den|die|das) |(öffentliche )?sitzung (des|der) |(des|der|im|in der) |"
            + @".{0,60}\b(behandelt|beraten|vorgelegt) (im|in der|in dem|dem) )(?<name>.+)$"
    );
    static readonly Pattern Genitive = new(@"^(?<name>([\p{L}-]+ ){0,3}[\p{L}-]*(kreistag|ausschuss|rat|vorstand))(e?s)(?<rest>.*)$");

    static readonly (Pattern Pattern, ConsultationAction Action)[] Actions =
    [
        (new Pattern(@"kenntnis"), ConsultationAction.Notice),
        (new Pattern(@"anhörung|anzuhören|angehört|stellungnahme"), ConsultationAction.Hearing),
        (new Pattern(@"vorberat|empfehl|zur beratung|\bberatung\b|\bberatend|\bberät\b|\bbehandlung\b"), ConsultationAction.Preparation),
        (new Pattern(@"beschlie(ß|ss)|beschlussfass|entscheid|\bbeschluss\b"), ConsultationAction.Decision),
    ];

    // "ASI": in a table of them, with a day.
    static readonly Pattern Initials = new(@"^\p{Lu}{2,5}$", ignoreCase: false);

    public static bool IsKreistag(string organization) => Kreistag.IsMatch(organization);

    /// <summary>Whether the words name an organization of a Landkreis.</summary>
    public static bool IsOrganization(string words) => Organization.IsMatch(words) || Short.IsMatch(words);

    public static PlannedConsultation? Read(SourceText line, Evidence evidence)
    {
        if (evidence == Evidence.NameAlone)
            return Alone.IsMatch(line.Clean(line.All)) ? new(WithoutCase(line.Clean(line.All)), null, null, null) : null;
        var date = DateReader.First(line, line.All);
        var action = ActionIn(line, line.All);
        string? organization = null,
            item = null;
        foreach (var cell in Cells.Of(line, line.All, gap: 2).Where(cell => !cell.IsEmpty))
        {
            var words = line.Clean(cell);
            var isDate = date is { } day && day.At.Start >= cell.Start && day.At.End <= cell.End;
            if (Publicity.IsMatch(words))
                continue;
            if (AgendaItem.Match(words) is { Success: true } match)
                item ??= match.Text("item").Trim();
            else if (
                (organization is null || (!IsOrganization(organization) && IsNamed(line, cell)))
                && !(isDate && IsNothingElse(date!.Value.At, cell))
                && (ActionIn(line, cell) is null || IsNamed(line, cell))
            )
                organization = NameIn(line, cell, isDate ? date : null);
        }

        if (string.IsNullOrEmpty(organization) || organization.Length > 200 || (date is null && action is null && !IsOpen(line)))
            return null;
        var isNamed = IsOrganization(organization) || evidence == Evidence.Table && date is not null && Initials.IsMatch(organization);
        if (!isNamed && (date is null || action is null || evidence == Evidence.Line) || evidence == Evidence.Line && date is null)
            return null;
        item ??= line.Find(AgendaItemInText, line.All).FirstOrDefault()?.Text("item").Trim();
        return new(organization, date?.Date, item?.TrimEnd('.'), action);
    }

    /// <summary>Its day is not known yet, and the line says so.</summary>
    static bool IsOpen(SourceText line) => line.Find(Open, line.All).Any();

    static bool IsNothingElse(Span date, Span cell) => date.Start - cell.Start < 6 && cell.End - date.End < 12;

    static bool IsNamed(SourceText line, Span cell) =>
        line.Find(Organization, cell).Any() || line.Clean(cell).Split(' ', '(', ',').Any(word => Short.IsMatch(word));

    static ConsultationAction? ActionIn(SourceText line, Span span)
    {
        foreach (var (pattern, action) in Actions)
        {
            if (line.Find(pattern, span).Any())
                return action;
        }

        return null;
    }

    /// <summary>What stands before the day, the bracket or the comma; else what follows the day or the action.</summary>
    static string NameIn(SourceText line, Span cell, (DateOnly Date, Span At)? date)
    {
        var words = Bullet.Replace(line.Clean(date is { } day ? new(cell.Start, day.At.Start) : cell), "").Trim();
        if (words.Length == 0 && date is { } first)
            words = line.Clean(new(first.At.End, cell.End)).Trim(' ', ':', ',', '-', '–');
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon < words.Length - 1 && IsAction(words[..colon]))
            words = words[(colon + 1)..].Trim();
        foreach (var separator in (string[])[" – ", " - "])
        {
            var at = words.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0)
                words = words[..at].Trim();
        }

        var cut = words.IndexOfAny(['(', ':', ';']);
        if (cut > 0)
            words = words[..cut];
        var comma = words.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && (!Enumeration.IsMatch(words[comma..]) || IsAction(words[comma..]) || Open.IsMatch(words[comma..])))
            words = words[..comma];
        words = Tail.Replace(words + " ", "").Trim(' ', '-', '–', ',', ':');
        return WithoutCase(PublicAtEnd.Replace(words, ""));
    }

    /// <summary>As a nominative: "Sitzung des Kreistags", "an den Kreistag".</summary>
    static string WithoutCase(string words)
    {
        var of = SittingOf.Match(words);
        if (!of.Success)
            return words;
        var name = of.Text("name");
        return Genitive.Match(name) is { Success: true } genitive ? genitive.Text("name") + genitive.Text("rest") : name;
    }

    public static bool IsNothingButAction(string words) => words.Length < 40 && IsAction(words) && !IsOrganization(words);

    static bool IsAction(string words) => Array.Exists(Actions, action => action.Pattern.IsMatch(words));
}
