using Integrationskonzept.Client.Models;

namespace Integrationskonzept.Portal.Pages.Representativeness;

/// <summary>
/// Who has skipped the questions is not led to them again after each contribution: the browser remembers that it has shown them, until it
/// is closed, and for this topic area alone.
/// </summary>
static class OnceAsked
{
    const string Cookie = "asked-about-me";

    public static void Remember(HttpContext http, string tenant, Guid topicArea) =>
        http.Response.Cookies.Append(
            Cookie,
            "yes",
            new()
            {
                Path = $"/portal/{tenant}/topic-areas/{topicArea}",
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
            }
        );

    /// <summary>True if there is something to ask, and it was neither answered nor shown here before.</summary>
    public static bool IsStillToAsk(this RepresentationForm? asked, HttpContext http) =>
        asked is { MayAnswer: true, Answered: not true, Questions.Count: > 0 } && !http.Request.Cookies.ContainsKey(Cookie);
}
