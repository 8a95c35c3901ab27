using MassTransit;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>How often a consumer is tried again: at once three times, then with a pause. Then the error queue has the message.</summary>
static class Retries
{
    static readonly int[] Pauses = [0, 0, 0, 1_000, 5_000, 15_000];

    public static void Configure(IRetryConfigurator retry)
    {
        retry.Ignore<TenantHeaderException>();
        retry.Intervals(Pauses);
    }

    /// <summary>True if this failure ends in the error queue.</summary>
    public static bool IsLast(ConsumeContext context, Exception failure) =>
        failure is TenantHeaderException || context.GetRetryAttempt() >= Pauses.Length;
}
