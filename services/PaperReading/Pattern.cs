using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading;

/// <summary>
/// All patterns run without backtracking, so that no text can make them slow. Their automata hold 1.5 MB each, and a paper is read
/// now and then, so they are forgotten when nobody has read for ten seconds.
/// </summary>
sealed class Pattern(string pattern, bool ignoreCase = true)
{
    static readonly TimeSpan Keep = TimeSpan.FromSeconds(10);
    static readonly ConcurrentDictionary<Pattern, Regex> Automata = new();
    static long usedAt;

    // Held, or it would be collected.
    static readonly Timer Forgetting = new(
        _ =>
        {
            if (Environment.TickCount64 - Volatile.Read(ref usedAt) > Keep.TotalMilliseconds)
                Automata.Clear();
        },
        null,
        Keep,
        Keep
    );

    public bool IsMatch(string text) => Automaton.IsMatch(text);

    public Match Match(string text) => Automaton.Match(text);

    public Match Match(string text, int start, int length) => Automaton.Match(text, start, length);

    public string Replace(string text, string by) => Automaton.Replace(text, by);

    Regex Automaton
    {
        get
        {
            Volatile.Write(ref usedAt, Environment.TickCount64);
            return Automata.GetOrAdd(
                this,
                _ =>
                    new(
                        pattern,
                        RegexOptions.NonBacktracking
                            | RegexOptions.CultureInvariant
                            | RegexOptions.ExplicitCapture
                            | (ignoreCase ? RegexOptions.IgnoreCase : 0)
                    )
            );
        }
    }
}

static class Matches
{
    public static bool Has(this Match match, string group) => match.Groups[group].Success;

    public static string Text(this Match match, string group) => match.Groups[group].Value;

    public static Span Span(this Capture match) => new(match.Index, match.Index + match.Length);
}
