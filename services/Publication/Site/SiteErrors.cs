using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Site.Pages;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Rendering;
using Microsoft.AspNetCore.Diagnostics;

namespace Integrationskonzept.Publication.Site;

/// <summary>People who follow a wrong link get a page, not JSON.</summary>
sealed class SiteErrors : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is not Problem problem || context.Request.Path.StartsWithSegments("/api"))
            return false;
        var html = await RazorHtml.RenderAsync<ErrorPage>(context.RequestServices, new() { [nameof(ErrorPage.Problem)] = problem });
        context.Response.StatusCode = problem.Status;
        if (problem is RenditionPending)
            context.Response.Headers.RetryAfter = "5";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, ct);
        return true;
    }
}
