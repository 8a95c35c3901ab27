using Integrationskonzept.Components;
using Integrationskonzept.Portal.SignIn;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Integrationskonzept.Portal.Frame;

/// <summary>What every page stands in: its policy, its language, its errors.</summary>
static class FrameSetup
{
    const int MostValues = 10_000;

    /// <summary>As a paper that is pasted: the API takes 5 MiB.</summary>
    const int MostLetters = 5 * 1024 * 1024;

    public static void AddFrame(this WebApplicationBuilder builder)
    {
        // The results of a topic area name the contributions that they come from: some hundred for each of its rows.
        builder.Services.AddRazorComponents(options => options.MaxFormMappingCollectionSize = MostValues);
        builder.Services.Configure<FormOptions>(options => (options.ValueCountLimit, options.ValueLengthLimit) = (MostValues, MostLetters));
        // Whatever sets one: behind the door it is https for the browser.
        var isSecure = PublicUrl.Of(builder.Configuration).Scheme == Uri.UriSchemeHttps;
        builder.Services.Configure<CookiePolicyOptions>(options =>
            options.Secure = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest
        );
        builder.Services.AddKern();
        builder.Services.AddExceptionHandler<PageErrors>();
        builder.Services.AddScoped<Components.Landkreis>();
        builder.Services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.Path) = ("portal-form", "/portal"));
    }

    public static void UseFrame(this WebApplication app)
    {
        app.UseKern();
        app.UseFurtherLanguages();
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
        FurtherLanguages.Choose(http, culture);
        return Results.LocalRedirect(LocalAddress.Of(to));
    }
}
