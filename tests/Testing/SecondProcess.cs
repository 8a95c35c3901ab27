using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Integrationskonzept.Testing;

/// <summary>A process beside the one that all tests share, on the same database and queues.</summary>
public static class SecondProcess
{
    static readonly string[] Work = ["MassTransitHostedService", "OutboxRelay", "MailRelay", "PlanningRunWorker"];

    /// <summary>
    /// It answers requests and forgets. It takes up no message, mail or plan, whoever's it is: a process gives back what it holds when it
    /// ends, but this one is only disposed of, and its connection to the broker may outlive its test.
    /// </summary>
    public static IWebHostBuilder TakesUpNothing(this IWebHostBuilder web) =>
        web.ConfigureTestServices(services =>
        {
            var taken = services.Where(service => Work.Contains(service.ImplementationType?.Name)).ToList();
            if (taken.Count < 2)
                throw new InvalidOperationException("What takes up messages and mails has other names now.");
            foreach (var service in taken)
                services.Remove(service);
        });
}
