using System.Net;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_somebody_registers_without_an_account(SchedulingService service)
{
    [Fact]
    public async Task The_order_is_that_of_confirmation()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, second) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        await open.RequestAsync(first).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        var asked = await service.Mails.WaitAsync(first, "confirm=");
        (await open.NumbersAsync()).ShouldBe(new(1, 0, 0, 0, 0), "an address that nobody confirmed takes no seat");

        (await open.GuestAsync(second)).State.ShouldBe(RegistrationState.Confirmed);
        var late = await open.FollowAsync("confirm", asked).ReadAsync<RegistrationDto>();
        (late.State, late.Position, late.Organisation).ShouldBe((RegistrationState.Waiting, 1, "Sportkreis"));
        late.Account.ShouldStartWith("guest:");
        Mailbox.TextOf(await service.Mails.WaitAsync(first, "Warteliste")).ShouldContain("Platz 1 der Warteliste");
        (await service.Mails.WaitAsync(second, "Sie sind angemeldet")).Subject.ShouldBe("Sie sind angemeldet: Auftakt");
    }

    [Fact]
    public async Task Strangers_do_not_learn_who_is_registered()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var known = Mailbox.NewAddress();
        await open.GuestAsync(known);
        var answers = new List<string>();
        foreach (var address in new[] { known.ToUpperInvariant(), Mailbox.NewAddress() })
        {
            using var answer = await open.RequestAsync(address);
            answers.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        answers.Distinct().Count().ShouldBe(1);
        answers[0].ShouldStartWith("202 ");
        var mail = await service.Mails.WaitAsync(known, "schon angemeldet");
        Mailbox.TextOf(mail).ShouldNotContain("confirm=");
        (await open.ListAsync(RegistrationState.Confirmed)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_registers_once_with_and_without_an_account()
    {
        var open = await GivenRegistration.OpenAsync(service, 9);
        var address = Mailbox.NewAddress();
        await open.RequestAsync(address).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        await open.RequestAsync(address.ToUpperInvariant()).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        await Eventually.TrueAsync(() => Task.FromResult(service.Mails.To(address).Count == 2), "two mails");
        var both = service.Mails.To(address);
        var registered = await open.FollowAsync("confirm", both[0]).ReadAsync<RegistrationDto>();
        var problem = await open.FollowAsync("confirm", both[1]).ProblemAsync(409, "already-registered");
        problem["registrationId"]!.GetValue<Guid>().ShouldBe(registered.Id);
        await open.RegisterAsync(open.Somebody(address)).ProblemAsync(409, "already-registered");

        var other = Mailbox.NewAddress();
        await open.RegisterAsync(open.Somebody(other)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RequestAsync(other).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        await service.Mails.WaitAsync(other, "schon angemeldet");
    }

    [Fact]
    public async Task Links_change_withdraw_and_accept_each_once()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (first, second) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        await open.GuestAsync(first);
        await open.GuestAsync(second, MailLanguage.En);
        var confirmation = await service.Mails.WaitAsync(first, "Sie sind angemeldet");

        var changed = await open.FollowAsync(
                "change",
                confirmation,
                new
                {
                    organisation = "Jugendrat",
                    accessNeeds = "Rampe",
                    language = "en",
                }
            )
            .ReadAsync<RegistrationDto>();
        (changed.Organisation, changed.AccessNeeds).ShouldBe(("Jugendrat", "Rampe"));
        await open.FollowAsync("change", confirmation, new { organisation = "X" }).ProblemAsync(409, "link-used");
        await open.FollowAsync(
                "change",
                await service.Mails.WaitAsync(first, "Your details have changed"),
                new { organisation = "Jugendrat" }
            )
            .ReadAsync<RegistrationDto>();

        (await open.FollowAsync("show", Mailbox.TokenOf(confirmation, "withdraw")).ReadAsync<LinkView>()).Event!.Id.ShouldBe(open.Event.Id);
        (await open.FollowAsync("withdraw", confirmation).ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Withdrawn);
        await open.FollowAsync("withdraw", confirmation).ProblemAsync(409, "link-used");

        var offer = await service.Mails.WaitAsync(second, "A seat is free");
        (await open.FollowAsync("accept", offer).ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Confirmed);
        await open.FollowAsync("accept", offer).ProblemAsync(409, "link-used");
        (await open.NumbersAsync()).ShouldBe(new(1, 1, 0, 0, 0));
    }

    [Fact]
    public async Task Bad_links_are_refused_and_lose_nothing()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        var address = Mailbox.NewAddress();
        await open.RequestAsync(address).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        var token = Mailbox.TokenOf(await service.Mails.WaitAsync(address, "confirm="), "confirm");

        var forged = token[..40] + (token[40] == 'A' ? 'B' : 'A') + token[41..];
        foreach (
            var bad in new[]
            {
                "a@localhost",
                "a@[192.0.2.1]",
                "a@192.0.2.1",
                "a@example.",
                "\"a\"@example.org",
                "a@ｅxample.org",
                forged,
                "abc",
                "",
                token[..^4],
                "ä",
            }
        )
            await open.FollowAsync("confirm", bad)
                .ProblemAsync(bad.Length == 0 ? 400 : 422, bad.Length == 0 ? "validation" : "link-invalid");
        (await open.FollowAsync("withdraw", token).ProblemAsync(422, "link-for-other"))["purpose"]!.GetValue<string>().ShouldBe("confirm");
        var elsewhere = await service.NewTenantAsync();
        await service
            .CreateClient()
            .SendAsync(HttpMethod.Post, $"/api/v1/{elsewhere}/registration-links/confirm", new UseLink(token))
            .ProblemAsync(422, "link-invalid");

        (await open.FollowAsync("confirm", token).ReadAsync<RegistrationDto>()).State.ShouldBe(RegistrationState.Confirmed);
        await open.FollowAsync("confirm", token).ProblemAsync(409, "link-used");
    }

    [Fact]
    public async Task An_expired_link_says_so()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        var address = Mailbox.NewAddress();
        await open.RequestAsync(address).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        var first = Mailbox.TokenOf(await service.Mails.WaitAsync(address, "confirm="), "confirm");
        // As if it had been asked for almost two days ago, and the mail were written only now: where it comes too late for that, once more.
        var token = await Eventually.GetAsync(
            async () =>
            {
                if (Mailbox.TokenOf(service.Mails.To(address).Single(), "confirm") is var again && again != first)
                    return again;
                var almostTwoDays = TimeSpan.FromSeconds(2) - TimeSpan.FromHours(48);
                var settled =
                    "state in ('Sent', 'Superseded') and "
                    + $"reference = (select id from registration_requests where address = '{address}')";
                await service.SetTimesAsync(
                    "registration_requests",
                    $"address = '{address}' and exists (select 1 from mails where {settled})",
                    ("requested_at", almostTwoDays)
                );
                await service.SetTimesAsync("mails", settled, ("due_at", TimeSpan.Zero));
                await Database.ExecuteAsync(service.AdminConnection, $"update mails set state = 'Waiting' where {settled}");
                return null;
            },
            "the mail is written again, into the same file"
        );
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await open.FollowAsync("show", token);
                return answer.StatusCode == HttpStatusCode.Conflict;
            },
            "it expires"
        );
        await open.FollowAsync("confirm", token).ProblemAsync(409, "link-expired");
        (await open.NumbersAsync()).Confirmed.ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_is_flooded_through_us()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        var (victim, other) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        for (var count = 0; count < 9; count++)
            await open.RequestAsync(count % 2 == 0 ? victim : victim.ToUpperInvariant())
                .ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        await open.RequestAsync(other).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        await service.Mails.WaitAsync(other, "confirm="); // queued last, so all others are there
        await Eventually.TrueAsync(() => Task.FromResult(service.Mails.To(victim).Count == 6), "the share of a day");
        (
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from registration_requests where address ilike '{victim}'"
                    )
                )!
        ).ShouldBe(6);
    }

    [Fact]
    public async Task One_mailbox_has_one_share_whatever_stands_after_a_plus_sign()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var (name, domain) = Mailbox.NewAddress().Split('@') is [var before, var after] ? (before, after) : default;
        for (var mail = 0; mail < 9; mail++)
            await open.RequestAsync($"{name}+{mail}@{domain}").ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        (
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from registration_requests where address like '{name}+%'"
                    )
                )!
        ).ShouldBe(6);
        (
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from mails where tenant_slug = '{open.Given.Tenant}' and kind = 'confirm-address'"
                    )
                )!
        ).ShouldBe(6);
    }

    [Fact]
    public async Task One_caller_does_not_write_to_hundreds_of_addresses_at_once()
    {
        new Mailing.MailOptions().MostPerCaller.ShouldBe(60);
        var open = await GivenRegistration.OpenAsync(service, 5);
        await using var beside = service.Beside("Mail:MostPerCaller", "10");
        using var caller = open.Somebody(beside.CreateClient);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(_ =>
                    caller.SendAsync(
                        HttpMethod.Post,
                        $"{open.Api}/registrations/guests",
                        new RequestRegistration(Mailbox.NewAddress(), Contracts.StakeholderGroup.CivilSociety)
                    )
                )
        );
        answers
            .GroupBy(answer => answer.StatusCode)
            .ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(
                new Dictionary<HttpStatusCode, int> { [HttpStatusCode.Accepted] = 10, [HttpStatusCode.TooManyRequests] = 20 },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Only_addresses_are_accepted_and_only_while_it_is_open()
    {
        var open = await GivenRegistration.OpenAsync(service, 3);
        foreach (
            var bad in new[]
            {
                "a@localhost",
                "a@[192.0.2.1]",
                "a@192.0.2.1",
                "a@example.",
                "\"a\"@example.org",
                "a@ｅxample.org",
                "nobody",
                "a b@example.org",
                "x@example.org\r\nBcc: y@example.org",
                "Name <x@example.org>",
                "a@b@c",
            }
        )
            (await open.RequestAsync(bad).ProblemAsync(400, "validation"))["errors"]!["address"].ShouldNotBeNull(bad);
        await open.SetAsync(1, open.Wish(3) with { ClosesAt = GivenRegistration.Past.AddDays(1) }).ReadAsync();
        await open.RequestAsync(Mailbox.NewAddress()).ProblemAsync(409, "registration-closed");
    }
}
