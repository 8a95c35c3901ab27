using System.Net;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Telling.Calendars;
using Integrationskonzept.Testing;
using NodaTime;

namespace Integrationskonzept.Scheduling.Tests.Telling;

public sealed class When_a_person_subscribes_to_their_calendar(SchedulingService service)
{
    [Fact]
    public async Task It_has_their_events_and_a_new_address_makes_the_old_one_void()
    {
        var open = await GivenRegistration.OpenAsync(service, 2);
        var who = open.Somebody(Mailbox.NewAddress());
        await who.GetAsync($"{open.Given.Api}/calendar-links/mine").ProblemAsync(404, "no-calendar-yet");
        var registration = await open.RegisterAsync(who).ReadAsync<RegistrationDto>();
        var address = (await who.GetAsync($"{open.Given.Api}/calendar-links/mine").ReadAsync<CalendarLink>()).Address;
        (await who.GetAsync($"{open.Given.Api}/calendar-links/mine").ReadAsync<CalendarLink>()).Address.ShouldBe(address);
        (await EventsAsync(address)).ShouldBe([$"{open.Event.Id}@{open.Given.Tenant}.integrationskonzept"]);

        using (var first = await service.CreateClient().GetAsync(PathOf(address)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(address));
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var again = await service.CreateClient().SendAsync(request);
            (again.StatusCode, first.Headers.CacheControl!.Private).ShouldBe((HttpStatusCode.NotModified, true));
        }

        var renewed = (
            await who.SendAsync(HttpMethod.Post, $"{open.Given.Api}/calendar-links/mine/renew", null).ReadAsync<CalendarLink>()
        ).Address;
        await service.CreateClient().GetAsync(PathOf(address)).ProblemAsync(404, "not-found");
        (await EventsAsync(renewed)).Length.ShouldBe(1);
        await open.WithdrawAsync(who, registration).ReadAsync();
        (await EventsAsync(renewed)).ShouldBeEmpty();
        await service
            .CreateClient()
            .GetAsync(PathOf(renewed).Replace(open.Given.Tenant, await service.NewTenantAsync(), StringComparison.Ordinal))
            .ProblemAsync(404, "not-found");
        (
            (string)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select calendar_key || calendar_key_hash from contacts where tenant = '{open.Given.Tenant}'"
                    )
                )!
        ).ShouldNotContain(renewed.Split("secret=")[1]);
    }

    [Fact]
    public async Task By_the_link_in_the_mail_without_an_account()
    {
        var open = await GivenRegistration.OpenAsync(service, 2);
        var guest = Mailbox.NewAddress();
        await open.GuestAsync(guest);
        var mail = await service.Mails.WaitAsync(guest, "Sie sind angemeldet");
        var address = Mailbox
            .TextOf(mail)
            .Split('\n', StringSplitOptions.TrimEntries)
            .Single(line => line.Contains("mine.ics", StringComparison.Ordinal));
        (await EventsAsync(address)).Length.ShouldBe(1);
        var renewed = await open.FollowAsync("calendar", mail).ReadAsync<CalendarLink>();
        renewed.Address.ShouldNotBe(address);
        await service.CreateClient().GetAsync(PathOf(address)).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Topic_areas_have_one_each_and_all_are_strict_and_right_across_daylight_saving()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        foreach (var area in given.Mandate.TopicAreas)
        {
            var feed = Rfc5545.Read(await service.CreateClient().GetStringAsync($"/{given.Tenant}/calendar/topic-areas/{area.Key}.ics"));
            feed.Parts.Where(part => part.Name == "VEVENT")
                .Select(part => part.Of("UID"))
                .Order(StringComparer.Ordinal)
                .ShouldBe(
                    plan.Events.Where(row => row.TopicAreaKey == area.Key)
                        .Select(row => $"{row.Id}@{given.Tenant}.integrationskonzept")
                        .Order(StringComparer.Ordinal)
                );
        }
        await service.CreateClient().GetAsync($"/{given.Tenant}/calendar/topic-areas/nichts.ics").ProblemAsync(404, "not-found");

        // What a program reckons that knows nothing but the feed's own rules must be what the zone's clocks show.
        var all = Rfc5545.Read(await service.CreateClient().GetStringAsync($"/{given.Tenant}/calendar.ics"));
        var zone = all.Parts.Single(part => part.Name == "VTIMEZONE");
        foreach (var entry in all.Parts.Where(part => part.Name == "VEVENT"))
        {
            var civil = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(entry.Of("DTSTART")).Value;
            var planned = plan.Events.Single(row => entry.Of("UID").StartsWith(row.Id.ToString(), StringComparison.Ordinal));
            (civil.InUtc().ToDateTimeOffset() - OffsetAt(zone, civil)).ShouldBe(planned.Start.ToUniversalTime());
        }
    }

    /// <summary>By the last change of the clocks, on the last Sunday of its month, before that time.</summary>
    static TimeSpan OffsetAt(Rfc5545.Component zone, LocalDateTime civil)
    {
        var rules = zone
            .Parts.Where(part => part["RRULE"] is not null)
            .Select(part =>
                (
                    Month: int.Parse(
                        part.Of("RRULE").Split(';').Single(field => field.StartsWith("BYMONTH=", StringComparison.Ordinal))[8..],
                        null
                    ),
                    Hour: int.Parse(part.Of("DTSTART")[9..11], null),
                    Offset: TimeSpan.FromHours(int.Parse(part.Of("TZOFFSETTO")[..3], null))
                )
            )
            .ToList();
        return rules
            .SelectMany(rule =>
                new[] { civil.Year - 1, civil.Year }.Select(year =>
                    (rule.Offset, At: LastSunday(year, rule.Month).At(new LocalTime(rule.Hour, 0)))
                )
            )
            .Where(change => change.At <= civil)
            .MaxBy(change => change.At)
            .Offset;
    }

    static LocalDate LastSunday(int year, int month) => new LocalDate(year, month, 1).PlusMonths(1).Previous(IsoDayOfWeek.Sunday);

    async Task<string[]> EventsAsync(string address) =>
        [
            .. Rfc5545
                .Read(await service.CreateClient().GetStringAsync(PathOf(address)))
                .Parts.Where(part => part.Name == "VEVENT")
                .Select(part => part.Of("UID")),
        ];

    static string PathOf(string address) => new Uri(address).PathAndQuery;
}
