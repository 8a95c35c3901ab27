using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.Drafting.Tests;

/// <summary>A council system with OParl, as a web server on this machine.</summary>
public sealed class CouncilSystem : IAsyncDisposable
{
    readonly WebApplication app;

    CouncilSystem(WebApplication app) => this.app = app;

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<CouncilSystem> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var system = new CouncilSystem(app);
        app.MapGet(
            "/oparl/paper/{file}",
            (string file) => Paper(new { name = "Integrationskonzept", mainFile = new { downloadUrl = $"{system.Url}/files/{file}" } })
        );
        app.MapGet(
            "/oparl/elsewhere",
            () => Paper(new { name = "Integrationskonzept", mainFile = new { downloadUrl = "http://127.0.0.2:9/files/paper.txt" } })
        );
        app.MapGet("/files/paper.txt", () => Results.Text(Given.Example));
        app.MapGet("/files/large.txt", () => Results.Bytes(new byte[6 * 1024 * 1024], "text/plain"));
        app.MapGet("/files/moved.txt", () => Results.Redirect("/files/paper.txt"));
        await app.StartAsync();
        return system;
    }

    static IResult Paper<T>(T paper)
    {
        var json = JsonSerializer.SerializeToNode(paper)!.AsObject();
        json["type"] = "https://schema.oparl.org/1.1/Paper";
        return Results.Text(json.ToJsonString(), "application/json", Encoding.UTF8);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
