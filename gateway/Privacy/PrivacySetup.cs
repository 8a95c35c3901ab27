namespace Integrationskonzept.Gateway.Privacy;

/// <summary>What is kept of people, over all services: for everybody in general, for each of themselves in particular.</summary>
static class PrivacySetup
{
    public static void AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddOutputCache();
        builder
            .Services.AddSingleton<AskedServices>()
            .AddHttpClient(nameof(AskedServices))
            .ConfigureHttpClient(http => http.Timeout = Limits.Patience(builder.Configuration));
    }

    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        app.MapMyData();
        app.MapRetention();
    }
}
