using System.Globalization;
using Integrationskonzept.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not ["messaging"]) await Planning.RunAsync();
if (args is ["planning"]) return;
await using var servers = await Servers.StartAsync();
await using var raw = await RawMessaging.StartAsync(servers);
await using var outbox = await OutboxMessaging.StartAsync(servers);
await Measurement.RunAsync([raw, outbox]);
