using System.Net;
using Integrationskonzept.Scheduling.Programme.Meetings;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Programme;

public sealed class When_a_plan_is_counted_back_from_its_adoption(SchedulingService service)
{
    [Fact]
    public async Task Notice_periods_and_the_meetings_before_leave_a_last_day()
    {
        var given = await Given.AMandateAsync(service);
        foreach (
            var (organization, day) in new[]
            {
                ("kreistag", "2023-12-15"),
                ("kreisausschuss", "2023-12-07"),
                ("kreisausschuss", "2023-11-30"),
                ("kreisausschuss", "2023-11-16"),
                ("integrationsbeirat", "2023-11-22"),
                ("integrationsbeirat", "2023-11-08"),
            }
        )
            await AddAsync(given, organization, day).ReadAsync<MeetingDto>(HttpStatusCode.Created);

        var plan = await given.ProposeAsync(Terms(given, "2023-12-15", 60)).ReadAsync<PlanDto>(HttpStatusCode.Created);
        var path = plan.Terms.Adoption.ShouldNotBeNull();
        // Papers for the council are out on 1 December; before that the Kreisausschuss sits on 30 November, whose papers go out on 23
        // November; before that the board on the 22nd.
        path.Meetings.Select(row => (row.Organization, row.On, row.PapersBy))
            .ShouldBe([
                ("integrationsbeirat", new(2023, 11, 22), new(2023, 11, 15)),
                ("kreisausschuss", new(2023, 11, 30), new(2023, 11, 23)),
                ("kreistag", new(2023, 12, 15), new DateOnly(2023, 12, 1)),
            ]);
        path.LastEventOn.ShouldBe(new DateOnly(2023, 9, 16));
        plan.Events.ShouldAllBe(row => DateOnly.FromDateTime(row.Start.Date) <= path.LastEventOn);
        await given.ChangeAsync(plan, 12, "2023-09-18", plan.Version).ProblemAsync(422, "after-deadline");

        (await given.ProposeAsync(Terms(given, "2023-12-15", 250)).ProblemAsync(422, "plan-does-not-fit"))["conflict"]!
            .AsArray()
            .Select(row => row!["rule"]!.GetValue<string>())
            .ShouldContain("adoption");
        await given.ProposeAsync(Terms(given, "2023-12-14", 60)).ProblemAsync(422, "no-meeting");
    }

    [Fact]
    public async Task Meetings_are_kept_by_the_council_office()
    {
        var given = await Given.AMandateAsync(service);
        var row = await AddAsync(given, "kreistag", "2023-12-15").ReadAsync<MeetingDto>(HttpStatusCode.Created);
        await AddAsync(given, "kreistag", "2023-12-15").ProblemAsync(409, "meeting-known");
        await AddAsync(given, "ältestenrat", "2023-12-15").ProblemAsync(422, "organization-unknown");
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Api}/meetings", new SetMeeting("kreistag", new(2023, 12, 16)))
            .ProblemAsync(403, "forbidden");
        var url = $"{given.Api}/meetings/{row.Id}";
        await given
            .Coordinator.SendAsync(HttpMethod.Put, url, new SetMeeting("kreistag", new(2023, 12, 16)), 4)
            .ProblemAsync(412, "changed-meanwhile");
        (
            await given.Coordinator.SendAsync(HttpMethod.Put, url, new SetMeeting("kreistag", new(2023, 12, 16)), 1).ReadAsync<MeetingDto>()
        ).On.ShouldBe(new DateOnly(2023, 12, 16));
        (await given.Coordinator.DeleteAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await given.Coordinator.DeleteAsync(url).ProblemAsync(404, "not-found");
    }

    static object Terms(Given given, string on, int draftingDays) =>
        new
        {
            mandateId = given.Mandate.AggregateId,
            adoption = new
            {
                on,
                draftingDays,
                before = new object[] { new { organization = "integrationsbeirat" }, new { organization = "kreisausschuss" } },
            },
        };

    Task<HttpResponseMessage> AddAsync(Given given, string organization, string day) =>
        service
            .As(given.Tenant, "council-office")
            .SendAsync(
                HttpMethod.Post,
                $"{given.Api}/meetings",
                new SetMeeting(organization, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
            );
}
