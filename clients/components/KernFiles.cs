using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.Components;

/// <summary>Each service serves the styles and fonts of its pages itself, so that none looks broken while another is away.</summary>
public static class KernFiles
{
    /// <summary>Only files that are the same for everybody are compressed: pages hold what callers sent (BREACH).</summary>
    public static IServiceCollection AddKern(this IServiceCollection services) =>
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/css", "text/javascript"];
        });

    public static void UseKern(this IApplicationBuilder app) => app.UseResponseCompression();

    /// <summary>Below that address, for <see cref="Styles"/>.</summary>
    public static void MapKern(this IEndpointRouteBuilder app, string below) => app.MapGroup(below).MapStaticAssets().AllowAnonymous();
}
