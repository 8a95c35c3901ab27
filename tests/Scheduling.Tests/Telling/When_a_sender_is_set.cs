using System.Net;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Scheduling.Telling.Senders;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Telling;

public sealed class When_a_sender_is_set(SchedulingService service)
{
    [Fact]
    public async Task The_password_is_never_answered_and_stored_encrypted()
    {
        var (tenant, api, coordinator) = await ALandkreisAsync();
        (await coordinator.GetAsync($"{api}/mail/sender").ReadAsync<SenderDto>()).Version.ShouldBe(0);
        var wish = new SetSender(
            "WIR",
            "wir@example.org",
            Server: new("mail.example.org", 587, SmtpSecurity.StartTls, "wir", "Sehr-Geheim-17")
        );
        using (var answer = await coordinator.SendAsync(HttpMethod.Put, $"{api}/mail/sender", wish, 0))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Geheim");
        }
        (await Database.ExecuteAsync(service.AdminConnection, $"select secret from sender_settings where tenant = '{tenant}'"))
            .ShouldBeOfType<string>()
            .ShouldNotContain("Geheim");

        // Not said, it stays for the same server only: a change of the host must not carry it elsewhere.
        var kept = await coordinator
            .SendAsync(HttpMethod.Put, $"{api}/mail/sender", wish with { Server = wish.Server! with { Secret = null } }, 1)
            .ReadAsync<SenderDto>();
        kept.Server!.HasSecret.ShouldBeTrue();
        var moved = await coordinator
            .SendAsync(
                HttpMethod.Put,
                $"{api}/mail/sender",
                wish with
                {
                    Server = wish.Server! with { Secret = null, Host = "other.example.org" },
                },
                kept.Version
            )
            .ReadAsync<SenderDto>();
        moved.Server!.HasSecret.ShouldBeFalse();
        await coordinator
            .SendAsync(
                HttpMethod.Put,
                $"{api}/mail/sender",
                wish with
                {
                    Server = wish.Server! with { Security = SmtpSecurity.None },
                },
                moved.Version
            )
            .ProblemAsync(422, "mail-secret-needs-tls");
        await coordinator.SendAsync(HttpMethod.Put, $"{api}/mail/sender", wish, 1).ProblemAsync(412, "changed-meanwhile");

        await service.As(tenant, "moderator").GetAsync($"{api}/mail/sender").ProblemAsync(403, "forbidden");
        await service.As(await service.NewTenantAsync(), "coordinator").GetAsync($"{api}/mail/sender").ProblemAsync(404, "not-found");
        await coordinator.DeleteAsync($"{api}/mail/sender").ReadNothingAsync();
        (await coordinator.GetAsync($"{api}/mail/sender").ReadAsync<SenderDto>()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_test_mail_tells_what_the_server_answers()
    {
        var (_, api, coordinator) = await ALandkreisAsync();
        await using var server = new MailServer
        {
            OnRecipient = to => to.StartsWith("nobody", StringComparison.Ordinal) ? "550 5.1.1 unknown here" : null,
        };
        await coordinator
            .SendAsync(
                HttpMethod.Put,
                $"{api}/mail/sender",
                new SetSender(
                    "WIR Köln",
                    "wir@example.org",
                    "answers@example.org",
                    Server: new("127.0.0.1", server.Port, SmtpSecurity.None)
                ),
                0
            )
            .ReadAsync<SenderDto>();
        var address = Mailbox.NewAddress();
        (
            await coordinator.SendAsync(HttpMethod.Post, $"{api}/mail/sender/test", new TestMail(address)).ReadAsync<TestMailSent>()
        ).Reply.ShouldContain("taken");
        var mail = server.To(address).Single();
        (mail.From, mail.Message.From.Mailboxes.Single().Name, mail.Message.ReplyTo.Mailboxes.Single().Address).ShouldBe(
            ("wir@example.org", "WIR Köln", "answers@example.org")
        );

        var refused = await coordinator
            .SendAsync(HttpMethod.Post, $"{api}/mail/sender/test", new TestMail($"nobody-{Guid.CreateVersion7():N}@example.org"))
            .ProblemAsync(422, "mail-server-refused");
        refused["reply"]!.GetValue<string>().ShouldContain("5.1.1 unknown here");
        for (var count = 0; count < 5; count++)
            await coordinator.SendAsync(HttpMethod.Post, $"{api}/mail/sender/test", new TestMail(address)).ReadAsync<TestMailSent>();
        await coordinator.SendAsync(HttpMethod.Post, $"{api}/mail/sender/test", new TestMail(address)).ProblemAsync(429, "too-many-mails");
        await server.DisposeAsync();
        await coordinator
            .SendAsync(HttpMethod.Post, $"{api}/mail/sender/test", new TestMail(Mailbox.NewAddress()))
            .ProblemAsync(422, "mail-server-unreachable");
    }

    [Fact]
    public async Task Servers_of_Landkreise_do_not_lie_in_our_network()
    {
        await using var strict = service.Beside("Mail:AllowPrivateHosts", "false");
        foreach (var host in new[] { "localhost", "10.1.2.3" })
        {
            var (tenant, api, _) = await ALandkreisAsync();
            var coordinator = strict.CreateClient();
            coordinator.DefaultRequestHeaders.Authorization = new("Bearer", service.Issuer.Token([$"{tenant}:coordinator"]));
            await coordinator
                .SendAsync(
                    HttpMethod.Put,
                    $"{api}/mail/sender",
                    new SetSender("WIR", "wir@example.org", Server: new(host, 25, SmtpSecurity.None)),
                    0
                )
                .ReadAsync<SenderDto>();
            await coordinator
                .SendAsync(HttpMethod.Post, $"{api}/mail/sender/test", new TestMail(Mailbox.NewAddress()))
                .ProblemAsync(422, "mail-host-not-allowed");
        }
    }

    async Task<(string Tenant, string Api, HttpClient Coordinator)> ALandkreisAsync()
    {
        var tenant = await service.NewTenantAsync();
        return (tenant, $"/api/v1/{tenant}", service.As(tenant, "coordinator"));
    }

    [Theory]
    [InlineData("wir hier@example.org"), InlineData("wir@example org"), InlineData("wir@@example.org"), InlineData("WIR <wir@example.org>")]
    public async Task What_no_mail_can_come_from_or_go_to_is_refused(string address)
    {
        var (_, api, coordinator) = await ALandkreisAsync();
        foreach (
            var wrong in new SetSender[]
            {
                new("WIR", address),
                new("WIR", "wir@example.org", address),
                new("WIR", "wir@example.org", BounceAddress: address),
            }
        )
            await coordinator.SendAsync(HttpMethod.Put, $"{api}/mail/sender", wrong, 0).ProblemAsync(400, "validation");
        await coordinator.SendAsync(HttpMethod.Post, $"{api}/mail/sender/test", new TestMail(address)).ProblemAsync(400, "validation");
    }
}
