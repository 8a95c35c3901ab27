using Integrationskonzept.Rendering.Health;
using Integrationskonzept.Rendering.Office;
using Integrationskonzept.Rendering.Pdf;

namespace Integrationskonzept.Rendering;

static class RenderingSetup
{
    public static void AddRendering(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RenderingOptions>().BindConfiguration(RenderingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RenderPlaces>();
        services.AddSingleton<BrowserLauncher>();
        services.AddSingleton<BrowserPool>();
        services.AddSingleton<PdfRenderer>();
        services.AddSingleton<PandocRenderer>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        // JSON escapes make the body larger than the HTML in it; the exact limit is checked on the HTML.
        builder.WebHost.ConfigureKestrel(
            (context, kestrel) =>
                kestrel.Limits.MaxRequestBodySize =
                    2L
                        * context.Configuration.GetValue(
                            $"{RenderingOptions.Section}:{nameof(RenderingOptions.MaxHtmlBytes)}",
                            new RenderingOptions().MaxHtmlBytes
                        )
                    + 65_536
        );
        services.AddHealthChecks().AddCheck<BrowserCheck>("browser").AddCheck<PandocCheck>("pandoc");
    }
}
