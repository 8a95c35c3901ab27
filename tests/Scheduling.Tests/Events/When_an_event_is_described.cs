using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Events;

public sealed class When_an_event_is_described(SchedulingService service)
{
    static readonly DescribeEvent Wish = new()
    {
        Title = "Auftakt",
        Venue = "Kreishaus",
        Description = "Wir beginnen gemeinsam.",
        Mode = EventMode.Hybrid,
        OnlineUrl = "https://konferenz.example/auftakt",
        Agenda = [new("Begrüßung", 30, "Landrat"), new("Arbeit in Gruppen", 90)],
        Access = new()
        {
            Interpreters = ["ar", "uk", "gsg"],
            Childcare = true,
            StepFree = true,
            EasyLanguage = true,
        },
    };

    static Task<HttpResponseMessage> DescribeAsync(Given given, Guid id, DescribeEvent wish, int? ifVersion) =>
        given.Coordinator.SendAsync(HttpMethod.Put, $"{given.Api}/events/{id}", wish, ifVersion);

    [Fact]
    public async Task Everybody_learns_what_happens_where_and_who_can_take_part()
    {
        var given = await Given.AMandateAsync(service);
        var row = await given.EventAsync((await given.AConfirmedPlanAsync()).Events[0].Id);
        await DescribeAsync(given, row.Id, Wish, null).ProblemAsync(428, "if-match-missing");
        var described = await DescribeAsync(given, row.Id, Wish, row.Version).ReadAsync<EventDto>();
        await DescribeAsync(given, row.Id, Wish, row.Version).ProblemAsync(412, "changed-meanwhile");
        described
            .Agenda.Select(point => (point.Title, point.Start))
            .ShouldBe([("Begrüßung", row.Start), ("Arbeit in Gruppen", row.Start.AddMinutes(30))]);
        (described.Sequence, described.Access.Interpreters.Count, described.OnlineUrl).ShouldBe((1, 3, Wish.OnlineUrl));

        var told = (await service.Bus.WaitForAsync<EventChanged>(given.Tenant)).Event;
        (told.Mode, told.Access!.Childcare, told.Agenda.Count, told.Confirmed).ShouldBe((EventMode.Hybrid, true, 2, false));
        (await given.EventAsync(row.Id)).OnlineUrl.ShouldBeNull("a participant learns the address with the registration");
    }

    [Fact]
    public async Task Its_agenda_fits_also_when_it_is_shortened()
    {
        var given = await Given.AMandateAsync(service);
        var row = await given.EventAsync((await given.AConfirmedPlanAsync()).Events[1].Id);
        var whole = Wish with { Agenda = [new("Arbeit", (int)(row.End - row.Start).TotalMinutes)] };
        var tooLong = await DescribeAsync(given, row.Id, Wish with { Agenda = [.. whole.Agenda, new("Ausblick", 1)] }, row.Version)
            .ProblemAsync(422, "agenda-too-long");
        (tooLong["neededMinutes"]!.GetValue<double>() - tooLong["availableMinutes"]!.GetValue<double>()).ShouldBe(1);
        var described = await DescribeAsync(given, row.Id, whole, row.Version).ReadAsync<EventDto>();
        await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"{given.Api}/events/{row.Id}/reschedule",
                new RescheduleEvent("2022-10-13T14:00", "2022-10-13T15:00", "Der Raum ist belegt."),
                described.Version
            )
            .ProblemAsync(422, "agenda-too-long");
    }

    [Fact]
    public async Task What_can_not_be_is_refused()
    {
        var given = await Given.AMandateAsync(service);
        var row = await given.EventAsync((await given.AConfirmedPlanAsync()).Events[0].Id);
        foreach (
            var wrong in new[]
            {
                Wish with
                {
                    OnlineUrl = "http://konferenz.example",
                },
                Wish with
                {
                    Mode = EventMode.OnSite,
                },
                Wish with
                {
                    Agenda = [new("", 5)],
                },
                Wish with
                {
                    Agenda = [new("Pause", 0)],
                },
                Wish with
                {
                    Access = new() { Interpreters = ["Arabisch!"] },
                },
                Wish with
                {
                    Title = "",
                },
                Wish with
                {
                    Title = " ",
                },
            }
        )
            await DescribeAsync(given, row.Id, wrong, row.Version).ProblemAsync(400, "validation");
        await given.Moderator.SendAsync(HttpMethod.Put, $"{given.Api}/events/{row.Id}", Wish, row.Version).ProblemAsync(403, "forbidden");
        var other = await Given.AMandateAsync(service);
        await DescribeAsync(other, row.Id, Wish, row.Version).ProblemAsync(404, "not-found");
        (await given.EventAsync(row.Id)).Version.ShouldBe(row.Version);
    }

    [Fact]
    public async Task It_is_confirmed_once_all_is_settled()
    {
        var given = await Given.AMandateAsync(service);
        var id = (await given.AConfirmedPlanAsync()).Events[0].Id;
        (await service.CreateClient().GetStringAsync($"/{given.Tenant}/calendar.ics")).ShouldContain("STATUS:TENTATIVE");
        Task<HttpResponseMessage> Confirm() => given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/events/{id}/confirm", null);
        (await Confirm().ReadAsync<EventDto>()).State.ShouldBe(EventState.Confirmed);
        await Confirm().ProblemAsync(409, "event-confirmed");
        (await service.Bus.WaitForAsync<EventChanged>(given.Tenant)).Event.Confirmed.ShouldBeTrue();
        (await service.CreateClient().GetStringAsync($"/{given.Tenant}/calendar.ics")).ShouldContain("STATUS:CONFIRMED");
        (await given.HoldAsync(id).ReadAsync<EventDto>()).State.ShouldBe(EventState.Held);
        await Confirm().ProblemAsync(409, "event-held");
    }

    [Fact]
    public async Task One_beside_the_plan_keeps_to_one_a_day()
    {
        var given = await Given.AMandateAsync(service);
        var planned = (await given.AConfirmedPlanAsync())
            .Events[0]
            .Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await given.AddAsync($"{planned}T18:00").ProblemAsync(409, "day-occupied");
        await given.AddAsync("2023-03-26T02:30").ProblemAsync(422, "time-does-not-exist");
        await given.AddAsync("2022-10-15T18:00", wish => wish with { TopicAreaKey = "verkehr" }).ProblemAsync(400, "validation");
        await given
            .AddAsync("2022-10-15T18:00", wish => wish with { MandateId = Guid.CreateVersion7() })
            .ProblemAsync(422, "mandate-unknown");
        await given.AddAsync("2022-10-15T18:00", wish => wish with { End = "2022-10-16T01:00" }).ProblemAsync(422, "not-within-a-day");

        var added = await given
            .AddAsync("2022-10-15T18:00", wish => wish with { TopicAreaKey = "wohnen" })
            .ReadAsync<EventDto>(HttpStatusCode.Created);
        (await service.Bus.WaitForAsync<EventScheduled>(given.Tenant, fact => fact.AggregateId == added.Id)).Event.Kind.ShouldBe(
            EventKind.Hearing
        );
        (await Task.WhenAll(given.AddAsync("2022-10-22T10:00"), given.AddAsync("2022-10-22T18:00")))
            .Select(answer => answer.StatusCode)
            .Order()
            .ShouldBe([HttpStatusCode.Created, HttpStatusCode.Conflict]);
        await given.RescheduleAsync(added.Id, "2022-10-22", added.Version).ProblemAsync(409, "day-occupied");
        (await given.RescheduleAsync(added.Id, "2022-10-29", added.Version).ReadAsync<EventDto>()).Sequence.ShouldBe(1);
    }
}
