using System.Net;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_addresses_are_not_needed_any_more(SchedulingService service)
{
    [Fact]
    public async Task Requests_that_nobody_confirmed_are_forgotten_after_a_week()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var (old, recent) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        foreach (var address in new[] { old, recent })
            await open.RequestAsync(address).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        var tokens = (
            Old: Mailbox.TokenOf(await service.Mails.WaitAsync(old, "confirm="), "confirm"),
            Recent: Mailbox.TokenOf(await service.Mails.WaitAsync(recent, "confirm="), "confirm")
        );
        await service.SetTimesAsync("registration_requests", $"address = '{old}'", ("requested_at", TimeSpan.FromHours(-169)));
        await service.SetTimesAsync("registration_requests", $"address = '{recent}'", ("requested_at", TimeSpan.FromHours(-167)));

        await ForgottenAsync($"registration_requests where address = '{old}'");
        (await CountAsync($"registration_requests where address = '{recent}'")).ShouldBe(1);
        await open.FollowAsync("confirm", tokens.Old).ProblemAsync(409, "link-expired");
        await open.FollowAsync("confirm", tokens.Recent).ReadAsync<RegistrationDto>();
    }

    [Fact]
    public async Task Invitations_a_day_after_their_event()
    {
        var (past, recent) = (await InvitedAsync(), await InvitedAsync());
        await OverAsync(past.Open, TimeSpan.FromHours(25));
        await OverAsync(recent.Open, TimeSpan.FromHours(23));
        await ForgottenAsync($"invitations where address = '{past.Address}'");
        (await CountAsync($"invitations where address = '{recent.Address}'")).ShouldBe(1);

        async Task<(GivenRegistration Open, string Address)> InvitedAsync()
        {
            var open = await GivenRegistration.OpenAsync(service, 5);
            var address = Mailbox.NewAddress();
            await open
                .Given.Coordinator.SendAsync(HttpMethod.Post, $"{open.Api}/invitations", new InvitePeople([new(address)]))
                .ReadAsync<InvitedPeople>();
            return (open, address);
        }
    }

    [Fact]
    public async Task Addresses_180_days_after_the_last_event_and_the_registration_stays()
    {
        var (gone, kept, late) = (await RegisteredAsync(), await RegisteredAsync(), await RegisteredAsync());
        await OverAsync(gone.Open, TimeSpan.FromDays(181));
        await OverAsync(kept.Open, TimeSpan.FromDays(179));
        await OverAsync(late.Open, TimeSpan.FromDays(181), registered: TimeSpan.FromDays(1)); // such as at the door, entered late
        await ForgottenAsync($"contacts where address = '{gone.Address}'");
        (await CountAsync($"contacts where address in ('{kept.Address}', '{late.Address}')")).ShouldBe(2);
        (await CountAsync($"registrations where event_id = '{gone.Open.Event.Id}' and state = 'Confirmed'")).ShouldBe(
            1,
            "numbers stay true"
        );
    }

    [Fact]
    public async Task All_that_was_said_goes_with_the_withdrawal_and_the_address_after_the_last_mail()
    {
        var (gone, stays) = (await RegisteredAsync(), await RegisteredAsync());
        var link = Mailbox.TokenOf(await service.Mails.WaitAsync(gone.Address, "withdraw="), "withdraw");
        await gone.Open.FollowAsync("withdraw", link).ReadAsync<RegistrationDto>();
        (await CountAsync($"registration_requests where address = '{gone.Address}'")).ShouldBe(0);
        (
            await CountAsync($"registrations where event_id = '{gone.Open.Event.Id}' and (name is not null or access_needs is not null)")
        ).ShouldBe(0);
        await service.Mails.WaitAsync(gone.Address, "abgemeldet");
        await ForgottenAsync($"contacts where address = '{gone.Address}'");
        (await CountAsync($"contacts where address = '{stays.Address}'")).ShouldBe(1);
        (await CountAsync($"registration_requests where address = '{stays.Address}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Names_with_them_and_needs_a_day_after_the_event()
    {
        var (old, recent, current) = (await RegisteredAsync(), await RegisteredAsync(), await RegisteredAsync());
        await OverAsync(old.Open, TimeSpan.FromDays(181));
        await OverAsync(recent.Open, TimeSpan.FromHours(25));
        await ForgottenAsync($"registrations where event_id = '{old.Open.Event.Id}' and (name is not null or access_needs is not null)");
        await ForgottenAsync($"registrations where event_id = '{recent.Open.Event.Id}' and access_needs is not null");
        (await CountAsync($"registrations where event_id = '{recent.Open.Event.Id}' and name is not null")).ShouldBe(
            1,
            "certificates are still made"
        );
        (
            await CountAsync($"registrations where event_id = '{current.Open.Event.Id}' and name is not null and access_needs = 'Rampe'")
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Refusing_mailboxes_180_days_after_they_refused()
    {
        var tenant = await service.NewTenantAsync();
        foreach (var (hash, age) in new[] { ("old", "181 days"), ("recent", "179 days") })
            await SqlAsync(
                $"insert into undeliverable_addresses (tenant, id, version, address_hash, code, since) values ('{tenant}', "
                    + $"gen_random_uuid(), 1, '{hash}', '5.1.1', now() - interval '{age}')"
            );
        await ForgottenAsync($"undeliverable_addresses where tenant = '{tenant}' and address_hash = 'old'");
        (await CountAsync($"undeliverable_addresses where tenant = '{tenant}' and address_hash = 'recent'")).ShouldBe(1);
    }

    async Task<(GivenRegistration Open, string Address)> RegisteredAsync()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var address = Mailbox.NewAddress();
        await open.GuestAsync(address);
        await SqlAsync($"update registrations set name = 'Gast Eins', access_needs = 'Rampe' where event_id = '{open.Event.Id}'");
        return (open, address);
    }

    /// <summary>As if it had ended this long ago.</summary>
    async Task OverAsync(GivenRegistration open, TimeSpan ago, TimeSpan? registered = null)
    {
        var since = registered ?? TimeSpan.FromDays(300);
        await service.SetTimesAsync("registrations", $"event_id = '{open.Event.Id}'", ("registered_at", -since));
        await service.SetTimesAsync("events", $"id = '{open.Event.Id}'", ("start", -ago - TimeSpan.FromHours(2)), ("end", -ago));
        await SqlAsync($"update events set state = 'Held' where id = '{open.Event.Id}'");
    }

    /// <summary>A process that looks often does what others do once an hour. Rows that stay are looked at by the same statements.</summary>
    async Task ForgottenAsync(string rows)
    {
        await using var eager = service.Beside("Registrations:ForgetEvery", "00:00:00.1");
        using var running = eager.CreateClient();
        await Eventually.TrueAsync(async () => await CountAsync(rows) == 0, $"{rows} are forgotten");
    }

    Task<object?> SqlAsync(string sql) => Database.ExecuteAsync(service.AdminConnection, sql);

    async Task<long> CountAsync(string rows) => (long)(await SqlAsync($"select count(*) from {rows}"))!;
}
