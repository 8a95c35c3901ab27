using System.Net;
using System.Text;
using Integrationskonzept.Publication.Tests;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

[assembly: AssemblyFixture(typeof(PublicationService))]

namespace Integrationskonzept.Publication.Tests;

/// <summary>Publication, with a Rendering that answers at once or fails on demand; the real one has tests of its own and is in the end-to-end test.</summary>
public sealed class PublicationService() : ServiceUnderTest<Publication.Program, PublicationDb>("publication")
{
    WebApplication? rendering;

    /// <summary>Rendering refuses documents that contain this word.</summary>
    public const string Unprintable = "UNPRINTABLE";

    public override async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        rendering = builder.Build();
        rendering.Run(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = (int)(body.Contains(Unprintable, StringComparison.Ordinal) ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK);
            await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes("%PDF-1.7 " + body.Length));
        });
        await rendering.StartAsync();
        Settings["services:rendering:http:0"] = rendering.Urls.First();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (rendering is not null) await rendering.DisposeAsync();
    }
}
