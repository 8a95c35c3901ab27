using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.Mailing.Tests;

public sealed class When_mails_wait(Servers servers)
{
    [Fact]
    public async Task The_same_cause_makes_one_mail()
    {
        await using var server = new MailServer();
        await using var office = await PostOffice.OpenAsync(servers);
        var address = Mailbox.NewAddress();
        foreach (var _ in Enumerable.Range(0, 2))
            await office.QueueAsync(() => PostOffice.Letter(address, server.Port), key: "moved-2");
        await office.SettledAsync("Sent");
        server.To(address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_not_committed_is_not_sent()
    {
        await using var server = new MailServer();
        await using var office = await PostOffice.OpenAsync(servers);
        var (undone, address) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        await office.InTenantAsync(async services =>
        {
            await using var transaction = await services.GetRequiredService<ServiceDb>().Database.BeginTransactionAsync();
            var about = office.Letters.Write(() => PostOffice.Letter(undone, server.Port));
            await services.GetRequiredService<MailQueue>().AddAsync("letter", about, 1, "undone", CancellationToken.None);
            await transaction.RollbackAsync();
            return true;
        });
        await office.SendAsync(address, server);
        await office.SettledAsync("Sent");
        server.Received.Select(mail => mail.To).ShouldBe([address]);
    }

    [Fact]
    public async Task Many_about_the_same_change_are_queued_at_once_and_only_those_that_are_new()
    {
        await using var server = new MailServer();
        await using var office = await PostOffice.OpenAsync(servers);
        var people = Enumerable.Range(0, 25).Select(_ => Mailbox.NewAddress()).ToList();
        var about = people.Select(person => office.Letters.Write(() => PostOffice.Letter(person, server.Port))).ToList();
        (await AddAsync(about[..5])).ShouldBe(5);
        (await AddAsync(about)).ShouldBe(20);
        await office.SettledAsync(string.Join(',', Enumerable.Repeat("Sent", 25)));
        server.Received.Select(mail => mail.To).Order().ShouldBe(people.Order());

        Task<int> AddAsync(List<Guid> some) =>
            office.InTenantAsync(services =>
                services.GetRequiredService<MailQueue>().AddAsync("letter", some, 1, "moved-", CancellationToken.None)
            );
    }

    [Fact]
    public async Task What_is_not_true_any_more_is_not_said()
    {
        await using var office = await PostOffice.OpenAsync(servers);
        await office.QueueAsync(() => null);
        await office.SettledAsync("Superseded");
    }

    [Fact]
    public async Task What_was_settled_is_forgotten_after_a_month()
    {
        await using var server = new MailServer();
        await using var office = await PostOffice.OpenAsync(servers);
        await office.SendAsync(Mailbox.NewAddress(), server);
        await office.SettledAsync("Sent");
        office.Clock.Skip(TimeSpan.FromDays(31));
        await using var next = await office.BesideAsync();
        next.Clock.Skip(TimeSpan.FromDays(31));
        await Eventually.TrueAsync(async () => await office.SqlAsync("select count(*) from mails") is 0L, "it is forgotten");
    }
}
