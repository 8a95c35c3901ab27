using System.Text;
using System.Text.RegularExpressions;

namespace Integrationskonzept.Scheduling.Tests;

/// <summary>
/// A strict reader of iCalendar of our own, as the library that writes must not be the one that judges: lines, folding, nesting, value
/// types, what each component must and may have (RFC 5545), and what iTIP adds (RFC 5546).
/// </summary>
public sealed partial class Rfc5545
{
    public sealed record Line(string Name, IReadOnlyDictionary<string, string> Parameters, string Value);

    public sealed record Component(string Name, List<Line> Lines, List<Component> Parts)
    {
        public Line? this[string name] => Lines.SingleOrDefault(line => line.Name == name);

        public string Of(string name) => this[name]?.Value ?? throw new FormatException($"{Name} lacks {name}");
    }

    static readonly Dictionary<string, (string[] Must, string[] Once, string[] Many)> Rules = new()
    {
        ["VCALENDAR"] = (["PRODID", "VERSION"], ["CALSCALE", "METHOD"], []),
        ["VTIMEZONE"] = (["TZID"], ["LAST-MODIFIED", "TZURL"], []),
        ["STANDARD"] = (["DTSTART", "TZOFFSETTO", "TZOFFSETFROM"], ["RRULE"], ["TZNAME", "RDATE", "COMMENT"]),
        ["DAYLIGHT"] = (["DTSTART", "TZOFFSETTO", "TZOFFSETFROM"], ["RRULE"], ["TZNAME", "RDATE", "COMMENT"]),
        ["VEVENT"] = (
            ["UID", "DTSTAMP", "DTSTART"],
            [
                "DTEND",
                "SUMMARY",
                "LOCATION",
                "DESCRIPTION",
                "SEQUENCE",
                "STATUS",
                "ORGANIZER",
                "LAST-MODIFIED",
                "CREATED",
                "CLASS",
                "PRIORITY",
                "TRANSP",
                "URL",
                "GEO",
            ],
            ["ATTENDEE", "CATEGORIES", "COMMENT", "ATTACH", "CONTACT"]
        ),
    };

    public static Component Read(string text)
    {
        var root = Parse(text);
        Check(root, null);
        var method = root["METHOD"]?.Value;
        foreach (var entry in root.Parts.Where(part => part.Name == "VEVENT"))
        {
            if (method is "REQUEST" or "CANCEL")
                foreach (var name in new[] { "ORGANIZER", "ATTENDEE", "SEQUENCE" })
                    entry.Of(name);
            if (method == "CANCEL" && entry.Of("STATUS") != "CANCELLED")
                throw new FormatException("CANCEL without STATUS:CANCELLED");
        }
        return root;
    }

    static Component Parse(string text)
    {
        if (!text.EndsWith("\r\n", StringComparison.Ordinal))
            throw new FormatException("The last line has no end");
        var physical = text.Split("\r\n")[..^1];
        foreach (var line in physical)
            if (line.Length == 0 || line.Contains('\n') || line.Contains('\r') || Encoding.UTF8.GetByteCount(line) > 75)
                throw new FormatException($"Line: {line}");
        var open = new Stack<Component>();
        Component? root = null;
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1].Select(ParseLine))
        {
            if (root is not null && open.Count == 0)
                throw new FormatException("Something after the end");
            switch (line.Name)
            {
                case "BEGIN":
                    var part = new Component(line.Value, [], []);
                    if (open.TryPeek(out var outer))
                        outer.Parts.Add(part);
                    open.Push(part);
                    root ??= part;
                    break;
                case "END":
                    if (open.Pop().Name != line.Value)
                        throw new FormatException($"END:{line.Value} closes another");
                    break;
                default:
                    open.Peek().Lines.Add(line);
                    break;
            }
        }
        return open.Count == 0 && root is { Name: "VCALENDAR" } ? root : throw new FormatException("Not one whole VCALENDAR");
    }

    static Line ParseLine(string text)
    {
        var match = ContentLine().Match(text);
        if (!match.Success)
            throw new FormatException($"No content line: {text}");
        var parameters = match
            .Groups["param"]
            .Captures.Select(one => one.Value.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('"'));
        return new(match.Groups["name"].Value, parameters, match.Groups["value"].Value);
    }

    static void Check(Component part, Component? outer)
    {
        var (must, once, many) = Rules.GetValueOrDefault(part.Name, ([], [], []));
        if (must.Length == 0)
            throw new FormatException($"Unknown component {part.Name}");
        foreach (var name in must)
            part.Of(name);
        foreach (var line in part.Lines)
        {
            if (!line.Name.StartsWith("X-", StringComparison.Ordinal) && !must.Concat(once).Concat(many).Contains(line.Name))
                throw new FormatException($"{part.Name} may not have {line.Name}");
            if (must.Concat(once).Contains(line.Name) && part.Lines.Count(other => other.Name == line.Name) > 1)
                throw new FormatException($"{line.Name} twice");
            CheckValue(line, outer);
        }
        foreach (var inner in part.Parts)
            Check(inner, part);
        if (part.Name == "VTIMEZONE" && part.Parts.Count == 0)
            throw new FormatException("VTIMEZONE without rules");
    }

    static void CheckValue(Line line, Component? calendar)
    {
        var fits = line.Name switch
        {
            "DTSTAMP" or "LAST-MODIFIED" or "CREATED" => Utc().IsMatch(line.Value),
            "DTSTART" or "DTEND" when line.Parameters.TryGetValue("TZID", out var zone) => Civil().IsMatch(line.Value)
                && calendar!.Parts.Any(part => part.Name == "VTIMEZONE" && part.Of("TZID") == zone),
            "DTSTART" or "DTEND" => Civil().IsMatch(line.Value) || Utc().IsMatch(line.Value),
            "TZOFFSETTO" or "TZOFFSETFROM" => Offset().IsMatch(line.Value),
            "SEQUENCE" => int.TryParse(line.Value, out var number) && number >= 0,
            "STATUS" => line.Value is "CONFIRMED" or "CANCELLED" or "TENTATIVE",
            "METHOD" => line.Value is "PUBLISH" or "REQUEST" or "CANCEL",
            "VERSION" => line.Value == "2.0",
            "ORGANIZER" => line.Value.StartsWith("mailto:", StringComparison.Ordinal),
            "ATTENDEE" => line.Value.StartsWith("mailto:", StringComparison.Ordinal)
                && line.Parameters["PARTSTAT"] is "ACCEPTED" or "NEEDS-ACTION" or "DECLINED",
            "SUMMARY" or "DESCRIPTION" or "LOCATION" => IsText().IsMatch(line.Value),
            _ => true,
        };
        if (!fits)
            throw new FormatException($"{line.Name}: {line.Value}");
    }

    [GeneratedRegex(
        """^(?<name>[A-Z][A-Z0-9-]*)(;(?<param>[A-Z][A-Z0-9-]*=("[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*)"""
            + """(,("[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*))*:(?<value>[^\x00-\x08\x0a-\x1f]*)$"""
    )]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$")]
    private static partial Regex Utc();

    [GeneratedRegex(@"^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\d$")]
    private static partial Regex Civil();

    [GeneratedRegex(@"^[+-]\d{4}(\d{2})?$")]
    private static partial Regex Offset();

    [GeneratedRegex(@"^([^\\;,]|\\[\\;,nN])*$")]
    private static partial Regex IsText();
}
