using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.Mailing.Tests;

public sealed class When_somebody_would_be_flooded(Servers servers)
{
    [Fact]
    public async Task A_mailbox_has_its_share_of_a_day_however_it_is_written()
    {
        await using var office = await PostOffice.OpenAsync(servers, ("Mail:MostPerAddress", "2"));
        (await TakeAsync(office, "anna@example.org")).ShouldBeTrue();
        (await TakeAsync(office, " Anna+news@Example.org")).ShouldBeTrue();
        (await TakeAsync(office, "ANNA@example.org")).ShouldBeFalse();
        (await TakeAsync(office, "berta@example.org")).ShouldBeTrue();
        (await TakeAsync(office, "anna@example.org", "answers")).ShouldBeTrue("a kind of mail can have a share of its own");
        office.Clock.Skip(TimeSpan.FromHours(25));
        (await TakeAsync(office, "anna@example.org")).ShouldBeTrue("the next day");
    }

    [Fact]
    public async Task Nor_does_one_caller_write_to_many()
    {
        await using var office = await PostOffice.OpenAsync(servers, ("Mail:MostPerCaller", "3"));
        for (var count = 0; count < 3; count++)
            await RequireAsync();
        await Should.ThrowAsync<TooManyMails>(RequireAsync());
        office.Clock.Skip(TimeSpan.FromSeconds(61));
        await RequireAsync();

        Task<bool> RequireAsync() =>
            office.InTenantAsync(async services =>
            {
                await services.GetRequiredService<MailAllowance>().RequireAsync("192.0.2.1", CancellationToken.None);
                return true;
            });
    }

    [Fact]
    public async Task At_once_no_more_are_taken_than_there_are()
    {
        await using var office = await PostOffice.OpenAsync(servers, ("Mail:MostPerAddress", "4"));
        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TakeAsync(office, "anna@example.org")));
        taken.Count(given => given).ShouldBe(4);
    }

    static Task<bool> TakeAsync(PostOffice office, string address, string of = "anything") =>
        office.InTenantAsync(services => services.GetRequiredService<MailAllowance>().TakeAsync(address, CancellationToken.None, of));
}
