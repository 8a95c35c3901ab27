namespace Integrationskonzept.Benchmarks;

/// <summary>Outbox and inbox beside the bare library.</summary>
static class MessagingBench
{
    public static async Task RunAsync()
    {
        await using var servers = await Servers.StartAsync();
        await using var raw = await RawMessaging.StartAsync(servers);
        await using var outbox = await OutboxMessaging.StartAsync(servers);
        await Measurement.RunAsync([raw, outbox]);
    }
}
