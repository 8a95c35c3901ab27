using MassTransit;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>How often a consumer is tried again: at once three times, then with a pause. Then the error queue has the message.</summary>
static class Retries
{
    static readonly int[] Pauses = [0, 0, 0, 1, 5, 15];

    public static void Configure(IRetryConfigurator retry, TimeSpan first)
    {
        retry.Ignore<RefusedMessageException>();
        retry.Intervals([.. Pauses.Select(times => times * first)]);
    }

    /// <summary>True if this failure ends in the error queue.</summary>
    public static bool IsLast(ConsumeContext context, Exception failure) =>
        failure is RefusedMessageException || context.GetRetryAttempt() >= Pauses.Length;
}
