using System.Net;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Reminders;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;
using NodaTime;

namespace Integrationskonzept.Scheduling.Tests.Telling;

public sealed class When_people_are_reminded(SchedulingService service)
{
    [Fact]
    public async Task By_the_calendar_of_the_Landkreis_and_anew_when_the_event_moves()
    {
        var open = await BesideThePlanAsync(3);
        (await DatesAsync(open)).ShouldBe(Expected(open.Event));
        var forward = Coming.ClocksForward(30);
        // Two days after the clocks went forward: days before are not 24 hours each.
        var moved = await MoveAsync(open, forward.AddDays(2));
        (await DatesAsync(open)).ShouldBe(Expected(moved));
        Expected(moved)[0].ShouldBe($"BeforeStart-1d0h {forward.AddDays(1).At("14:00")}");
        (
            (DateTime)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select due_at from event_reminders where event_id = '{open.Event.Id}' and rule = 'BeforeStart-7d0h'"
                    )
                )!
        )
            .ToUniversalTime()
            .ShouldBe(
                forward.AddDays(-5).ToDateTime(new(13, 0), DateTimeKind.Utc),
                "14:00 in winter time, one hour later than a week of 24 hours a day"
            );
        await open.Given.CancelAsync(open.Event.Id).ReadAsync();
        (await DatesAsync(open)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_who_takes_part_once_and_nobody_else()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (confirmed, waiting) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        await open.RegisterAsync(open.Somebody(confirmed)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RegisterAsync(open.Somebody(waiting)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await DueAsync(open, "BeforeStart-7d0h");
        Mailbox.TextOf(await service.Mails.WaitAsync(confirmed, "Erinnerung")).ShouldContain("#withdraw=");
        // A crash after the mails were queued and before that was noted.
        await DueAsync(open, "BeforeStart-7d0h");
        await DueAsync(open, "BeforeStart-1d0h");
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    service.Mails.To(confirmed).Count(mail => mail.Subject!.StartsWith("Erinnerung", StringComparison.Ordinal)) == 2
                ),
            "one for each rule"
        );
        service.Mails.To(waiting).Count.ShouldBe(1);
        (
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from mails where tenant_slug = '{open.Given.Tenant}' and kind = 'reminder'"
                    )
                )!
        ).ShouldBe(2);
    }

    [Fact]
    public async Task Not_when_it_makes_no_sense_any_more()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        await open.RegisterAsync(open.Somebody(Mailbox.NewAddress())).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        // As if the service had been away: the event has begun meanwhile.
        await service.BeginAsync(open.Event.Id, TimeSpan.FromHours(1));
        await DueAsync(open, "BeforeStart-1d0h");
        (
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from mails where tenant_slug = '{open.Given.Tenant}' and kind = 'reminder'"
                    )
                )!
        ).ShouldBe(0);
    }

    [Fact]
    public async Task By_rules_of_the_Landkreis_or_of_the_event()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var (coordinator, api) = (open.Given.Coordinator, open.Given.Api);
        var usual = await coordinator.GetAsync($"{api}/mail/reminders").ReadAsync<RemindersDto>();
        usual.Version.ShouldBe(0);
        usual.Rules.ShouldBe(ReminderSettings.Usual);
        await coordinator
            .SendAsync(HttpMethod.Put, $"{api}/mail/reminders", new SetReminders([new(ReminderAnchor.BeforeStart, 3)]), 0)
            .ReadAsync<RemindersDto>();
        (await DatesAsync(open)).Single().ShouldStartWith("BeforeStart-3d0h");
        await coordinator
            .SendAsync(
                HttpMethod.Put,
                $"{open.Api}/reminders",
                new SetReminders([new(ReminderAnchor.BeforeStart, 0, 2), new(ReminderAnchor.BeforeStart, 0, 2)]),
                0
            )
            .ReadAsync<RemindersDto>();
        (await DatesAsync(open)).Single().ShouldStartWith("BeforeStart-0d2h");
        await coordinator
            .SendAsync(HttpMethod.Put, $"{open.Api}/reminders", new SetReminders([]), 0)
            .ProblemAsync(412, "changed-meanwhile");
        await coordinator.SendAsync(HttpMethod.Put, $"{open.Api}/reminders", new SetReminders([]), 1).ReadAsync<RemindersDto>();
        (await DatesAsync(open)).ShouldBeEmpty();
        await coordinator
            .SendAsync(HttpMethod.Put, $"{open.Api}/reminders", new SetReminders([new(ReminderAnchor.BeforeStart, 366)]), 2)
            .ProblemAsync(400, "validation");
        await open
            .Given.Moderator.SendAsync(HttpMethod.Put, $"{open.Api}/reminders", new SetReminders([]), 2)
            .ProblemAsync(403, "forbidden");
    }

    /// <summary>Can be moved to any day.</summary>
    async Task<GivenRegistration> BesideThePlanAsync(int capacity)
    {
        var given = await Given.AMandateAsync(service);
        var row = await given.AddAsync(Coming.Day(300).At("10:00")).ReadAsync<EventDto>(HttpStatusCode.Created);
        var open = new GivenRegistration(service, given, row);
        await open.SetAsync(0, open.Wish(capacity)).ReadAsync();
        return open;
    }

    static async Task<EventDto> MoveAsync(GivenRegistration open, DateOnly day) =>
        await open
            .Given.RescheduleAsync(open.Event.Id, $"{day:yyyy-MM-dd}", (await open.Given.EventAsync(open.Event.Id)).Version)
            .ReadAsync<EventDto>();

    /// <summary>Makes one due, and waits until it is done.</summary>
    async Task DueAsync(GivenRegistration open, string rule)
    {
        await service.ReminderIsDueAsync(open.Event.Id, $"rule = '{rule}'");
        await Eventually.TrueAsync(
            async () =>
                await Database.ExecuteAsync(
                    service.AdminConnection,
                    $"select done_at from event_reminders where event_id = '{open.Event.Id}' and rule = '{rule}'"
                ) is DateTime,
            "it is done"
        );
    }

    async Task<string[]> DatesAsync(GivenRegistration open) =>
        (string[])
            (
                await Database.ExecuteAsync(
                    service.AdminConnection,
                    $"""
                    select coalesce(array_agg(rule || ' ' || to_char(due_at at time zone 'Europe/Berlin', 'YYYY-MM-DD"T"HH24:MI')
                        order by rule <> 'BeforeStart-1d0h', rule), array[]::text[]) from event_reminders where event_id = '{open.Event.Id}'
                    """
                )
            )!;

    static IReadOnlyList<string> Expected(EventDto held)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var start = Instant.FromDateTimeOffset(held.Start).InZone(zone).LocalDateTime;
        var end = Instant.FromDateTimeOffset(held.End).InZone(zone).LocalDateTime;
        return
        [
            $"BeforeStart-1d0h {start.PlusDays(-1):uuuu-MM-dd'T'HH:mm}",
            $"AfterEnd-0d18h {end.PlusHours(18):uuuu-MM-dd'T'HH:mm}",
            $"BeforeStart-7d0h {start.PlusDays(-7):uuuu-MM-dd'T'HH:mm}",
        ];
    }

    [Fact]
    public async Task Not_of_a_date_that_was_set_after_the_reminder_was_due()
    {
        var open = await BesideThePlanAsync(1);
        await MoveAsync(open, Coming.Day(3));
        (
            (string[])
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select array_agg(rule order by rule) from event_reminders where event_id = '{open.Event.Id}' and done_at is null"
                    )
                )!
        ).ShouldBe(["AfterEnd-0d18h", "BeforeStart-1d0h"]);
    }
}
