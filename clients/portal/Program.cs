using Integrationskonzept.Portal.Api;
using Integrationskonzept.Portal.Frame;
using Integrationskonzept.Portal.Pages.Door;
using Integrationskonzept.Portal.Pages.Privacy;
using Integrationskonzept.Portal.Pages.Surveys;
using Integrationskonzept.Portal.Sessions;
using Integrationskonzept.Portal.SignIn;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Http;

if (await ServiceHost.MigratesAsync(PortalDb.Service, args, PortalDb.Open))
    return;

var builder = WebApplication.CreateBuilder(args);
builder.AddFrame(); // its errors are pages, before they are problem details
builder.AddServiceDefaults(PortalDb.Service);
builder.AddBehindTheDoor();
builder.AddSessions();
builder.AddSignIn();
builder.AddApi();

var app = builder.Build();
app.UseForwardedHeaders();
app.UsePathBase("/portal");

// Health is for those inside: what comes by the door has the prefix.
app.MapWhen(
    http =>
        http.Request.PathBase.HasValue
        && (http.Request.Path.StartsWithSegments("/health") || http.Request.Path.StartsWithSegments("/ready")),
    branch => branch.Run(http => Results.NotFound().ExecuteAsync(http))
);
app.UseServiceDefaults();
app.UseCookiePolicy();
app.UseFrame();
app.UseGoneForms();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapSignIn();
app.MapDownloads();
app.MapMyDataArchive();
app.MapSurveyLinks();
app.MapDoor();
app.MapFrame();
await app.RunAsync();

namespace Integrationskonzept.Portal
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
