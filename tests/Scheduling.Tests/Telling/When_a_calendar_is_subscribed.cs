using System.Net;
using System.Text;
using Ical.Net;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Telling;

public sealed class When_a_calendar_is_subscribed(SchedulingService service)
{
    [Fact]
    public async Task It_has_every_confirmed_event_as_the_clocks_show_it_in_summer_and_winter()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        var text = await FeedAsync(given);
        var calendar = Calendar.Load(text)!;
        calendar.Method.ShouldBe("PUBLISH");
        calendar.Events.Count.ShouldBe(13);
        foreach (var planned in plan.Events)
        {
            var entry = calendar.Events.Single(row => row.Uid == $"{planned.Id}@{given.Tenant}.integrationskonzept");
            entry.Start!.TzId.ShouldBe("Europe/Berlin");
            entry.Start.AsUtc.ShouldBe(planned.Start.UtcDateTime);
            entry.End!.AsUtc.ShouldBe(planned.End.UtcDateTime);
            (entry.Summary, entry.Status, entry.Sequence).ShouldBe((planned.Title, "TENTATIVE", 0));
            entry.Categories.ShouldBe(given.Mandate.TopicAreas.Where(area => area.Key == planned.TopicAreaKey).Select(area => area.Title));
        }
        text.ShouldContain("DTSTART;TZID=Europe/Berlin:20221012T090000\r\n");
        // 09:00 both in summer and in winter time
        plan.Events.Select(row => row.Start.UtcDateTime.Hour).Distinct().Order().ShouldBe([7, 8]);
    }

    [Fact]
    public async Task Its_structure_is_that_of_rfc_5545()
    {
        var given = await Given.AMandateAsync(service, mandate => mandate with { Subject = "Auftrag" });
        var plan = await given.AConfirmedPlanAsync();
        await given.CancelAsync(plan.Events[12].Id).ReadAsync<EventDto>(); // with the longest title and umlauts
        using var answer = await service.As(given.Tenant).GetAsync($"/{given.Tenant}/calendar.ics");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n"); // every line ends with CRLF
        text.ShouldEndWith("END:VCALENDAR\r\n");
        var physical = text.Split("\r\n")[..^1];
        physical.ShouldAllBe(line => line.Length > 0 && Encoding.UTF8.GetByteCount(line) <= 75);
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1];
        lines[..2].ShouldContain("BEGIN:VCALENDAR");
        foreach (var once in new[] { "VERSION:2.0", "METHOD:PUBLISH", "BEGIN:VTIMEZONE", "TZID:Europe/Berlin" })
            lines.Count(line => line == once).ShouldBe(1, once);

        var open = new Stack<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("BEGIN:", StringComparison.Ordinal))
                open.Push(line[6..]);
            else if (line.StartsWith("END:", StringComparison.Ordinal))
                open.Pop().ShouldBe(line[4..]);
        }
        open.ShouldBeEmpty();
        foreach (
            var name in new[] { "UID:", "DTSTAMP:", "SEQUENCE:", "STATUS:", "LAST-MODIFIED:", "SUMMARY:", "DTSTART;TZID=", "DTEND;TZID=" }
        )
            Events(lines).ShouldAllBe(entry => entry.Count(line => line.StartsWith(name, StringComparison.Ordinal)) == 1, name);
        lines.ShouldContain("CATEGORIES:Interkulturelle/vielfaltsorientierte Öffnung & Integrationsförderungen");
        foreach (var rule in new[] { ("DAYLIGHT", "+0100", "+0200", "BYMONTH=3"), ("STANDARD", "+0200", "+0100", "BYMONTH=10") })
        {
            var part = lines.SkipWhile(line => line != $"BEGIN:{rule.Item1}").TakeWhile(line => line != $"END:{rule.Item1}").ToList();
            part.ShouldContain($"TZOFFSETFROM:{rule.Item2}");
            part.ShouldContain($"TZOFFSETTO:{rule.Item3}");
            part.ShouldContain(line =>
                line.StartsWith("RRULE:", StringComparison.Ordinal) && line.Contains(rule.Item4) && line.Contains("BYDAY=-1SU")
            );
        }
    }

    [Fact]
    public async Task A_change_keeps_the_uid_and_raises_the_sequence()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        var id = plan.Events[1].Id;
        var moved = await given.RescheduleAsync(id, "2022-10-13", (await given.EventAsync(id)).Version).ReadAsync<EventDto>();
        var entry = Calendar
            .Load(await FeedAsync(given))!
            .Events.Single(row => row.Uid!.StartsWith(id.ToString(), StringComparison.Ordinal));
        (entry.Sequence, entry.Status, entry.Start!.AsUtc).ShouldBe((1, "TENTATIVE", moved.Start.UtcDateTime));
        await given.CancelAsync(id).ReadAsync<EventDto>();
        entry = Calendar.Load(await FeedAsync(given))!.Events.Single(row => row.Uid!.StartsWith(id.ToString(), StringComparison.Ordinal));
        (entry.Sequence, entry.Status).ShouldBe((2, "CANCELLED"));
    }

    [Fact]
    public async Task It_is_for_everybody_and_answers_304_until_something_changes()
    {
        var given = await Given.AMandateAsync(service);
        await given.AProposalAsync();
        Calendar.Load(await FeedAsync(given))!.Events.ShouldBeEmpty(); // proposals are nobody's business
        var plan = await given.AConfirmedPlanAsync();
        var reader = service.As(given.Tenant);
        using var first = await reader.GetAsync($"/{given.Tenant}/calendar.ics");
        first.Headers.ETag!.IsWeak.ShouldBeFalse();

        (await AgainAsync()).ShouldBe(HttpStatusCode.NotModified);
        await given.CancelAsync(plan.Events[3].Id).ReadAsync<EventDto>();
        (await AgainAsync()).ShouldBe(HttpStatusCode.OK);
        await reader.GetAsync("/kein-landkreis/calendar.ics").ProblemAsync(404, "tenant-unknown");

        async Task<HttpStatusCode> AgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/{given.Tenant}/calendar.ics");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await reader.SendAsync(request);
            return answer.StatusCode;
        }
    }

    Task<string> FeedAsync(Given given) => service.As(given.Tenant).GetStringAsync($"/{given.Tenant}/calendar.ics");

    static IEnumerable<IReadOnlyList<string>> Events(string[] lines)
    {
        for (var index = 0; index < lines.Length; index++)
            if (lines[index] == "BEGIN:VEVENT")
                yield return [.. lines.Skip(index).TakeWhile(line => line != "END:VEVENT")];
    }
}
