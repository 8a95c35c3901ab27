using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.ServiceDefaults.Errors;

/// <summary>
/// Problem details also for who accepts neither JSON nor pages (<c>Accept: image/png</c>), where the framework would say nothing, and make
/// a 500 of a 404: why there is no picture is told as JSON (RFC 9110, section 12.4.1).
/// </summary>
sealed class ProblemForAll : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        context.ProblemDetails.Status ??= context.HttpContext.Response.StatusCode;
        ProblemSetup.Complete(context);
        return new(
            context.HttpContext.Response.WriteAsJsonAsync(
                context.ProblemDetails,
                context.ProblemDetails.GetType(),
                options: null,
                contentType: "application/problem+json",
                context.HttpContext.RequestAborted
            )
        );
    }
}
