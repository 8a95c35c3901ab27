using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using MassTransit;
using Npgsql;

namespace Integrationskonzept.Benchmarks;

/// <summary>As services do it: change and message in one transaction, relay, broker, inbox and effect in one transaction.</summary>
sealed class OutboxMessaging : IMessaging
{
    public const string Tenant = "musterkreis";
    readonly WebApplication app;

    OutboxMessaging(Servers servers)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration["ConnectionStrings:rabbitmq"] = servers.RabbitMq;
        builder.Configuration[$"ConnectionStrings:{BenchDb.Service}"] = new NpgsqlConnectionStringBuilder(servers.Postgres)
        {
            Database = BenchDb.Service,
            Username = "bench_app",
            Password = "bench",
        }.ConnectionString;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddTenantService<BenchDb>(BenchDb.Service);
        builder.AddMessaging(BenchDb.Service, bus => bus.AddConsumer<Receive>());
        builder.Services.AddSingleton(Arrivals);
        builder.Logging.ClearProviders();
        app = builder.Build();
    }

    public string Name => "outbox + inbox";

    public Arrivals Arrivals { get; } = new();

    public static async Task<OutboxMessaging> StartAsync(Servers servers)
    {
        await servers.ExecuteAsync($"create database {BenchDb.Service}");
        await using (
            var db = ServiceHost.Open<BenchDb>(
                new NpgsqlConnectionStringBuilder(servers.Postgres) { Database = BenchDb.Service }.ConnectionString
            )
        )
            await db.Database.EnsureCreatedAsync();
        await servers.ExecuteAsync(
            """
            create role bench_app login nosuperuser nobypassrls password 'bench';
            grant select, insert, update, delete on all tables in schema public to bench_app;
            grant usage on all sequences in schema public to bench_app;
            """,
            BenchDb.Service
        );
        var outbox = new OutboxMessaging(servers);
        await outbox.app.StartAsync();
        await outbox.app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        return outbox;
    }

    public async Task SendAsync(Guid id, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(Tenant);
        var db = scope.ServiceProvider.GetRequiredService<BenchDb>();
        db.Sent.Add(new() { Message = id });
        scope
            .ServiceProvider.GetRequiredService<Outbox>()
            .AddOnce(
                id,
                new TopicAreaOpened
                {
                    MandateId = id,
                    Key = "bildung",
                    Title = "Bildung",
                }
            );
        await db.SaveChangesAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    sealed class Receive(BenchDb db, Arrivals arrivals) : IConsumer<TopicAreaOpened>
    {
        public async Task Consume(ConsumeContext<TopicAreaOpened> context)
        {
            db.Received.Add(new() { Message = context.Message.AggregateId });
            await db.SaveChangesAsync(context.CancellationToken);
            arrivals.Add(context.Message.AggregateId);
        }
    }
}
