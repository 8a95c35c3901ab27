using System.Text;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Rendering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Identity.Pages;

/// <summary>What all pages below <c>/account</c> share: server-rendered, never cached, forms that only we can have shown.</summary>
static class AccountPages
{
    /// <summary>Where to go when nobody said.</summary>
    public const string Overview = "/account";

    public static RouteGroupBuilder MapAccountPages(this IEndpointRouteBuilder app)
    {
        // The form's token is checked here, to answer in words.
        var pages = app.MapGroup("/account").ExcludeFromDescription().AllowAnonymous().DisableAntiforgery();
        pages.WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(64 * 1024));
        pages.AddEndpointFilter(
            async (context, next) =>
            {
                var http = context.HttpContext;
                if (
                    HttpMethods.IsPost(http.Request.Method)
                    && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
                )
                    throw new FormExpired();
                http.Response.Headers.CacheControl = "no-store";
                return await next(context);
            }
        );
        return pages;
    }

    public static async Task<IResult> ShowAsync<TPage>(this HttpContext http, Dictionary<string, object?> parameters, Text? error = null)
        where TPage : IComponent
    {
        parameters["Antiforgery"] = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken;
        if (error is not null)
            parameters["Error"] = error;
        return TypedResults.Text(
            await RazorHtml.RenderAsync<TPage>(http.RequestServices, parameters),
            "text/html",
            Encoding.UTF8,
            error is null ? 200 : 422
        );
    }

    /// <summary>Only addresses of our own: nobody is sent elsewhere by a link to these pages.</summary>
    public static string Local(string? url) => url is ['/', not ('/' or '\\'), ..] ? Locations.ForHeader(url) : Overview;

    public static IResult ToSignIn(this HttpContext http) =>
        Results.LocalRedirect($"/account/sign-in?returnUrl={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");

    /// <summary>A file of the pages.</summary>
    public static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(AccountPages).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
