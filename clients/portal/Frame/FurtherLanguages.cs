using System.Globalization;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Localization;

namespace Integrationskonzept.Portal.Frame;

/// <summary>A page that people see who take part, maybe for the first time: it is complete in all languages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SpeaksFurtherLanguagesAttribute : Attribute;

/// <summary>
/// German and English are everywhere; further languages where a page says that it has them. What the API says comes in German then, by
/// which it is translated.
/// </summary>
static class FurtherLanguages
{
    const string Cookie = "further-language",
        Query = "lang";

    public static bool IsSpokenAt(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<SpeaksFurtherLanguagesAttribute>() is not null;

    /// <summary>After the platform's own choice between German and English.</summary>
    public static void UseFurtherLanguages(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                // Ends with this method, as all that flows with a request: the next one on the connection chooses anew.
                if (IsSpokenAt(http) && Wanted(http) is { } language)
                {
                    CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
                    Translations.Language = language;
                    http.Response.Headers.ContentLanguage = language;
                }
                await next(http);
            }
        );

    /// <summary>
    /// Remembers the choice: a further language stands beside the one of the two that other pages are in; one of the two ends it. What is
    /// none changes nothing.
    /// </summary>
    public static void Choose(HttpContext http, string language)
    {
        if (Has(language))
            Keep(Cookie, language);
        else if (language is "de" or "en")
        {
            Keep(Cookie, "none");
            Keep(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(language)));
        }

        void Keep(string name, string value) =>
            http.Response.Cookies.Append(
                name,
                value,
                new()
                {
                    Path = "/portal",
                    MaxAge = TimeSpan.FromDays(365),
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    IsEssential = true,
                }
            );
    }

    static bool Has(string? language) => Translations.Languages.Any(one => one.Tag == language);

    /// <summary>A link says it, as that in a mail; else what was chosen; else what the browser asks for first.</summary>
    static string? Wanted(HttpContext http)
    {
        if (http.Request.Query[Query].ToString() is var asked && Has(asked))
        {
            Choose(http, asked);
            return asked;
        }
        if (http.Request.Cookies[Cookie] is { } chosen)
            return Has(chosen) ? chosen : null;
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1).FirstOrDefault();
        return accepted?.Value.Value?.Split('-')[0] is { } first && Has(first) ? first : null;
    }
}
