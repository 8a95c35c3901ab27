using Integrationskonzept.Contracts;
using MassTransit;

namespace Integrationskonzept.ServiceDefaults.Messaging;

static class TenantHeader
{
    public const string Name = "tenant";

    /// <summary>The tenant of a message: its header and its body must say the same.</summary>
    public static string Of<T>(ConsumeContext<T> context)
        where T : class =>
        context.Headers.Get<string>(Name) is { Length: > 0 } header
        && context.Message is IntegrationEvent message
        && message.Tenant == header
            ? header
            : throw new TenantHeaderException(typeof(T).Name);
}

/// <summary>A message without a tenant, or with two; it goes to the error queue at once.</summary>
public sealed class TenantHeaderException(string type)
    : RefusedMessageException($"{type} without a tenant header that matches its body is refused.");
