using Integrationskonzept.Components;
using Integrationskonzept.Portal.SignIn;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Localization;

namespace Integrationskonzept.Portal.Frame;

/// <summary>What every page stands in: its policy, its language, its errors.</summary>
static class FrameSetup
{
    public static void AddFrame(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddKern();
        builder.Services.AddExceptionHandler<PageErrors>();
        builder.Services.AddScoped<Components.Landkreis>();
        builder.Services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.Path) = ("portal-form", "/portal"));
    }

    public static void UseFrame(this WebApplication app)
    {
        app.UseKern();
        app.Use(
            (http, next) =>
            {
                http.Response.Headers.ContentSecurityPolicy = ContentPolicy.Of(scripts: "'self'", bases: "'self'");
                http.Response.OnStarting(() =>
                {
                    if (http.Response.Headers.CacheControl.Count == 0)
                        http.Response.Headers.CacheControl = "no-store"; // what a person sees is nobody else's
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );
    }

    public static void MapFrame(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet("/language/{culture}", ChangeLanguage);
        app.MapRazorComponents<App>().RequireAuthorization();
    }

    static IResult ChangeLanguage(string culture, string? to, HttpContext http)
    {
        if (culture is "de" or "en")
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new(culture)),
                new()
                {
                    Path = "/portal",
                    MaxAge = TimeSpan.FromDays(365),
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    IsEssential = true,
                }
            );
        return Results.LocalRedirect(LocalAddress.Of(to));
    }
}
