using System.Net;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Tests.Attendance;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Telling;

/// <summary>Alone: the second process takes up whatever is to be sent, and what it has when it ends is in doubt.</summary>
[Collection(nameof(Crowd))]
public sealed class When_two_processes_send_mails(SchedulingService service)
{
    [Fact]
    public async Task Each_mail_is_sent_by_one_of_them_and_a_crash_in_between_is_made_good()
    {
        await using var server = new SmtpServer();
        await using var second = service.WithWebHostBuilder(_ => { });
        second.CreateClient().Dispose();
        var open = await service.AnEventAsync(server, 40);
        var people = Enumerable.Range(0, 20).Select(_ => Mailbox.NewAddress()).ToList();
        await Parallel.ForEachAsync(
            people,
            async (person, _) => await open.RegisterAsync(open.Somebody(person)).ReadAsync<RegistrationDto>(HttpStatusCode.Created)
        );
        await service.SettledAsync(open, "Sent", 20);
        foreach (var person in people)
            server.To(person).Count.ShouldBe(1);

        // What a process leaves that died after the lease: claimed, not sent. And one that died between sending and settling: in doubt.
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"""
            update mails set state = 'Waiting', claim = gen_random_uuid(), due_at = now() + interval '1 second', settled_at = null
                where tenant_slug = '{open.Given.Tenant}' and reference in
                (select id from registrations where subject = (select subject from contacts where address = '{people[0]}'));
            update mails set state = 'Sending', claim = gen_random_uuid(), due_at = now() + interval '1 second', settled_at = null
                where tenant_slug = '{open.Given.Tenant}' and reference in
                (select id from registrations where subject = (select subject from contacts where address = '{people[1]}'))
            """
        );
        await service.SettledAsync(open, "Sent", 20);
        (server.To(people[0]).Count, server.To(people[1]).Count, server.Received.Count(mail => people.Skip(2).Contains(mail.To))).ShouldBe(
            (2, 2, 18)
        );
        foreach (var person in people.Take(2))
            server.To(person).Select(mail => mail.Message.MessageId).Distinct().Count().ShouldBe(1);
    }
}
