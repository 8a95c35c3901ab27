using Integrationskonzept.Contracts;
using MassTransit;
using RabbitMQ.Client;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>
/// Who told a message. The broker takes no message that is signed as another user than the connection's, so the signature can be believed.
/// What this service itself put back to work carries its first sender along, in a header that only the service's own signature makes good.
/// </summary>
public sealed class Sender(string self)
{
    const string First = "first-sender";

    /// <summary>Signs a message as its owner; the broker refuses that from anybody else.</summary>
    internal static void Sign(SendContext context, Type type)
    {
        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
            rabbit.BasicProperties.UserId = MessageTypes.OwnerOf(type);
    }

    /// <summary>Refuses what was not told by its owner.</summary>
    internal void Require<T>(ConsumeContext<T> context)
        where T : class
    {
        var sender = context.ReceiveContext.TryGetPayload<RabbitMqBasicConsumeContext>(out var delivery) ? Of(delivery.Properties) : "";
        if (sender.Length == 0 || sender != MessageTypes.OwnerOf(typeof(T)))
            throw new ForeignSenderException(typeof(T).Name, sender);
    }

    /// <summary>The properties for the way into the error queue or out of it, signed by this service.</summary>
    internal BasicProperties Forward(IReadOnlyBasicProperties properties)
    {
        var own = new BasicProperties(properties)
        {
            Headers = new Dictionary<string, object?>(properties.Headers ?? new Dictionary<string, object?>()),
        };
        own.Headers[First] = Of(properties);
        own.UserId = self;
        return own;
    }

    /// <summary>Empty for nobody.</summary>
    string Of(IReadOnlyBasicProperties properties)
    {
        if (properties.UserId != self)
            return properties.UserId ?? "";
        return properties.Headers?.TryGetValue(First, out var first) != true
            ? self
            : first switch
            {
                byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
                _ => first as string ?? "",
            };
    }
}

/// <summary>A message that its owner has not told; it goes to the error queue at once.</summary>
public sealed class ForeignSenderException(string type, string sender)
    : RefusedMessageException($"{type} from {(sender.Length == 0 ? "nobody" : sender)} is refused: another service owns it.")
{
    /// <summary>Who sent it, as the broker says; empty for nobody.</summary>
    public string Sender => sender;
}
