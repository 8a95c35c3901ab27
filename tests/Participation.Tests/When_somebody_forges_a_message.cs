using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Testing;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Integrationskonzept.Participation.Tests;

/// <summary>With the password that Participation has at the broker one can tell what Participation tells, and nothing else.</summary>
public sealed class When_somebody_forges_a_message(ParticipationService service)
{
    const string Contracts = "Integrationskonzept.Contracts:",
        Queue = "participation-known-tenant";

    [Theory]
    [InlineData(Contracts + nameof(TenantChanged), "")]
    [InlineData("", "drafting-fill-chapter")]
    [InlineData("drafting-fill-chapter", "")]
    [InlineData("amq.fanout", "")]
    public async Task The_broker_takes_nothing_for_what_is_not_its_own(string exchange, string routingKey)
    {
        await DeclareAsync(nameof(TenantChanged));
        (
            await RefusalAsync(channel =>
                channel.BasicPublishAsync(exchange, routingKey, mandatory: false, new BasicProperties(), new byte[1]).AsTask()
            )
        ).ShouldBe(Constants.AccessRefused);
    }

    [Fact]
    public async Task The_broker_lets_it_read_no_queue_and_listen_to_no_message_of_others()
    {
        (await RefusalAsync(channel => channel.QueueDeclareAsync("drafting-mine"))).ShouldBe(Constants.AccessRefused);
        await DeclareAsync(nameof(ConceptAdopted));
        (
            await RefusalAsync(async channel =>
            {
                await channel.QueueDeclareAsync("participation-listens", durable: false, exclusive: true, autoDelete: true);
                await channel.QueueBindAsync("participation-listens", Contracts + nameof(ConceptAdopted), "");
            })
        ).ShouldBe(Constants.AccessRefused);
    }

    [Fact]
    public async Task The_broker_takes_no_message_that_is_signed_as_another() =>
        (
            await RefusalAsync(async channel =>
                await channel.BasicPublishAsync(
                    Contracts + nameof(TopicAreaOpened),
                    "",
                    mandatory: false,
                    new BasicProperties { UserId = "identity" },
                    new byte[1]
                )
            )
        ).ShouldBe(Constants.PreconditionFailed);

    [Theory]
    [InlineData("participation")]
    [InlineData("drafting")]
    [InlineData(null)]
    public async Task What_its_owner_has_not_told_is_refused_and_never_applied_nor_when_it_is_redriven(string? sender)
    {
        using var meters = new Meters();
        var tenant = await service.NewTenantAsync();
        await service.Bus.PublishAsync(Changed(tenant), sender: sender);
        await RefusedAsync(1);
        // It is counted as refused a moment before it is put aside, from where it is redriven.
        await RefusedAsync(2, RedriveAsync);
        (await service.Services.GetRequiredService<TenantDirectory>().FindAsync(tenant, default))!.Name.ShouldNotBe("Gefälscht");

        await service.Bus.PublishAsync(Changed(tenant));
        await Eventually.TrueAsync(
            async () =>
                await Database.ExecuteAsync(service.AdminConnection, $"select name from known_tenants where slug = '{tenant}'")
                    is "Gefälscht",
            "what its owner tells is applied"
        );

        Task RefusedAsync(int times, Func<Task>? before = null) =>
            Eventually.TrueAsync(
                async () =>
                {
                    if (before is not null)
                        await before();
                    return meters.Sum("consumer.refused", ("consumer", Queue), ("type", nameof(TenantChanged)), ("sender", sender ?? ""))
                        >= times;
                },
                $"refused {times} times"
            );

        async Task RedriveAsync() =>
            await service
                .AsOperator()
                .SendAsync(HttpMethod.Post, "/api/v1/operations/participation/messages/redrive", new { queue = Queue })
                .ReadAsync();
    }

    [Fact]
    public async Task What_no_consumer_wants_is_put_aside_whoever_sent_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await service.Bus.SendAsync("participation-take-answers", Given.Mandate(given.Tenant)); // of Drafting, but for another queue
        await Eventually.TrueAsync(
            async () =>
            {
                await using var connection = await new ConnectionFactory { Uri = new(service.BrokerAdministrator) }.CreateConnectionAsync();
                await using var channel = await connection.CreateChannelAsync();
                var aside = (await channel.QueueDeclarePassiveAsync("participation-take-answers_skipped")).MessageCount;
                return aside == 1 ? true : throw new InvalidOperationException($"{aside} are put aside.");
            },
            "it is put aside"
        );
    }

    static TenantChanged Changed(string tenant)
    {
        var known = NewTenant.Registration(tenant, 1);
        return new()
        {
            Tenant = tenant,
            AggregateId = known.AggregateId,
            Version = 7,
            OccurredAt = known.OccurredAt,
            Name = "Gefälscht",
            DistrictKey = known.DistrictKey,
            State = known.State,
            TimeZone = known.TimeZone,
            Centre = known.Centre,
            Color = known.Color,
            Organizations = known.Organizations,
        };
    }

    /// <summary>Once told, its exchange is there.</summary>
    async Task DeclareAsync(string message)
    {
        await using var connection = await new ConnectionFactory { Uri = new(service.BrokerAdministrator) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(Contracts + message, ExchangeType.Fanout, durable: true);
    }

    /// <summary>The code with which the broker closes the channel of Participation's user.</summary>
    async Task<int> RefusalAsync(Func<IChannel, Task> attempt)
    {
        await using var connection = await new ConnectionFactory
        {
            Uri = new(service.Settings["ConnectionStrings:rabbitmq"]!),
        }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)
        );
        return (await Should.ThrowAsync<OperationInterruptedException>(() => attempt(channel))).ShutdownReason!.ReplyCode;
    }
}
