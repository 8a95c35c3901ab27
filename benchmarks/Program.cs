using System.Globalization;
using Integrationskonzept.Benchmarks;

// ./bench runs all; ./bench registration runs one.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var benches = new Dictionary<string, Func<Task>>
{
    ["planning"] = Planning.RunAsync,
    ["registration"] = RegistrationBench.RunAsync,
    ["messaging"] = MessagingBench.RunAsync,
    ["memory"] = MemoryBench.RunAsync,
    ["sign-in"] = SignInBench.RunAsync,
    ["portal"] = PortalBench.RunAsync,
    ["board"] = BoardBench.RunAsync,
    ["trace"] = TraceBench.RunAsync,
    ["participation"] = async () =>
    {
        await ContributionsBench.RunAsync();
        await ContributingBench.RunAsync();
    },
};
foreach (var (name, run) in benches.Where(bench => args.Length == 0 || args.Contains(bench.Key)))
{
    Console.WriteLine($"== {name}");
    await run();
}
