using System.Net.Http.Headers;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Integrationskonzept.Gateway.Tests;

/// <summary>The gateway on real Kestrel, as in production, in front of stand-ins of all services.</summary>
sealed class GatewayUnderTest : WebApplicationFactory<Program>
{
    public const string Nobody = "http://127.0.0.1:1";
    static readonly string[] Names = ["identity", "drafting", "scheduling", "participation", "publication", "portal"];

    readonly Dictionary<string, string> settings;
    readonly TestIssuer issuer;

    GatewayUnderTest(TestIssuer issuer, Dictionary<string, StandIn> services, Dictionary<string, string> settings)
    {
        this.issuer = issuer;
        Services = services;
        this.settings = settings;
        ClientOptions.AllowAutoRedirect = false;
        // Its port is a setting below: the factory would set it while the server may have started already.
        UseKestrel();
        StartServer();
    }

    public new IReadOnlyDictionary<string, StandIn> Services { get; }

    public TestIssuer Issuer => issuer;

    /// <param name="apis">What a service describes as its API.</param>
    /// <param name="away">A service that does not run.</param>
    /// <param name="settings">Further settings of the gateway.</param>
    public static async Task<GatewayUnderTest> StartAsync(
        Dictionary<string, string>? apis = null,
        string? away = null,
        params (string Key, string Value)[] settings
    )
    {
        var issuer = await TestIssuer.StartAsync();
        var services = new Dictionary<string, StandIn>();
        foreach (var name in Names)
            services[name] = await StandIn.StartAsync(name, apis?.GetValueOrDefault(name));
        var all = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
        foreach (var (name, service) in services)
            all[$"services:{name}:http:0"] = name == away ? Nobody : service.Url;
        all["Identity:Url"] = issuer.Url;
        all["Platform:PublicUrl"] = TestIssuer.PublicUrl;
        all.TryAdd("Logging:LogLevel:Default", "Error");
        return new(issuer, services, all);
    }

    public HttpClient Client(string? token = null)
    {
        var client = CreateClient();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public int Asked() => Services.Values.Sum(service => service.Asked.Count);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var service in Services.Values)
            await service.DisposeAsync();
        await issuer.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.UseUrls("http://127.0.0.1:0");
        builder.UseEnvironment("Production");
    }
}
