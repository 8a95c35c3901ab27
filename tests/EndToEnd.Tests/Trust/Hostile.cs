using System.Globalization;
using System.Text.RegularExpressions;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>Values that nobody expects. Where a serialiser would mend them, a mark stands for them until the JSON is written.</summary>
static partial class Hostile
{
    public static readonly string[] Texts =
    [
        "",
        " ",
        "@@u0000@@",
        "a@@ud800@@",
        "@@udc00@@b",
        "\u202E\u2066gro.live\u2069",
        "e\u0301\u0323",
        "👩‍👩‍👧‍👦",
        "\uFEFF",
        "\uFFFF",
        "\u0085\u2028",
        new('ä', 100_000),
        new('(', 3_000),
        new('*', 3_000),
        "' or 1=1; --",
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "{{7*7}}${7*7}%s%n",
        "../../etc/passwd",
        "=cmd|' /C calc'!A0",
        "a\r\nX-Injected: 1",
        "a@b",
        "\"a b\"@verein.example",
        "NaN",
        "null",
        "true",
        "-1",
        "0x1F",
        "2024-02-30",
        "0000-00-00",
        "0001-01-01",
        "9999-12-31",
        "9999-12-31T23:59:59.9999999+14:00",
        "2023-03-26T02:30",
        "2023-10-29T02:30",
        "24:61",
        "2023-03-08T09:00:00-18:00",
        "0001-01-01T00:00:00+14:00",
        "-0044-03-15",
        "12023-01-01",
        "P1D",
        "00000000-0000-0000-0000-000000000000",
        "١٢٣",
    ];

    /// <summary>JSON as it is written, some of it none.</summary>
    public static readonly string[] Json =
    [
        "null",
        "true",
        "0",
        "-1",
        "0.5",
        "2147483647",
        "2147483648",
        "-9223372036854775809",
        "79228162514264337593543950336",
        "1e400",
        "1e-400",
        "1E2",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "\"\"",
        "[1,\"a\",{}]",
        """{"a":1,"a":2}""",
        """{"$type":"System.Object"}""",
        "NaN",
        "01",
        "+1",
        "'a'",
        "undefined",
    ];

    /// <summary>Whole contents.</summary>
    public static readonly string[] Contents =
    [
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "12",
        "{",
        "{}}",
        "{\"a\":",
        "\uFEFF{}",
        "\0",
        "not json",
        "{\"\":{}}",
        "{\"__proto__\":{}}",
        new('[', 2_000),
        string.Concat(Enumerable.Repeat("{\"a\":", 500)),
        "{/*comment*/}",
        "<?xml version=\"1.0\"?><a/>",
        "a=b&c=d",
        "{\"a\":\"\\uD800\"}",
    ];

    /// <summary>Parts of an address, as they are sent. NUL is left out: the server itself refuses it in a path, without words.</summary>
    public static readonly string[] Parts =
    [
        "%ED%A0%80",
        "%FF",
        "%C0%AF",
        "..%2F..%2Ftenants",
        "%E2%80%AE",
        "-1",
        "0",
        "99999999999999999999",
        "2147483648",
        new('x', 1_500),
        "%27%20or%201=1--",
        "%2500",
        "%20",
        "a%0D%0Ab",
        "00000000-0000-0000-0000-000000000000",
        "%7B01a2071c-0003-7000-aebf-cac7cd9cd0df%7D",
        "*",
        "1.5",
        "%D9%A1",
        "a;b=c",
        "a%3Fb%23c",
        "%5C",
    ];

    /// <summary>Values of a query, as they are sent.</summary>
    public static readonly string[] QueryValues =
    [
        .. Parts,
        "",
        "%00",
        "2024-02-30",
        "0001-01-01",
        "9999-12-31",
        "2023-03-08T09:00:00%2B99:00",
        "NaN",
        "true",
        "1&after=2",
        "%F0%9F%91%A9",
        "200",
        "201",
    ];

    /// <summary>Values of any header.</summary>
    public static readonly string[] HeaderValues =
    [
        "",
        "\"",
        "W/\"1\"",
        "*",
        "\"1\", \"2\"",
        "\"0\"",
        "\"-1\"",
        "\"99999999999999999999\"",
        "1",
        "\"é\"",
        new('k', 300),
        new('k', 4_000),
        "a,b;c=\"d",
        "\"a\\\"b\"",
        "%00",
    ];

    public static readonly string[] ContentTypes =
    [
        "application/json; charset=utf-16",
        "application/json; charset=\"",
        "application/json; charset=klingon",
        "APPLICATION/JSON;CHARSET=UTF-8",
        "text/json",
        "application/merge-patch+json",
        "application/xml",
        "text/plain",
        "text/plain; charset=utf-7",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "application/x-www-form-urlencoded",
        "a/b/c",
        "*/*",
        "message/rfc822",
        "application/json, text/plain",
    ];

    public static readonly string[] Accepts =
    [
        "application/xml",
        "*/*;q=0",
        "garbage;;;",
        "application/json;q=nonsense",
        "image/png",
        "text/calendar, */*;q=0.1",
        "",
    ];

    /// <summary>A mark for one of <see cref="Json"/>.</summary>
    public static string MarkOf(int json) => $"@@json{json}@@";

    /// <summary>JSON with the marks replaced by what they stand for.</summary>
    public static string Unmark(string json) =>
        Halves().Replace(Whole().Replace(json, match => Json[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]), @"\$1");

    [GeneratedRegex("\"@@json([0-9]+)@@\"")]
    private static partial Regex Whole();

    [GeneratedRegex("@@(u[0-9a-f]{4})@@")]
    private static partial Regex Halves();
}
