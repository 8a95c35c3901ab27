using MassTransit;
using MassTransit.Context;
using RabbitMQ.Client;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>
/// The library moves a message into the error queue, or what no consumer wants into the one of skipped messages, as it is; still signed by
/// its sender, the broker would not take it from us. So it goes there signed by this service, with its first sender beside it.
/// </summary>
sealed class MoveAside(Sender sender) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        // What a filter refused never reached a consumer: unsaid, it would count as skipped, too.
        await context.NotifyFaulted(context.Exception);
        await next.Send(Sign(context) is { } delivery ? new SignedFailure(context, delivery) : context);
    }

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        next.Send(Sign(context) is { } delivery ? new Signed(context, delivery) : context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("move-aside");

    Delivery? Sign(ReceiveContext context) =>
        context.TryGetPayload<RabbitMqBasicConsumeContext>(out var delivery) ? new(delivery, sender.Forward(delivery.Properties)) : null;

    sealed record Delivery(RabbitMqBasicConsumeContext Before, IReadOnlyBasicProperties Properties) : RabbitMqBasicConsumeContext
    {
        public string Exchange => Before.Exchange;
        public string? RoutingKey => Before.RoutingKey;
        public string ConsumerTag => Before.ConsumerTag;
        public ulong DeliveryTag => Before.DeliveryTag;
    }

    class Signed(ReceiveContext context, Delivery delivery) : ReceiveContextProxy(context)
    {
        public override bool TryGetPayload<TPayload>(out TPayload payload)
        {
            if (typeof(TPayload) != typeof(RabbitMqBasicConsumeContext))
                return base.TryGetPayload(out payload);
            payload = (TPayload)(object)delivery;
            return true;
        }
    }

    sealed class SignedFailure(ExceptionReceiveContext context, Delivery delivery) : Signed(context, delivery), ExceptionReceiveContext
    {
        public Exception Exception => context.Exception;
        public DateTime ExceptionTimestamp => context.ExceptionTimestamp;
        public ExceptionInfo ExceptionInfo => context.ExceptionInfo;
        public SendHeaders ExceptionHeaders => context.ExceptionHeaders;
    }
}
