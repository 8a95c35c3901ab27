using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.SignIn;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Portal.Frame;

/// <summary>
/// What the API refused while a page was made, as a page: an ended session leads to the sign-in and back, all else says what to do. What
/// is about a form never comes here; the form shows it. A form whose page could not be made is kept for its sender.
/// </summary>
sealed partial class PageErrors(IProblemDetailsService problems, IServiceScopeFactory scopes, ILogger<PageErrors> log) : IExceptionHandler
{
    static readonly TimeSpan Circle = TimeSpan.FromSeconds(30);

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        if (exception is ProblemDetails { Status: StatusCodes.Status401Unauthorized } && !await HasJustSignedInAsync(http))
        {
            await http.ChallengeAsync(
                new AuthenticationProperties { RedirectUri = http.Request.PathBase + http.Request.Path + http.Request.QueryString }
            );
            return true;
        }
        if (Of(exception) is not { } problem)
            return false;
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            Failed(log, exception, problem.Status);
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<KeptForms>().TryKeepAsync(http) is { } kept)
            {
                http.Response.Redirect(kept);
                return true;
            }
        }
        http.Response.StatusCode = problem.Status;
        http.Request.Headers.Accept = "text/html"; // also for the fetch of an enhanced navigation
        return await problems.TryWriteAsync(
            new()
            {
                HttpContext = http,
                ProblemDetails = new()
                {
                    Status = problem.Status,
                    Type = problem.Type,
                    Title = problem.Title,
                    Detail = problem.Detail,
                },
            }
        );
    }

    /// <summary>To sign in once more would not help, and lead in a circle.</summary>
    static async Task<bool> HasJustSignedInAsync(HttpContext http) =>
        (await http.AuthenticateAsync()).Properties?.IssuedUtc
        > http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - Circle;

    static Shown? Of(Exception exception) =>
        exception switch
        {
            ProblemDetails told => new(told.Status ?? told.ResponseStatusCode, told.Type!, told.Title!, told.Detail ?? ""),
            ApiException { ResponseStatusCode: > 0 and not 500 } other => Away(other.ResponseStatusCode),
            _ when ApiAway.Is(exception) => Away(StatusCodes.Status503ServiceUnavailable),
            _ => null,
        };

    static Shown Away(int status) =>
        new(
            status,
            "/problems/unavailable",
            new Text("Gerade nicht erreichbar", "Not available right now").ToString(),
            ApiAway.Detail.ToString()
        );

    [LoggerMessage(LogLevel.Error, "The API answered {Status}")]
    private static partial void Failed(ILogger log, Exception failure, int status);

    sealed record Shown(int Status, string Type, string Title, string Detail);
}

/// <summary>Nobody's fault who reads it.</summary>
static class ApiAway
{
    /// <summary>What the API said itself, such as 403, is no such failure.</summary>
    public static bool Is(Exception failure) =>
        failure is HttpRequestException or TaskCanceledException
        || failure is ApiException { ResponseStatusCode: var status } && status is < 400 or >= 500;

    public static readonly Text Detail = new(
        "Die Plattform antwortet gerade nicht. Es ist nichts verloren: Versuchen Sie es in einer Minute noch einmal.",
        "The platform does not answer right now. Nothing is lost: try again in a minute."
    );
}
