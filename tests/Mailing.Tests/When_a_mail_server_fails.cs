using Integrationskonzept.Testing;

namespace Integrationskonzept.Mailing.Tests;

public sealed class When_a_mail_server_fails(Servers servers)
{
    [Fact]
    public async Task For_a_while_it_is_tried_again_and_arrives_once()
    {
        using var spans = new Spans("Integrationskonzept.Work");
        using var meters = new Meters();
        await using var server = new MailServer();
        await using var office = await PostOffice.OpenAsync(servers, ("Mail:FirstPause", "00:00:00.05"));
        var address = Mailbox.NewAddress();
        var refusals = 0;
        server.OnRecipient = to => to == address && Interlocked.Increment(ref refusals) <= 2 ? "451 4.3.0 later" : null;
        await office.SendAsync(address, server, "fails-for-a-while");
        await office.SettledAsync("Sent", "fails-for-a-while");
        (server.To(address).Count, refusals).ShouldBe((1, 3));
        (await office.SqlAsync("select attempts || ' ' || doubts from mails")).ShouldBe("3 0");
        await Eventually.TrueAsync(
            () => Task.FromResult(spans.Outcomes(("tenant", "fails-for-a-while"), ("kind", "letter")) is ["Failed", "Failed", "Sent"]),
            "each attempt has a span"
        );
        meters.Sum("mails.failures", ("tenant", "fails-for-a-while")).ShouldBe(2);
        meters.Sum("mails.settled", ("tenant", "fails-for-a-while"), ("state", "Sent")).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_tried_later_each_time_by_an_hour_at_most_and_then_parked()
    {
        await using var server = new MailServer { OnRecipient = _ => "451 4.3.0 later" };
        await using var office = await PostOffice.OpenAsync(servers);
        await office.SendAsync(Mailbox.NewAddress(), server);
        foreach (var (attempt, minutes) in new[] { 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60 }.Index())
        {
            await Eventually.TrueAsync(
                async () => await office.SqlAsync($"select 1 from mails where attempts = {attempt + 1} and state = 'Waiting'") is not null,
                $"attempt {attempt + 1} has failed"
            );
            var due = (DateTime)(await office.SqlAsync("select due_at from mails"))!;
            (due - office.Clock.GetUtcNow().UtcDateTime).TotalMinutes.ShouldBeInRange(minutes - 0.5, minutes);
            office.Clock.Skip(TimeSpan.FromMinutes(minutes));
        }
        await office.SettledAsync("Parked");
        (await office.SqlAsync("select last_error || ' ' || attempts from mails")).ShouldBe("4.3.0 12");
    }

    [Fact]
    public async Task The_mails_of_others_do_not_wait_for_a_server_that_says_nothing()
    {
        await using var silent = new MailServer { IsSilent = true };
        await using var server = new MailServer();
        await using var office = await PostOffice.OpenAsync(servers);
        for (var number = 0; number < 24; number++)
            await office.SendAsync(Mailbox.NewAddress(), silent, "waits");
        await office.SendAsync(Mailbox.NewAddress(), server, "goes-on");
        await office.SettledAsync("Sent", "goes-on");
        (await office.SqlAsync("select count(*) from mails where tenant_slug = 'waits' and state in ('Waiting', 'Sending')")).ShouldBe(24L);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_not_tried_again()
    {
        await using var server = new MailServer { OnRecipient = _ => "550 5.1.1 no such user" };
        await using var office = await PostOffice.OpenAsync(servers);
        var address = Mailbox.NewAddress();
        await office.SendAsync(address, server);
        await office.SettledAsync("Bounced");
        office.Letters.Bounced.ShouldBe([(address, "5.1.1")]);
    }

    [Fact]
    public async Task In_doubt_it_is_sent_once_more_under_the_same_id_and_then_parked()
    {
        await using var server = new MailServer { HangUpAfter = _ => true };
        await using var office = await PostOffice.OpenAsync(servers, ("Mail:FirstPause", "00:00:00.05"));
        var address = Mailbox.NewAddress();
        await office.SendAsync(address, server);
        await office.SettledAsync("Parked");
        server.To(address).Count.ShouldBe(2);
        server.To(address).Select(mail => mail.Message.MessageId).Distinct().Count().ShouldBe(1);
    }
}
