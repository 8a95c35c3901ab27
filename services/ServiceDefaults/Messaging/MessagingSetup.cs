using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Health;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Work;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>How a service meets the broker. Only this folder and the consumers know the broker's library (decision 0003).</summary>
public static class MessagingSetup
{
    /// <summary>Outbox, inbox and the service's consumers; one quorum queue per consumer, named <c>{service}-{consumer}</c>.</summary>
    public static IHostApplicationBuilder AddMessaging(
        this IHostApplicationBuilder builder,
        string service,
        Action<IBusRegistrationConfigurator>? consumers = null
    )
    {
        var broker =
            builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not configured.");
        var section = builder.Configuration.GetSection("Messaging");
        builder.Services.Configure<MessagingOptions>(section);
        var pause = (section.Get<MessagingOptions>() ?? new()).FirstPause;
        builder.Services.AddScoped<Outbox>().AddScoped<PartCollector>();
        builder.Services.AddSingleton<MessagingMetrics>();
        builder.Services.AddHostedService<OutboxRelay>().AddHostedService<ErrorQueueGauge>().AddHousekeeping<MessagingHousekeeping>();
        builder.Services.AddHealthChecks().AddCheck<OutboxHealth>("outbox").AddCheck<ErrorQueues>("error-queues", HealthStatus.Degraded);
        var queues = new ConsumerQueues();
        var sender = new Sender(Uri.UnescapeDataString(new Uri(broker).UserInfo.Split(':')[0]));
        builder.Services.AddSingleton(queues).AddSingleton(sender).AddSingleton<ErrorQueues>();
        builder.Services.AddMassTransit(transit =>
        {
            transit.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(service, includeNamespace: false));
            transit.AddConsumer<KnownTenantConsumer>();
            transit.AddConsumer<PersonErasureConsumer>();
            consumers?.Invoke(transit);
            transit.AddConfigureEndpointsCallback(
                (context, queue, endpoint) =>
                {
                    if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
                        rabbit.SetQuorumQueue();
                    queues.Names.Add(queue);
                    endpoint.PrefetchCount = 16;
                    endpoint.ConcurrentMessageLimit = 8;
                    endpoint.UseMessageRetry(retry => Retries.Configure(retry, pause));
                    endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
                    endpoint.PublishFaults = false; // nobody listens to them, and their exchanges would be everybody's
                    endpoint.ConfigureError(error =>
                    {
                        error.UseFilter(new MoveAside(sender));
                        error.UseFilter(new ErrorTransportFilter());
                    });
                    endpoint.ConfigureDeadLetter(skipped =>
                    {
                        skipped.UseFilter(new MoveAside(sender));
                        skipped.UseFilter(new DeadLetterTransportFilter());
                    });
                }
            );
            transit.UsingRabbitMq(
                (context, rabbit) =>
                {
                    rabbit.Host(new Uri(broker));
                    // Each message has one exchange, its own: those of base types would be everybody's.
                    foreach (
                        var type in typeof(IntegrationEvent)
                            .Assembly.GetTypes()
                            .Where(type => type is { IsAbstract: true, IsSealed: false })
                    )
                        rabbit.Publish(type, topology => topology.Exclude = true);
                    rabbit.ConfigureEndpoints(context);
                }
            );
        });
        KeepServing(builder.Services);
        return builder;
    }

    /// <summary>A broker that is away degrades a service that has begun its work; before, the service is not ready.</summary>
    static void KeepServing(IServiceCollection services)
    {
        var memory = new OnceStarted.Memory();
        services.Configure<HealthCheckServiceOptions>(options =>
        {
            foreach (var registration in options.Registrations.Where(registration => registration.Name == "masstransit-bus"))
            {
                var make = registration.Factory;
                registration.Factory = provider => new OnceStarted(make(provider), memory);
            }
        });
    }
}
