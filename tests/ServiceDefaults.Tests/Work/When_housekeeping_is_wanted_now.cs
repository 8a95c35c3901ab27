using System.Text.Json.Nodes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Work;

public sealed class When_housekeeping_is_wanted_now(ProbeService probe)
{
    [Fact]
    public async Task All_of_it_is_done_once_and_said()
    {
        await using var own = await probe.OwnAsync("tidy");
        var tenant = await own.NewTenantAsync();
        using var spans = new Spans("Integrationskonzept.Work");
        await own.SqlAsync(
            $"""
            insert into idempotency_keys (tenant, caller, key, request, status, body, created_at)
            values ('{tenant}', 'somebody', 'old', '', 200, '', now() - interval '2 days')
            """
        );
        await own.SqlAsync(
            "insert into inbox (message_id, consumer, consumed_at) values (gen_random_uuid(), 'somebody', now() - interval '8 days')"
        );

        var turns = await RunAsync(own);
        turns
            .Select(turn => (Name(turn), Outcome(turn)))
            .ShouldBe(
                [
                    ("IdempotencyHousekeeping", "succeeded"),
                    ("MessagingHousekeeping", "succeeded"),
                    ("ErasedPersonHousekeeping", "succeeded"),
                ],
                ignoreOrder: true
            );
        turns.ShouldAllBe(turn => turn!["seconds"]!.GetValue<double>() >= 0 && turn["failure"] == null);
        (
            await own.SqlAsync("select (select count(*) from idempotency_keys) + (select count(*) from inbox where consumer = 'somebody')")
        ).ShouldBe(0L);
        spans.Outcomes(("tenant", tenant), ("rows", 1)).ShouldBe(["forgotten"]);

        await RunAsync(own);
        spans.With(("tenant", tenant)).Count().ShouldBe(1, "what finds nothing leaves no trace");
    }

    [Fact]
    public async Task What_fails_is_said_and_holds_up_nothing()
    {
        await using var own = await probe.OwnAsync("untidy");
        await own.NewTenantAsync();
        await own.SqlAsync("alter table idempotency_keys rename to mislaid");
        var turns = await RunAsync(own);
        turns
            .Select(turn => (Name(turn), Outcome(turn), turn!["failure"]?.GetValue<string>()))
            .ShouldBe(
                [
                    ("IdempotencyHousekeeping", "failed", "PostgresException"),
                    ("MessagingHousekeeping", "succeeded", null),
                    ("ErasedPersonHousekeeping", "succeeded", null),
                ],
                ignoreOrder: true
            );
        (await own.HealthOfAsync("recurring-work")).Reason.ShouldBe(
            "Failed, and is tried again: IdempotencyHousekeeping (PostgresException)."
        );

        await own.SqlAsync("alter table mislaid rename to idempotency_keys");
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync(own)));
        atOnce.SelectMany(all => all).ShouldAllBe(turn => Outcome(turn) == "succeeded");
        (await own.HealthOfAsync("recurring-work")).Status.ShouldBe("Healthy");
    }

    [Fact]
    public async Task It_needs_the_operator()
    {
        const string Url = "/api/v1/operations/probe/housekeeping";
        using var anonymous = probe.Client(null);
        await anonymous.PostAsync(Url, null).ProblemAsync(401, "unauthenticated");
        using var member = probe.As(await probe.NewTenantAsync(), Roles.Coordinator);
        await member.PostAsync(Url, null).ProblemAsync(403, "forbidden");
        using var @operator = probe.AsOperator();
        await @operator.PostAsync("/api/v1/operations/somebody-elses/housekeeping", null).ProblemAsync(404, "not-found");
    }

    static async Task<JsonArray> RunAsync(OwnProbe own)
    {
        using var @operator = own.AsOperator();
        return (await @operator.PostAsync($"/api/v1/operations/{own.Name}/housekeeping", null).ReadAsync()).AsArray();
    }

    static string Name(JsonNode? turn) => turn!["name"]!.GetValue<string>();

    static string Outcome(JsonNode? turn) => turn!["outcome"]!.GetValue<string>();
}
