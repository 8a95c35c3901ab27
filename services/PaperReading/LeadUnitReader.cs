namespace Integrationskonzept.PaperReading;

/// <summary>Finds who is in charge: "unter Federführung des WIR-Vielfaltszentrums", "Federführend: Fachdienst Migration".</summary>
static class LeadUnitReader
{
    const string Name = @"(?<name>\p{Lu}[\p{L}\d-]*( (für|und|der|des|zur|&) (\p{Lu}[\p{L}\d-]*)| \p{Lu}[\p{L}\d-]*| \d{1,3}\b){0,6})";

    static readonly Pattern Phrase = new(
        $@"[Ff]ederführung (liegt |soll |wird |obliegt |hat |übernimmt ){{0,2}}(?<article>des|der|dem|das|die|beim|bei "
            + $@"dem|bei der|bei|vom|von|durch den|durch die|durch das|durch) {Name}",
        ignoreCase: false
    );

    static readonly Pattern Leading = new(
        $@"[Ff]ederführend (ist|durch|wird|bearbeitet von) (?<article>das|die|der|den|dem) {Name}",
        ignoreCase: false
    );

    public static Found<string>? Read(SourceText text, Outline outline)
    {
        foreach (var body in outline.Bodies)
        {
            foreach (var match in text.Find(Phrase, body).Concat(text.Find(Leading, body)))
            {
                var name = match.Groups["name"];
                return text.Found(
                    match.Text("article") == "des" ? Nominative(text.Clean(name.Span())) : text.Clean(name.Span()),
                    name.Span()
                );
            }
        }

        return outline.Entries.FirstOrDefault(e => e.Field == Field.LeadUnit) is { } entry
            ? text.Found(text.Clean(entry.Value), entry.Value)
            : null;
    }

    /// <summary>Takes the genitive's ending off the first word: Sozialamtes, Zentrums, Fachdienstes.</summary>
    static string Nominative(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (name, "") : (name[..space], name[space..]);
        if (word.EndsWith("tes", StringComparison.Ordinal) || word.EndsWith("des", StringComparison.Ordinal))
            word = word[..^2];
        else if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
            word = word[..^1];
        return word + rest;
    }
}
