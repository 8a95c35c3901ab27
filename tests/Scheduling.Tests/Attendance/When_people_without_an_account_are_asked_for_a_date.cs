using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Testing;
using MimeKit;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_people_without_an_account_are_asked_for_a_date(SchedulingService service)
{
    static readonly DateOnly Tuesday = Coming.Weekday(DayOfWeek.Tuesday, 200);

    static OfferDate On(DateOnly day) => new(day.At("18:00"), day.At("20:00"));

    [Fact]
    public async Task Each_address_is_asked_once_in_its_language_by_a_link_of_its_own()
    {
        var (given, poll) = await APollAsync();
        var (one, two) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var people = new InviteToPoll([new(one, MailLanguage.En), new(two), new(one.ToUpperInvariant())]);
        (await InviteAsync(given, poll, people).ReadAsync<InvitedPeople>()).ShouldBe(new(2, 1));
        (await InviteAsync(given, poll, people).ReadAsync<InvitedPeople>()).ShouldBe(new(0, 3));

        var english = await service.Mails.WaitAsync(one, "When can you come?");
        Mailbox
            .TextOf(english)
            .ShouldSatisfyAllConditions(
                text => text.ShouldContain($"Tuesday, {Tuesday.In("en")}, 18:00 to 20:00"),
                text => text.ShouldContain($"/{given.Tenant}/polls/{poll.Id}#answer=")
            );
        var german = await service.Mails.WaitAsync(two, "Wann können Sie?");
        Mailbox.TextOf(german).ShouldContain($"Dienstag, {Tuesday.In("de")}, 18:00 bis 20:00 Uhr");
        TokenOf(german).ShouldNotBe(TokenOf(english));
        service.Mails.To(one).Count.ShouldBe(1);

        await AnswerAsync(given, german, (2, Availability.Yes)).ReadAsync<PollLinkView>();
        (await given.Coordinator.GetAsync($"{given.Api}/polls/{poll.Id}/invitations/numbers").ReadAsync<PollInvitationNumbers>()).ShouldBe(
            new(2, 1)
        );
    }

    [Fact]
    public async Task The_link_shows_the_dates_and_answers_until_the_deadline_and_counts_once()
    {
        var (given, poll) = await APollAsync();
        var mail = await InvitedAsync(given, poll);
        var shown = await ShowAsync(given, TokenOf(mail)).ReadAsync<PollLinkView>();
        (shown.Title, shown.Venue, shown.CanAnswer, shown.Dates.Count).ShouldBe(("Anhörung", "Kreishaus", true, 0));
        shown.Options.Select(option => option.Start).ShouldBe(poll.Options.Select(option => option.Start));

        await AnswerAsync(given, mail, (1, Availability.Yes), (2, Availability.IfNeedBe)).ReadAsync<PollLinkView>();
        (await AnswerAsync(given, mail, (1, Availability.No)).ReadAsync<PollLinkView>()).Dates.ShouldBe(
            new Dictionary<int, Availability> { [1] = Availability.No }
        );
        (await ShowAsync(given, TokenOf(mail)).ReadAsync<PollLinkView>()).Dates.ShouldBe(
            new Dictionary<int, Availability> { [1] = Availability.No }
        );
        var counted = await ReadAsync(given, poll);
        (counted.Answers, counted.Options[0].No, counted.Options[1].IfNeedBe).ShouldBe((1, 1, 0), "what was said before is replaced");

        await AnswerAsync(given, mail, (9, Availability.Yes)).ProblemAsync(422, "poll-option-unknown");
        await AnswerAsync(given, mail).ReadAsync<PollLinkView>();
        (await ReadAsync(given, poll)).Answers.ShouldBe(0, "and can be taken back");

        await service.EndPollAsync(poll.Id, TimeSpan.FromSeconds(1));
        await AnswerAsync(given, mail, (1, Availability.Yes)).ProblemAsync(409, "poll-over");
        (await ShowAsync(given, TokenOf(mail)).ReadAsync<PollLinkView>()).CanAnswer.ShouldBeFalse();
        await InviteAsync(given, poll, new([new(Mailbox.NewAddress())])).ProblemAsync(409, "poll-over");
    }

    [Fact]
    public async Task An_address_counts_once_with_and_without_an_account()
    {
        var (given, poll) = await APollAsync();
        var address = Mailbox.NewAddress();
        var mail = await InvitedAsync(given, poll, address);
        await AnswerAsync(given, mail, (1, Availability.Yes)).ReadAsync<PollLinkView>();

        var account = new GivenRegistration(service, given, null!).Somebody(address.ToUpperInvariant());
        await account
            .SendAsync(HttpMethod.Put, $"{given.Api}/polls/{poll.Id}/answers/mine", new AnswerPoll(new() { [1] = Availability.No }))
            .ReadAsync<PollAnswerDto>();
        (await ReadAsync(given, poll)).ShouldSatisfyAllConditions(
            row => row.Answers.ShouldBe(1),
            row => row.Options[0].ShouldBe(poll.Options[0] with { No = 1 })
        );

        await AnswerAsync(given, mail, (1, Availability.IfNeedBe)).ReadAsync<PollLinkView>();
        (await account.GetAsync($"{given.Api}/polls/{poll.Id}/answers/mine").ReadAsync<PollAnswerDto>())
            .Dates[1]
            .ShouldBe(Availability.IfNeedBe);
        (await ReadAsync(given, poll)).Answers.ShouldBe(1);
    }

    [Fact]
    public async Task Who_can_come_on_the_chosen_date_is_invited_to_register_and_nobody_else()
    {
        var (given, poll) = await APollAsync();
        var can = Mailbox.NewAddress();
        var ifNeedBe = Mailbox.NewAddress();
        var canNot = Mailbox.NewAddress();
        var silent = Mailbox.NewAddress();
        foreach (var (address, said) in new[] { (can, Availability.Yes), (ifNeedBe, Availability.IfNeedBe), (canNot, Availability.No) })
            await AnswerAsync(given, await InvitedAsync(given, poll, address), (2, said), (1, Availability.Yes)).ReadAsync<PollLinkView>();
        var unanswered = await InvitedAsync(given, poll, silent);
        var decided = await given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/polls/{poll.Id}/decide", new DecidePoll(2), poll.Version)
            .ReadAsync<PollDto>();

        var mail = await service.Mails.WaitAsync(can, "Der Termin steht fest");
        Mailbox.TextOf(mail).ShouldContain($"Mittwoch, {Tuesday.AddDays(1).In("de")}");
        await service.Mails.WaitAsync(ifNeedBe, "Der Termin steht fest");
        (
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from mails where tenant_slug = '{given.Tenant}' and kind = 'poll-decided'"
                    )
                )!
        ).ShouldBe(2);

        var open = new GivenRegistration(service, given, await given.EventAsync(decided.EventId!.Value));
        await open.FollowAsync("invitation", mail, new { group = "politics" }).ProblemAsync(404, "registration-not-set-up");
        await open.SetAsync(0, open.Wish(3)).ReadAsync();
        (await open.FollowAsync("invitation", mail, new { group = "politics" }).ReadAsync<RegistrationDto>()).State.ShouldBe(
            RegistrationState.Confirmed
        );

        await AnswerAsync(given, unanswered, (1, Availability.Yes)).ProblemAsync(409, "poll-closed");
        (await ShowAsync(given, TokenOf(unanswered)).ReadAsync<PollLinkView>()).ShouldSatisfyAllConditions(
            link => link.CanAnswer.ShouldBeFalse(),
            link => link.State.ShouldBe(PollState.Decided),
            link => link.EventId.ShouldBe(decided.EventId)
        );
    }

    [Fact]
    public async Task Bad_links_are_refused()
    {
        var (given, poll) = await APollAsync();
        var token = TokenOf(await InvitedAsync(given, poll));
        foreach (var bad in new[] { token[..30] + (token[30] == 'A' ? 'B' : 'A') + token[31..], "abc", token[..^4], "ä" })
        {
            await ShowAsync(given, bad).ProblemAsync(422, "link-invalid");
            await AnswerAsync(given, bad, (1, Availability.Yes)).ProblemAsync(422, "link-invalid");
        }
        await ShowAsync(given, "").ProblemAsync(400, "validation");

        // A link for something else of the same Landkreis, and this link for something else or elsewhere.
        var open = await GivenRegistration.OpenAsync(service, 3);
        var guest = Mailbox.NewAddress();
        await open.GuestAsync(guest);
        var withdraw = Mailbox.TokenOf(await service.Mails.WaitAsync(guest, "Sie sind angemeldet"), "withdraw");
        await AnswerAsync(open.Given, withdraw, (1, Availability.Yes)).ProblemAsync(422, "link-invalid");
        await new GivenRegistration(service, given, null!).FollowAsync("withdraw", token).ProblemAsync(422, "link-invalid");
        await ShowAsync(open.Given, token).ProblemAsync(422, "link-invalid");
        (await ReadAsync(given, poll)).Answers.ShouldBe(0);
    }

    [Fact]
    public async Task Within_bounds_and_by_those_who_manage_polls()
    {
        var (given, poll) = await APollAsync();
        await InviteAsync(given, poll, new([])).ProblemAsync(400, "validation");
        await InviteAsync(given, poll, new([.. Enumerable.Range(0, 501).Select(number => new InvitePerson($"p{number}@example.org"))]))
            .ProblemAsync(400, "validation");
        (await InviteAsync(given, poll, new([new("a@example.org"), new("b")])).ProblemAsync(400, "validation"))["errors"]!
            ["addresses[1].address"]
            .ShouldNotBeNull();
        await given
            .Participant.SendAsync(HttpMethod.Post, $"{given.Api}/polls/{poll.Id}/invitations", new InviteToPoll([new("a@example.org")]))
            .ProblemAsync(403, "forbidden");
        var other = await Given.AMandateAsync(service);
        await InviteAsync(other, poll, new([new("a@example.org")])).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Addresses_are_forgotten_when_the_poll_is_over()
    {
        var given = await Given.AMandateAsync(service);
        async Task<(PollDto Poll, MimeMessage Mail)> One()
        {
            var poll = await OpenAsync(given);
            return (poll, await InvitedAsync(given, poll));
        }
        var (current, old, withdrawn) = (await One(), await One(), await One());
        await AnswerAsync(given, old.Mail, (1, Availability.Yes)).ReadAsync<PollLinkView>();
        await given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/polls/{withdrawn.Poll.Id}/withdraw", null).ReadAsync<PollDto>();
        await service.EndPollAsync(old.Poll.Id, TimeSpan.FromDays(91));
        await using var eager = service.Beside("Registrations:ForgetEvery", "00:00:00.2");
        using var running = eager.CreateClient();
        await Eventually.TrueAsync(
            async () =>
                (long)
                    (
                        await Database.ExecuteAsync(
                            service.AdminConnection,
                            $"select count(*) from poll_invitations where tenant = '{given.Tenant}'"
                        )
                    )! == 1,
            "two are forgotten"
        );
        await ShowAsync(given, TokenOf(old.Mail)).ProblemAsync(409, "poll-link-expired");
        (await ShowAsync(given, TokenOf(current.Mail)).ReadAsync<PollLinkView>()).PollId.ShouldBe(current.Poll.Id);
        (await ReadAsync(given, old.Poll)).Answers.ShouldBe(1, "the numbers stay");
    }

    static Task<PollDto> OpenAsync(Given given) =>
        given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"{given.Api}/polls",
                new OpenPoll
                {
                    MandateId = given.Mandate.AggregateId,
                    Kind = EventKind.Hearing,
                    Title = "Anhörung",
                    Deadline = Tuesday.AddDays(-11).InBerlin(14),
                    Venue = "Kreishaus",
                    Options = [On(Tuesday), On(Tuesday.AddDays(1))],
                }
            )
            .ReadAsync<PollDto>(HttpStatusCode.Created);

    async Task<(Given Given, PollDto Poll)> APollAsync()
    {
        var given = await Given.AMandateAsync(service);
        return (given, await OpenAsync(given));
    }

    static Task<HttpResponseMessage> InviteAsync(Given given, PollDto poll, InviteToPoll people) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/polls/{poll.Id}/invitations", people);

    async Task<MimeMessage> InvitedAsync(Given given, PollDto poll, string? address = null)
    {
        address ??= Mailbox.NewAddress();
        (await InviteAsync(given, poll, new([new(address)])).ReadAsync<InvitedPeople>()).Invited.ShouldBe(1);
        return await service.Mails.WaitAsync(address, "#answer=");
    }

    Task<HttpResponseMessage> ShowAsync(Given given, string token) =>
        service.CreateClient().SendAsync(HttpMethod.Post, $"{given.Api}/poll-links/show", new UsePollLink(token));

    Task<HttpResponseMessage> AnswerAsync(Given given, MimeMessage mail, params (int, Availability)[] dates) =>
        AnswerAsync(given, TokenOf(mail), dates);

    Task<HttpResponseMessage> AnswerAsync(Given given, string token, params (int Option, Availability Said)[] dates) =>
        service
            .CreateClient()
            .SendAsync(
                HttpMethod.Post,
                $"{given.Api}/poll-links/answer",
                new AnswerByLink(token, dates.ToDictionary(date => date.Option, date => date.Said))
            );

    static Task<PollDto> ReadAsync(Given given, PollDto poll) =>
        given.Participant.GetAsync($"{given.Api}/polls/{poll.Id}").ReadAsync<PollDto>();

    static string TokenOf(MimeMessage mail) =>
        System.Text.RegularExpressions.Regex.Match(Mailbox.TextOf(mail), @"#answer=([\w-]+)").Groups[1].Value;
}
