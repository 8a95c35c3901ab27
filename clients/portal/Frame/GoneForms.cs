using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Frame;

/// <summary>
/// A form that its page does not have any more, as what it was about was settled meanwhile: Blazor answers a bare 400 then; people get a
/// page that says so.
/// </summary>
static class GoneForms
{
    public static void UseGoneForms(this IApplicationBuilder app) =>
        app.UseWhen(http => HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType, posts => posts.Use(AnswerAsync));

    static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        var outside = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = outside;
        }
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest && !IsPage(answer))
        {
            http.Response.Headers.ContentLength = null;
            http.Request.Headers.Accept = "text/html"; // also for the fetch of an enhanced form
            await http
                .RequestServices.GetRequiredService<IProblemDetailsService>()
                .WriteAsync(
                    new()
                    {
                        HttpContext = http,
                        ProblemDetails = new()
                        {
                            Status = StatusCodes.Status400BadRequest,
                            Type = "/problems/form-gone",
                            Title = new Text("Dieses Formular gibt es nicht mehr", "This form is gone").ToString(),
                            Detail = Says.ToString(),
                        },
                    }
                );
            return;
        }
        answer.Position = 0;
        await answer.CopyToAsync(outside, http.RequestAborted);
    }

    static readonly Text Says = new(
        "Inzwischen wurde erledigt, worum es ging, Ihnen fehlt das Recht dazu, oder die Seite war zu lange offen. Es ist nichts geschehen. "
            + "Mit „Zurück“ sehen Sie, was Sie geschrieben haben; laden Sie die Seite neu, um zu sehen, wie es jetzt steht.",
        "What it was about has been settled meanwhile, you have no right to it any more, or the page was open too long. Nothing was done. "
            + "“Back” shows what you wrote; load the page again to see how it stands now."
    );

    static bool IsPage(MemoryStream answer) =>
        System
            .Text.Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length)
            .Contains("<html", StringComparison.OrdinalIgnoreCase);
}
