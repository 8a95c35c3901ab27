using Integrationskonzept.Gateway;
using Integrationskonzept.Gateway.Privacy;
using Integrationskonzept.Gateway.Tasks;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Scalar.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("gateway");
builder.Services.AddScoped<TenantContext>();
builder.AddTokenValidation();
builder.AddDoor();
builder.AddLimits();

// An answer that is passed on says its language itself; problems of the gateway's own say theirs.
builder.Services.Configure<RequestLocalizationOptions>(options => options.ApplyCurrentCultureToResponseHeaders = false);
builder.Services.AddReverseProxy().LoadFromMemory(Routes.All(), Routes.Clusters(builder.Configuration)).AddTransforms(Routes.Transform);
builder.AddApiDocument();
builder.AddTaskList();
builder.AddPrivacy();
builder.Services.AddServiceHealth();

var app = builder.Build();
app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseServiceDefaults();
app.UseOwnNames();
app.UseRouting();
app.UseAuthentication();
app.UseRefusalOfBadTokens();
app.UseRateLimiter();
app.UseRequestTimeouts();
app.UseAuthorization();
app.UseOutputCache();
app.MapApiDocument();
app.MapScalarApiReference(
    "/docs",
    options =>
        options
            .WithTitle("Integrationskonzept: API")
            .WithOpenApiRoutePattern("/openapi/v1.json")
            // Nothing that would leave for the vendor: a Landkreis' readers are nobody else's business.
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry()
            .DisableDefaultFonts()
            .HideDeveloperTools()
            .HideClientButton()
);
app.MapTaskList();
app.MapPrivacy();
app.MapReverseProxy();
await app.RunAsync();

namespace Integrationskonzept.Gateway
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
