using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Gateway.Tests;

/// <summary>Stands where a service stands, over real HTTP: tells what it was asked, and describes an API.</summary>
sealed class StandIn : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<string> asked = new();
    int described;

    StandIn(string name, string api)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        app = builder.Build();
        app.Run(context =>
            context.Request.Path.Value switch
            {
                { } path when Answer is not null && path.StartsWith("/api/", StringComparison.Ordinal) => Answer(context),
                "/health" => HealthAsync(context),
                "/openapi/v1.json" => DescribeAsync(api, context),
                { } path when path.EndsWith("/hanging", StringComparison.Ordinal) => Task.Delay(Timeout.Infinite, context.RequestAborted),
                _ => TellAsync(name, context),
            }
        );
    }

    public string Url => app.Urls.First();

    /// <summary>The paths that reached the service.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    /// <summary>How often the service described its API.</summary>
    public int Described => described;

    /// <summary>What the service says of itself; null hangs.</summary>
    public string? Health { get; set; } = "{}";

    /// <summary>What the service does instead of telling what it was asked.</summary>
    public Func<HttpContext, Task>? Answer { get; set; }

    /// <summary>A policy that the service gives its pages.</summary>
    public string? Policy { get; set; }

    public static async Task<StandIn> StartAsync(string name, string? api = null)
    {
        var service = new StandIn(name, api ?? """{ "openapi": "3.1.1", "paths": {}, "components": { "schemas": {} } }""");
        await service.app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Task DescribeAsync(string api, HttpContext context)
    {
        Interlocked.Increment(ref described);
        return context.Response.WriteAsync(api);
    }

    Task HealthAsync(HttpContext context)
    {
        if (Health is null)
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Health);
    }

    async Task TellAsync(string name, HttpContext context)
    {
        var request = context.Request;
        asked.Enqueue(request.Path + request.QueryString);
        var length = 0L;
        var buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0; )
            length += read;
        (context.Response.ContentType, context.Response.Headers.ContentLanguage) = ("application/json", "de");
        if (Policy is not null)
            context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers["X-Method"] = request.Method;
        await context.Response.WriteAsync(
            new JsonObject
            {
                ["service"] = name,
                ["path"] = request.Path + request.QueryString,
                ["host"] = request.Host.Value,
                ["length"] = length,
                ["traceParent"] = request.Headers.TraceParent.ToString(),
                ["authorization"] = request.Headers.Authorization.ToString(),
                ["for"] = request.Headers["X-Forwarded-For"].ToString(),
                ["proto"] = request.Headers["X-Forwarded-Proto"].ToString(),
            }.ToJsonString()
        );
    }
}
