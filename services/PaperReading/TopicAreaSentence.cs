namespace Integrationskonzept.PaperReading;

/// <summary>Reads Themenfelder from a sentence: "Schwerpunkte sind Schule, Beruf und Alter".</summary>
static class TopicAreaSentence
{
    const int Most = 20,
        LongestTitle = 80;

    static readonly Pattern Lead = new(
        $@"{TopicAreaReader.Word}(er|ern|e|en|n)?( sind| lauten| heißen| umfassen)?( die folgenden)?(\s*[:–(-]\s*|\s+)(?<first>\p{{L}})"
    );
    static readonly Pattern Word = new(TopicAreaReader.Word);
    static readonly Pattern InQuotes = new(@"[„""“»‚](?<title>\p{Lu}[^„""“”«»‘]{1,79})[“”""«‘]");
    static readonly Pattern Between = new(@"\s(–|-)\s|\)|\.(\s|$)");
    static readonly Pattern InTitle = new(
        @"^(und|im|in|vor|für|der|des|von|am|zu|zur|mit|als|auf|an|bei|durch|die|das|dem|den|ohne|über|gegen|&|/|-|–)$"
    );

    public static List<Found<string>> Read(SourceText text, Span sentence)
    {
        if (Quoted(text, sentence) is { Count: > 2 } quoted)
            return quoted;
        foreach (var lead in text.Find(Lead, sentence))
        {
            var first = lead.Groups["first"].Index;
            if (!char.IsUpper(text.Plain[first]))
                continue;
            var end = text.Find(Between, new(first, sentence.End)).Select(match => match.Index).FirstOrDefault(sentence.End);
            var titles = Titles(text.Clean(new(first, end)));
            if (titles.Count > 2)
                return titles.ConvertAll(title => text.Found(title, text.Trim(new(first, end)), Sureness.Likely));
        }

        return [];
    }

    /// <summary>Behind the word for them, in quotes.</summary>
    static List<Found<string>> Quoted(SourceText text, Span sentence) =>
        text.Find(Word, sentence).FirstOrDefault() is { } word
            ?
            [
                .. text.Find(InQuotes, new(word.Index, sentence.End))
                    .Select(match => text.Found(text.Clean(match.Groups["title"].Span()), match.Groups["title"].Span(), Sureness.Likely)),
            ]
            : [];

    /// <summary>Between semicolons, else between commas with "und" or "sowie" before the last.</summary>
    static List<string> Titles(string words)
    {
        var parts = (words.Contains(';', StringComparison.Ordinal) ? words.Split(';') : words.Split(',')).ToList();
        if (parts.Count < 2 || parts.Count > Most)
            return [];
        if (!words.Contains(';', StringComparison.Ordinal))
        {
            var last = Cut(parts[^1].Trim());
            parts.RemoveAt(parts.Count - 1);
            var sowie = last.LastIndexOf(" sowie ", StringComparison.Ordinal);
            if (sowie < 0)
                sowie = last.IndexOf(" und ", StringComparison.Ordinal);
            if (last.StartsWith("sowie ", StringComparison.Ordinal) || last.StartsWith("und ", StringComparison.Ordinal))
                parts.Add(last[(last.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            else if (sowie > 0)
                parts.AddRange([last[..sowie], last[(last.IndexOf(' ', sowie + 1) + 1)..]]);
            else
                parts.Add(last);
        }

        var titles = parts.ConvertAll(part => Cut(part.Trim().TrimEnd('.')));
        return titles.TrueForAll(title => title.Length is > 1 and < LongestTitle && IsTitle(title)) ? titles : [];
    }

    static bool IsTitle(string title)
    {
        var words = title.Split(' ').ToList();
        return char.IsUpper(title[0]) || IsAdjective(words, words[0]);
    }

    /// <summary>"frühe Bildung"</summary>
    static bool IsAdjective(List<string> words, string word) =>
        word.Length > 3
        && (word.EndsWith('e') || word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal))
        && words.IndexOf(word) is var at
        && at + 1 < words.Count
        && char.IsUpper(words[at + 1][0]);

    /// <summary>Up to where the sentence goes on: a word in small letters that stands in no title.</summary>
    static string Cut(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var at = words.FindIndex(word =>
            char.IsLower(word[0]) && word is not "sowie" && !InTitle.IsMatch(word) && !IsAdjective(words, word)
        );
        var kept = at < 0 ? words : words[..at];
        while (kept.Count > 0 && char.IsLower(kept[^1][0]))
            kept.RemoveAt(kept.Count - 1);
        return string.Join(' ', kept).TrimEnd('.', ',');
    }
}
