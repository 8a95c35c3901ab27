using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Work;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

[assembly: AssemblyFixture(typeof(Servers))]

namespace Integrationskonzept.Mailing.Tests;

/// <summary>A process that mails from a database of its own, on the real PostgreSQL.</summary>
sealed class PostOffice : IAsyncDisposable
{
    const string Tenant = "landkreis";
    static int counter;
    readonly WebApplication app;

    PostOffice(WebApplication app, string connection)
    {
        this.app = app;
        Connection = connection;
    }

    public string Connection { get; }
    public Letters Letters => app.Services.GetRequiredService<Letters>();
    public ClockAhead Clock => app.Services.GetRequiredService<ClockAhead>();

    public static async Task<PostOffice> OpenAsync(Servers servers, params (string Key, string Value)[] settings)
    {
        var database = $"letters_{Interlocked.Increment(ref counter)}";
        await Database.ExecuteAsync(servers.Postgres, $"create database {database}");
        var connection = new NpgsqlConnectionStringBuilder(servers.Postgres) { Database = database, MaxPoolSize = 20 }.ConnectionString;
        await using (var db = ServiceHost.Open<LettersDb>(connection))
            await db.Database.EnsureCreatedAsync();
        return await StartAsync(connection, new Letters(), settings);
    }

    /// <summary>A second process beside this one.</summary>
    public Task<PostOffice> BesideAsync() => StartAsync(Connection, Letters, []);

    static async Task<PostOffice> StartAsync(string connection, Letters letters, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Mail:LookEvery"] = "00:00:00.05",
                ["Mail:AllowPrivateHosts"] = "true",
                ["Mail:Domain"] = "mail.example.org",
            }.Concat(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        );
        builder.AddMailing<Letters.Composer>();
        builder
            .Services.AddDbContext<LettersDb>(options => options.UseDatabase(connection))
            .AddScoped<ServiceDb>(services => services.GetRequiredService<LettersDb>())
            .AddScoped<TenantContext>()
            .AddSingleton<OutboxSignal>()
            .AddSingleton<ClockAhead>()
            .AddSingleton<TimeProvider>(services => services.GetRequiredService<ClockAhead>())
            .AddSingleton<WorkReport>()
            .AddSingleton<WorkTools>()
            .AddSingleton(letters);
        var app = builder.Build();
        await app.StartAsync();
        return new(app, connection);
    }

    /// <summary>A mail to that address is to be sent by that server.</summary>
    public Task SendAsync(string address, MailServer server, string tenant = Tenant) =>
        QueueAsync(() => Letter(address, server.Port), tenant: tenant);

    public static Mail Letter(string address, int port) =>
        new()
        {
            Sender = new()
            {
                Name = "WIR",
                Address = "wir@example.org",
                Smtp = new("127.0.0.1", port, SmtpSecurity.None),
            },
            To = address,
            Subject = "Einladung",
            Body = new MailBody("de").Heading("Einladung").Paragraph("Kommen Sie?"),
        };

    public Task QueueAsync(Func<Mail?> letter, string? key = null, string tenant = Tenant) =>
        InTenantAsync(
            async services =>
            {
                var about = Letters.Write(letter);
                await services
                    .GetRequiredService<MailQueue>()
                    .AddAsync("letter", about, 1, key ?? about.ToString(), CancellationToken.None);
                return true;
            },
            tenant
        );

    public async Task<T> InTenantAsync<T>(Func<IServiceProvider, Task<T>> work, string tenant = Tenant)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeOf(tenant);
        return await work(scope.ServiceProvider);
    }

    public Task<object?> SqlAsync(string sql) => Database.ExecuteAsync(Connection, sql);

    /// <summary>Waits until the states of all mails of the Landkreis are these, in the order in which they were queued.</summary>
    public Task SettledAsync(string states, string tenant = Tenant) =>
        Eventually.TrueAsync(
            async () =>
                await SqlAsync($"select string_agg(state, ',' order by created_at, id) from mails where tenant_slug = '{tenant}'")
                    is string now
                && now == states,
            $"the mails of {tenant} are {states}"
        );

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
