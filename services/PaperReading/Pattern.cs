using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading;

/// <summary>
/// All patterns run without backtracking, so that no text can make them slow. Their automata hold 1.5 MB each, and a paper is read
/// now and then: between two of them the garbage collector may have them.
/// </summary>
internal sealed class Pattern(string pattern, bool ignoreCase = true)
{
    private readonly WeakReference<Regex> built = new(null!);

    public bool IsMatch(string text) => Regex.IsMatch(text);

    public Match Match(string text) => Regex.Match(text);

    public Match Match(string text, int start, int length) => Regex.Match(text, start, length);

    public MatchCollection Matches(string text) => Regex.Matches(text);

    public string Replace(string text, string by) => Regex.Replace(text, by);

    private Regex Regex
    {
        get
        {
            if (built.TryGetTarget(out var regex)) return regex;
            regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
                | (ignoreCase ? RegexOptions.IgnoreCase : 0));
            built.SetTarget(regex);
            return regex;
        }
    }
}

internal static class Matches
{
    public static bool Has(this Match match, string group) => match.Groups[group].Success;

    public static string Text(this Match match, string group) => match.Groups[group].Value;

    public static Span Span(this Capture match) => new(match.Index, match.Index + match.Length);
}
