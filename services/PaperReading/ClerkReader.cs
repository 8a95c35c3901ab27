namespace Integrationskonzept.PaperReading;

/// <summary>Reads who to ask: "Unit: Name und Name (role)".</summary>
static class ClerkReader
{
    static readonly Pattern Separator = new(@"\s+(und|u\.)\s+|[,;/&]");
    static readonly Pattern Unit = new(
        @"amt\b|amtes\b|fachbereich|fachdienst|stelle\b|zentrum|koordination|büro|referat|dezernat|"
            + @"abteilung|sachgebiet|sekretariat|team\b|leitung\b|^\s*fb\b|^\s*fd\b"
    );
    static readonly Pattern Contact = new(@"\b(tel|telefon|durchwahl|fax|mail|e-mail|zimmer|raum)\b.*|\S+@\S+|[+(]?\d[\d /()-]{3,}");

    public static IReadOnlyList<Found<Clerk>> Read(SourceText text, Outline outline)
    {
        var clerks = new List<Found<Clerk>>();
        foreach (var entry in outline.Entries.Where(e => e.Field == Field.Clerk && e.Value.Length < 400).Take(10))
        {
            var value = entry.Value;
            var colon = text.Slice(value).IndexOf(':');
            var unit =
                colon > 0 && Unit.IsMatch(text.Clean(new(value.Start, value.Start + colon)))
                    ? text.Clean(new(value.Start, value.Start + colon))
                    : null;
            var start = unit is null ? value.Start : value.Start + colon + 1;
            foreach (
                var separator in text.Find(Separator, new(start, value.End)).Select(m => m.Span()).Append(new Span(value.End, value.End))
            )
            {
                var part = text.Trim(new(start, separator.Start));
                start = separator.End;
                if (!part.IsEmpty && One(text, part, unit) is { } clerk)
                    clerks.Add(text.Found(clerk, part));
            }
        }

        return clerks;
    }

    static Clerk? One(SourceText text, Span part, string? unit)
    {
        var words = text.Clean(part);
        var open = words.IndexOf('(', StringComparison.Ordinal);
        if (open > 0)
        {
            var close = words.IndexOf(')', open);
            var role = words[(open + 1)..(close < 0 ? words.Length : close)].Trim();
            if (Unit.IsMatch(role))
                unit = role;
            words = words[..open];
        }

        words = Contact.Replace(words, "").Trim(' ', '-', '–', ':', '.');
        if (words.Length < 2)
            return null;
        return Unit.IsMatch(words) ? new Clerk(null, words) : new Clerk(words, unit);
    }
}
