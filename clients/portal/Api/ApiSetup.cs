using Integrationskonzept.Client;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Integrationskonzept.Portal.Api;

/// <summary>The gateway's API, as the person who is signed in.</summary>
static class ApiSetup
{
    public const string Name = "api";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        var gateway = builder.Configuration["services:gateway:http:0"] ?? "http://gateway";
        builder.Services.AddHttpContextAccessor().AddTransient<AsThePerson>();
        builder
            .Services.AddHttpClient(
                Name,
                http => http.Timeout = builder.Configuration.GetValue("Portal:Patience", TimeSpan.FromSeconds(100))
            )
            .AddHttpMessageHandler<AsThePerson>();
        builder.Services.AddScoped(services =>
        {
            var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(Name);
            return new ApiClient(
                new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = gateway }
            );
        });
        builder.Services.AddScoped<Me>().AddScoped<Pages.Door.DoorApi>();
    }
}
