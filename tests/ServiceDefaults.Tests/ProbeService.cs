using Integrationskonzept.Probe;
using Integrationskonzept.ServiceDefaults.Tests;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

[assembly: AssemblyFixture(typeof(ProbeService))]

namespace Integrationskonzept.ServiceDefaults.Tests;

/// <summary>The probe, as a service runs in production; and further hosts of it on the same two servers.</summary>
public sealed class ProbeService() : ServiceUnderTest<Probe.Program, ProbeDb>(ProbeDb.Service)
{
    /// <summary>A second process of the probe beside the first, on the same database and queues.</summary>
    public WebApplicationFactory<Probe.Program> Beside(params (string Key, string Value)[] settings) =>
        WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
        });

    /// <summary>A probe of another name: with a database, roles and queues of its own, for tests that break something.</summary>
    public async Task<OwnProbe> OwnAsync(
        string name,
        string? broker = null,
        Func<OwnProbe, Task>? beforeStart = null,
        params (string, string)[] settings
    )
    {
        await Database.ExecuteAsync(AdminConnection, $"create database {name}");
        var probe = new OwnProbe(this, name, broker ?? Settings["ConnectionStrings:rabbitmq"]!, AdminConnection);
        await probe.MigrateAsync();
        if (beforeStart is not null)
            await beforeStart(probe);
        await probe.StartAsync(settings);
        return probe;
    }

    public override async ValueTask InitializeAsync()
    {
        Settings["Messaging:MeasureEvery"] = "00:00:00.2";
        await base.InitializeAsync();
        using var client = CreateClient();
        await Eventually.TrueAsync(async () => (await client.GetAsync("/health")).IsSuccessStatusCode, "the probe listens");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production"); // development answers some bad requests in another way
    }
}
