using System.Net.Http.Headers;
using System.Security.Cryptography;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Integrationskonzept.Testing;

/// <summary>
/// A service as it runs in production, on a database of its own with its two roles, on the real broker, with tokens of a
/// <see cref="TestIssuer"/>. One assembly fixture; tests share it and keep apart by using a Landkreis of their own each.
/// </summary>
public class ServiceUnderTest<TProgram, TDb>(string name) : WebApplicationFactory<TProgram>, IAsyncLifetime
    where TProgram : class
    where TDb : ServiceDb
{
    static int counter;
    readonly Servers servers = new();
    readonly Dictionary<string, string?> settings = [];
    TestIssuer? issuer;

    /// <summary>The broker, as another service would use it.</summary>
    public TestBus Bus { get; private set; } = null!;

    /// <summary>The broker's address as its administrator.</summary>
    public string BrokerAdministrator => servers.RabbitMq;

    /// <summary>Administrator's connection to the service's database, past row-level security.</summary>
    public string AdminConnection => settings[$"ConnectionStrings:{name}-admin"]!;

    /// <summary>Connection as the service itself has it.</summary>
    public string AppConnection => settings[$"ConnectionStrings:{name}"]!;

    /// <summary>Further settings, before the first request.</summary>
    public IDictionary<string, string?> Settings => settings;

    public virtual async ValueTask InitializeAsync()
    {
        await servers.InitializeAsync();
        issuer = await TestIssuer.StartAsync();
        Bus = await TestBus.StartAsync(servers.RabbitMq);
        var database = $"{name}_{Interlocked.Increment(ref counter)}";
        await Database.ExecuteAsync(servers.Postgres, $"create database {database}");
        settings[$"ConnectionStrings:{name}-admin"] = Connect(database, null);
        settings[$"ConnectionStrings:{name}-migrator"] = Connect(database, "migrator");
        settings[$"ConnectionStrings:{name}"] = Connect(database, "app");
        settings["ConnectionStrings:rabbitmq"] = MessageTypes.Routes.Any(route => route.Readers.Contains(name))
            ? servers.RabbitMqAs(name)
            : servers.RabbitMq;
        settings["Logging:LogLevel:Default"] = "Warning";
        settings["Identity:Url"] = issuer.Url;
        settings["Platform:PublicUrl"] = TestIssuer.PublicUrl;
        settings["DataProtection:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await new DatabaseMigrator(
            name,
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            NullLogger.Instance
        ).MigrateAsync(ServiceHost.Open<TDb>, CancellationToken.None);
        // Started once, here: tests run side by side. Before its queues are bound, what is published would reach nobody.
        using var client = CreateClient();
        await Eventually.TrueAsync(async () => (await client.GetAsync("/health")).IsSuccessStatusCode, $"{name} is ready");
    }

    /// <summary>A client for someone with these roles in a Landkreis; without a token if there are no roles.</summary>
    public HttpClient As(string tenant, params string[] roles) =>
        Client(roles.Length == 0 ? null : issuer!.Token(roles.Select(role => $"{tenant}:{role}")));

    /// <summary>A client for the operator.</summary>
    public HttpClient AsOperator() => Client(issuer!.Token([], isOperator: true));

    /// <summary>A client with any token.</summary>
    public HttpClient Client(string? token)
    {
        var client = CreateClient();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Mints a token, also a bad one.</summary>
    public TestIssuer Issuer => issuer!;

    /// <summary>
    /// Registers a Landkreis of the test's own, by the message that Identity would send, and waits until the service knows it.
    /// </summary>
    public async Task<string> NewTenantAsync()
    {
        var number = Interlocked.Increment(ref counter);
        var slug = $"landkreis-{number}";
        await Bus.PublishAsync(NewTenant.Registration(slug, number));
        var directory = Services.GetRequiredService<TenantDirectory>();
        await Eventually.TrueAsync(async () => await directory.FindAsync(slug, CancellationToken.None) is not null, $"{slug} is known");
        return slug;
    }

    /// <summary>All of that type that the service publishes for a tenant on account of what was done so far.</summary>
    public async Task<IReadOnlyList<T>> PublishedAsync<T>(string tenant)
        where T : IntegrationEvent
    {
        await Eventually.TrueAsync(
            async () => await Database.ExecuteAsync(AdminConnection, $"select count(*) from outbox where tenant = '{tenant}'") is 0L,
            $"all messages of {tenant} have left"
        );
        await Bus.CatchUpAsync();
        return Bus.Heard<T>(tenant);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Bus is not null)
            await Bus.DisposeAsync();
        if (issuer is not null)
            await issuer.DisposeAsync();
        await servers.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.UseEnvironment("Development");
    }

    string Connect(string database, string? role) =>
        new NpgsqlConnectionStringBuilder(servers.Postgres)
        {
            Database = database,
            Username = role is null ? new NpgsqlConnectionStringBuilder(servers.Postgres).Username : $"{database}_{role}",
            Password = role is null ? new NpgsqlConnectionStringBuilder(servers.Postgres).Password : "test",
            MaxPoolSize = 20,
        }.ConnectionString;
}
