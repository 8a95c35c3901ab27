using System.Text;
using System.Text.RegularExpressions;
using Integrationskonzept.Rendering.Problems;

namespace Integrationskonzept.Rendering;

/// <summary>Decides whether a request can be rendered at all, before any tool is started.</summary>
static partial class RequestChecks
{
    // A fixed date, not today's: a file that differs each time it is made can't be recognised by its hash.
    static readonly DateTimeOffset NoDate = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Document Check(RenderRequest request, RenderingOptions options)
    {
        if (string.IsNullOrWhiteSpace(request.Html))
            throw RenderingProblem.EmptyHtml();
        if (Encoding.UTF8.GetByteCount(request.Html) > options.MaxHtmlBytes)
            throw RenderingProblem.TooLarge();
        if (string.IsNullOrWhiteSpace(request.Title))
            throw RenderingProblem.MissingTitle();
        if (request.Language is null || !LanguageTag().IsMatch(request.Language))
            throw RenderingProblem.InvalidLanguage();

        return new Document(
            request.Html,
            OneLine(request.Title)!,
            request.Language,
            OneLine(request.Author),
            OneLine(request.Subject),
            request.Created?.ToUniversalTime() ?? NoDate
        );
    }

    // Metadata ends up in XML, where control characters and halves of surrogate pairs are not allowed.
    static string? OneLine(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var runes = text.Trim().EnumerateRunes().Select(r => Rune.IsControl(r) || r.Value is 0xFFFE or 0xFFFF ? new Rune(' ') : r);
        return string.Concat(runes.Select(r => r.ToString()));
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
