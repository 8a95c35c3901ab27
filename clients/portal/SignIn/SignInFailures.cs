using Microsoft.AspNetCore.Authentication;

namespace Integrationskonzept.Portal.SignIn;

/// <summary>A sign-in that did not come to its end: a second tab, a page that was open for hours, a step back in the browser.</summary>
static partial class SignInFailures
{
    public static Task ShowAsync(RemoteFailureContext context)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SignInFailures));
        NotEnded(log, context.Failure?.GetType().Name);
        // Who is signed in by another tab only has to go on.
        context.Response.Redirect(
            context.HttpContext.User.Identity?.IsAuthenticated == true ? LocalAddress.Start : "/portal/sign-in-again"
        );
        context.HandleResponse();
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "A sign-in did not come to its end ({Failure})")]
    private static partial void NotEnded(ILogger log, string? failure);
}
