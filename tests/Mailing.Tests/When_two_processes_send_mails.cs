using Integrationskonzept.Testing;

namespace Integrationskonzept.Mailing.Tests;

public sealed class When_two_processes_send_mails(Servers servers)
{
    [Fact]
    public async Task Each_mail_is_sent_by_one_of_them_and_a_crash_in_between_is_made_good()
    {
        await using var server = new MailServer();
        await using var office = await PostOffice.OpenAsync(servers);
        await using var second = await office.BesideAsync();
        var people = Enumerable.Range(0, 20).Select(_ => Mailbox.NewAddress()).ToList();
        foreach (var person in people)
            await office.SendAsync(person, server, $"landkreis-{people.IndexOf(person) % 5}");
        await AllSentAsync();
        foreach (var person in people)
            server.To(person).Count.ShouldBe(1);

        // What a process leaves that died after the lease: claimed, not sent. And one that died between sending and settling: in doubt.
        await LeaveAsync(people[0], "Waiting");
        await LeaveAsync(people[1], "Sending");
        await AllSentAsync();
        foreach (var person in people.Take(2))
        {
            server.To(person).Count.ShouldBe(2);
            server.To(person).Select(mail => mail.Message.MessageId).Distinct().Count().ShouldBe(1);
        }
        foreach (var person in people.Skip(2))
            server.To(person).Count.ShouldBe(1);

        Task AllSentAsync() =>
            Eventually.TrueAsync(
                async () => await office.SqlAsync("select count(*) from mails where state <> 'Sent'") is 0L,
                "all mails are sent"
            );

        async Task LeaveAsync(string person, string state)
        {
            var mail = $"id = '{server.To(person).Single().Message.MessageId!.Split('@')[0]}'";
            await Database.SetTimesAsync(office.Connection, "mails", mail, ("due_at", TimeSpan.FromSeconds(1)), ("settled_at", null));
            await office.SqlAsync($"update mails set state = '{state}', claim = gen_random_uuid() where {mail}");
        }
    }
}
