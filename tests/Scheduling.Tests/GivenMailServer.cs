using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Scheduling.Telling.Senders;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests;

/// <summary>An event of a Landkreis whose mails go to a server of its own.</summary>
static class GivenMailServer
{
    public static async Task<GivenRegistration> AnEventAsync(this SchedulingService service, MailServer server, int capacity = 5)
    {
        var open = await GivenRegistration.OpenAsync(service, capacity);
        await open
            .Given.Coordinator.SendAsync(
                HttpMethod.Put,
                $"{open.Given.Api}/mail/sender",
                new SetSender(
                    "WIR",
                    "wir@example.org",
                    BounceAddress: "bounces@example.org",
                    Server: new("127.0.0.1", server.Port, SmtpSecurity.None)
                ),
                0
            )
            .ReadAsync<SenderDto>();
        return open;
    }

    public static Task<object?> OfMailsAsync(this SchedulingService service, GivenRegistration open, string what) =>
        Database.ExecuteAsync(service.AdminConnection, $"select {what} from mails where tenant_slug = '{open.Given.Tenant}'");

    public static Task SettledAsync(this SchedulingService service, GivenRegistration open, string states, int? count = null) =>
        Eventually.TrueAsync(
            async () =>
                await service.OfMailsAsync(open, "string_agg(distinct state, ',' order by state) || ' ' || count(*)") is string now
                && (count is null ? now.StartsWith(states + " ", StringComparison.Ordinal) : now == $"{states} {count}"),
            $"all mails of the Landkreis are {states}"
        );
}
