using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Programme;

public sealed class When_a_plan_is_confirmed(SchedulingService service)
{
    [Fact]
    public async Task Everybody_learns_of_the_plan_and_of_each_event()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        plan.State.ShouldBe(PlanState.Confirmed);

        var confirmed = await service.Bus.WaitForAsync<PlanConfirmed>(given.Tenant);
        (confirmed.AggregateId, confirmed.Version, confirmed.MandateId).ShouldBe((plan.Id, plan.Version, plan.MandateId));
        confirmed.Events.Select(row => (row.EventId, row.Start)).ShouldBe(plan.Events.Select(row => (row.Id, row.Start.ToUniversalTime())));
        (await service.PublishedAsync<EventScheduled>(given.Tenant))
            .Select(row => row.AggregateId)
            .Order()
            .ShouldBe(plan.Events.Select(row => row.Id).Order());

        var page = await given
            .Participant.GetAsync($"{given.Api}/events?mandateId={plan.MandateId}&from=2023-01-01&to=2023-03-31&limit=2")
            .ReadAsync<Page<EventDto>>();
        page.Items.Count.ShouldBe(2);
        page.Items.ShouldAllBe(row => row.Start.Year == 2023 && row.State == EventState.Planned);
        page.Next.ShouldBe(page.Items[^1].Id);
        (await given.Participant.GetAsync($"{given.Api}/plans/{plan.Id}/budget").ReadAsync<PlanBudget>()).ShouldSatisfyAllConditions(
            budget => (budget.Granted, budget.Planned, budget.Remaining).ShouldBe((7000m, 7000m, 0m)),
            budget => budget.Events.Sum(row => row.Cost).ShouldBe(7000m)
        );
    }

    [Fact]
    public async Task Of_many_confirmations_at_once_one_wins_and_everything_is_announced_once()
    {
        var given = await Given.AMandateAsync(service);
        var (one, two) = (await given.AProposalAsync(), await given.AProposalAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => given.ConfirmAsync(index % 2 == 0 ? one : two)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
        (await service.PublishedAsync<EventScheduled>(given.Tenant)).Count.ShouldBe(13);
        (await service.PublishedAsync<PlanConfirmed>(given.Tenant)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_api_describes_how()
    {
        var paths = (await service.Client(null).GetAsync("/openapi/v1.json").ReadAsync())["paths"]!.AsObject();
        paths["/api/v1/{tenant}/plans/{id}/confirm"]!["post"]!["responses"]!
            .AsObject()
            .Select(row => row.Key)
            .ShouldBe(["200", "400", "401", "403", "404", "409", "412", "422", "428", "429", "default"], ignoreOrder: true);
        paths.Select(row => row.Key).ShouldContain("/{tenant}/calendar.ics");
    }

    [Fact]
    public async Task It_is_final()
    {
        var given = await Given.AMandateAsync(service);
        var (plan, other) = (await given.AProposalAsync(), await given.AProposalAsync());
        var confirmed = await given.ConfirmAsync(plan).ReadAsync<PlanDto>();
        await given.ConfirmAsync(plan).ProblemAsync(409, "plan-confirmed");
        await given.ConfirmAsync(confirmed).ProblemAsync(409, "plan-confirmed");
        await given.ConfirmAsync(other).ProblemAsync(409, "mandate-planned");
        await given.ChangeAsync(confirmed, 1, "2022-10-13", confirmed.Version).ProblemAsync(409, "plan-confirmed");
        await given.Coordinator.DeleteAsync($"{given.Api}/plans/{plan.Id}").ProblemAsync(409, "plan-confirmed");
        (await given.Coordinator.DeleteAsync($"{given.Api}/plans/{other.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await given.Coordinator.GetAsync($"{given.Api}/plans/{other.Id}").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task No_second_mandate_gets_the_same_days()
    {
        var given = await Given.AMandateAsync(service);
        var second = await Given.AMandateAsync(service, given.Tenant);
        var early = await second.AProposalAsync(); // made while the days were free
        var first = await given.AConfirmedPlanAsync();
        await second.ConfirmAsync(early).ProblemAsync(409, "day-occupied");
        var plan = await second.AConfirmedPlanAsync();
        plan.Events.Select(row => row.Start.Date).Intersect(first.Events.Select(row => row.Start.Date)).ShouldBeEmpty();

        var moved = await second.EventAsync(plan.Events[1].Id);
        await second
            .RescheduleAsync(
                moved.Id,
                first.Events[1].Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                moved.Version
            )
            .ProblemAsync(409, "day-occupied");
    }

    [Fact]
    public async Task Two_plans_confirmed_at_once_never_share_a_day()
    {
        var given = await Given.AMandateAsync(service);
        var second = await Given.AMandateAsync(service, given.Tenant);
        var (one, two) = (await given.AProposalAsync(), await second.AProposalAsync());
        var answers = await Task.WhenAll(given.ConfirmAsync(one), second.ConfirmAsync(two));
        answers.Select(answer => (int)answer.StatusCode).Order().ShouldBe([200, 409]);
        (
            (long)(await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from events where tenant = '{given.Tenant}'"))!
        ).ShouldBe(13);
    }

    [Fact]
    public async Task Only_coordinators_of_the_landkreis_who_read_the_latest_version_can()
    {
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        var plan = await given.AProposalAsync();
        var url = $"/plans/{plan.Id}";
        await given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}{url}/confirm", null).ProblemAsync(428, "if-match-missing");
        await given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}{url}/confirm", null, 7).ProblemAsync(412, "changed-meanwhile");
        await given.Participant.SendAsync(HttpMethod.Post, $"{given.Api}{url}/confirm", null, 1).ProblemAsync(403, "forbidden");
        await other.Coordinator.SendAsync(HttpMethod.Post, $"{other.Api}{url}/confirm", null, 1).ProblemAsync(404, "not-found");
        await other.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}{url}/confirm", null, 1).ProblemAsync(404, "not-found");
        await other.Coordinator.GetAsync($"{other.Api}{url}").ProblemAsync(404, "not-found");
        await other.Coordinator.GetAsync($"{other.Api}{url}/budget").ProblemAsync(404, "not-found");
        await other.Coordinator.DeleteAsync($"{other.Api}{url}").ProblemAsync(404, "not-found");
        (await other.Coordinator.GetAsync($"{other.Api}/plans").ReadAsync<Page<PlanDto>>()).Items.ShouldBeEmpty();
        (await service.PublishedAsync<PlanConfirmed>(given.Tenant)).ShouldBeEmpty();
    }
}
