using System.IO.Compression;
using System.Net;
using System.Text;
using Integrationskonzept.Scheduling.Programme.Budgets;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Programme;

public sealed class When_money_is_accounted_for(SchedulingService service)
{
    static string Api(Given given) => $"{given.Api}/mandates/{given.Mandate.AggregateId}/budget";

    static readonly SetBudgetItem Interpreting = new()
    {
        Position = Position.Interpreting,
        Text = "Dolmetschen Arabisch",
        Planned = 0,
        Committed = 200,
    };

    static Task<HttpResponseMessage> AddAsync(Given given, SetBudgetItem item) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{Api(given)}/items", item);

    static Task<HttpResponseMessage> ChangeAsync(Given given, BudgetItemDto row, SetBudgetItem item, int? version) =>
        given.Coordinator.SendAsync(HttpMethod.Put, $"{Api(given)}/items/{row.Id}", item, version);

    static Task<BudgetDto> ReadAsync(Given given) => given.Coordinator.GetAsync(Api(given)).ReadAsync<BudgetDto>();

    [Fact]
    public async Task Planned_ordered_and_billed_are_told_apart_by_event_and_position()
    {
        var given = await Given.AMandateAsync(service, mandate => mandate with { Budget = 8000 });
        var plan = await given.AConfirmedPlanAsync();
        var kickoff = plan.Events[0].Id;
        await AddAsync(
                given,
                new()
                {
                    Position = Position.Moderation,
                    Text = "Auftrag Moderation",
                    EventId = kickoff,
                    Committed = 950,
                    Actual = 930.50m,
                    IsSettled = true,
                }
            )
            .ReadAsync();
        await AddAsync(
                given,
                new()
                {
                    Position = Position.Catering,
                    Text = "Getränke",
                    EventId = kickoff,
                    Planned = 120,
                }
            )
            .ReadAsync();
        await AddAsync(
                given,
                new()
                {
                    Position = Position.Material,
                    Text = "Plakate",
                    Planned = 80,
                    Committed = 75,
                }
            )
            .ReadAsync();

        var budget = await ReadAsync(given);
        budget.Total.ShouldBe(new(7200, 1025, 930.50m, 930.50m + 120 + 6000 + 75));
        budget.Remaining.ShouldBe(8000 - 7125.50m);
        var first = budget.Events[0];
        (first.EventId, first.Positions[Position.Moderation], first.Positions[Position.Catering]).ShouldBe(
            (kickoff, new(1000, 950, 930.50m, 930.50m), new(120, 0, 0, 120))
        );
        (budget.Events.Count, budget.Events[^1].EventId, budget.Events[^1].Total.Committed).ShouldBe((14, null, 75));
        budget.Text.ShouldBe(
            "Für die Erarbeitung des Integrationskonzeptes (VL-320/2022) sind 8.000,00 Euro bewilligt. Geplant sind 7.200,00 Euro: "
                + "1 × Auftaktveranstaltung zu 1.000,00 Euro = 1.000,00 Euro; 12 × Workshops zu 500,00 Euro = 6.000,00 "
                + "Euro; weitere Sachkosten 200,00 Euro. "
                + "Davon sind 1.025,00 Euro durch Aufträge gebunden und 930,50 Euro abgerechnet. Voraussichtlich verbleiben 874,50 Euro."
        );
    }

    [Fact]
    public async Task No_more_is_planned_or_ordered_than_was_granted_but_a_bill_is_booked()
    {
        var given = await Given.AMandateAsync(service);
        await given.AConfirmedPlanAsync();
        var problem = await AddAsync(given, Interpreting with { Planned = 0.01m }).ProblemAsync(422, "grant-exceeded");
        problem["missing"]!.GetValue<decimal>().ShouldBe(0.01m);
        await AddAsync(given, Interpreting with { Committed = 7000.01m }).ProblemAsync(422, "grant-exceeded");
        (await ReadAsync(given)).Total.Committed.ShouldBe(0, "nothing is stored by halves");

        await given.AddAsync("2022-10-15T18:00", wish => wish with { Cost = 1 }).ProblemAsync(422, "grant-exceeded");
        (await ReadAsync(given)).Events.Count.ShouldBe(13, "an event beside the plan is money, too");

        var row = await AddAsync(given, Interpreting).ReadAsync<BudgetItemDto>(HttpStatusCode.Created);
        await ChangeAsync(given, row, Interpreting with { Actual = 7500 }, row.Version).ReadAsync();
        (await ReadAsync(given)).Remaining.ShouldBe(7000 - 7000 - 7500);
        (await ReadAsync(given)).Text.ShouldContain("Voraussichtlich fehlen 7.500,00 Euro.");
    }

    [Fact]
    public async Task What_is_planned_already_counts_when_a_plan_is_confirmed()
    {
        var given = await Given.AMandateAsync(service);
        var row = await AddAsync(given, Interpreting with { Planned = 100, Committed = 0 })
            .ReadAsync<BudgetItemDto>(HttpStatusCode.Created);
        var plan = await given.AProposalAsync();
        (await given.ConfirmAsync(plan).ProblemAsync(422, "grant-exceeded"))["missing"]!.GetValue<decimal>().ShouldBe(100);
        (await ReadAsync(given)).Events.ShouldAllBe(cost => cost.EventId == null, "no event came into being");
        await ChangeAsync(given, row, Interpreting with { Committed = 0 }, row.Version).ReadAsync();
        await given.ConfirmAsync(plan).ReadAsync();
    }

    [Fact]
    public async Task Two_orders_at_once_do_not_exceed_the_grant_together()
    {
        var given = await Given.AMandateAsync(service);
        var both = await Task.WhenAll(
            AddAsync(given, Interpreting with { Committed = 4000 }),
            AddAsync(given, Interpreting with { Committed = 4000 })
        );
        both.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity]);
    }

    [Fact]
    public async Task An_event_called_off_costs_only_what_was_ordered()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        await AddAsync(given, Interpreting with { EventId = plan.Events[3].Id }).ReadAsync();
        await given.CancelAsync(plan.Events[3].Id).ReadAsync();
        var budget = await ReadAsync(given);
        (budget.Total.Planned, budget.Remaining).ShouldBe((6500, 7000 - 6500 - 200));
    }

    [Fact]
    public async Task Sources_share_it_to_the_cent()
    {
        var given = await Given.AMandateAsync(service, mandate => mandate with { Budget = 100 });
        var path = $"{given.Api}/mandates/{given.Mandate.AggregateId}/funding";
        Task<HttpResponseMessage> Set(int? version, params FundingSource[] sources) =>
            given.Coordinator.SendAsync(HttpMethod.Put, path, new SetFunding(sources), version);
        FundingSource[] thirds = [new("Land Hessen", Percent: 33.33m), new("Landkreis", Percent: 33.33m), new("Stiftung", Percent: 33.34m)];
        await Set(null, thirds).ProblemAsync(428, "if-match-missing");
        await Set(1, thirds).ProblemAsync(412, "changed-meanwhile");
        (await Set(0, [new("Spende", Amount: 10), .. thirds]).ReadAsync<FundingDto>()).Version.ShouldBe(1);
        await Set(0, thirds).ProblemAsync(412, "changed-meanwhile");
        foreach (
            var wrong in new FundingSource[][]
            {
                [new("", Percent: 5)],
                [new("Land")],
                [new("Land", 5, 5)],
                [new("Land", Amount: 101)],
                [new("Land", Percent: 60), new("Kreis", Percent: 41)],
            }
        )
            await Set(1, wrong).ProblemAsync(400, "validation");

        await AddAsync(given, Interpreting with { Committed = 0, Actual = 50 }).ReadAsync();
        var budget = await ReadAsync(given);
        (budget.Funding.Sum(share => share.Granted), budget.Uncovered, budget.Funding[0]).ShouldBe((100, 0, new("Spende", 10, 5)));
    }

    [Fact]
    public async Task What_was_spent_is_shared_to_the_cent()
    {
        var given = await Given.AMandateAsync(service, mandate => mandate with { Budget = 100 });
        await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/mandates/{given.Mandate.AggregateId}/funding",
                new SetFunding([new("Land Hessen", Percent: 50), new("Landkreis", Percent: 50)]),
                0
            )
            .ReadAsync<FundingDto>();
        await AddAsync(given, Interpreting with { Committed = 0, Actual = 0.05m }).ReadAsync();
        (await ReadAsync(given)).Funding.Sum(share => share.Spent).ShouldBe(0.05m, "each rounded alone would be 0.04");
    }

    [Fact]
    public async Task Nothing_is_smaller_than_a_cent()
    {
        var given = await Given.AMandateAsync(service);
        await AddAsync(given, Interpreting with { Committed = 10.005m }).ProblemAsync(400, "validation");
        await AddAsync(given, Interpreting with { Committed = 10.010m }).ReadAsync<BudgetItemDto>(HttpStatusCode.Created);
        await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/mandates/{given.Mandate.AggregateId}/funding",
                new SetFunding([new("Land", Amount: 0.001m)]),
                0
            )
            .ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task The_proof_of_use_opens_in_an_office_program_and_runs_no_formula()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        await AddAsync(
                given,
                Interpreting with
                {
                    EventId = plan.Events[0].Id,
                    Text = "=HYPERLINK(\"x\")",
                    Actual = 1234.5m,
                    Reference = "R-17; \"A\"",
                }
            )
            .ReadAsync();
        await AddAsync(given, Interpreting with { Committed = 0, Text = "$=1+1" }).ReadAsync();
        var day = plan.Events[0].Start.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
        using var export = await given.Coordinator.GetAsync($"{Api(given)}/export.csv");
        export
            .Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull()
            .ShouldMatch($"^Verwendungsnachweis_{given.Tenant}_[A-Za-z0-9-]+_[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\\.csv$");
        var csv = await export.Content.ReadAsByteArrayAsync();
        csv[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("Datum;Veranstaltung;Kostenart;Verwendung;Beleg;\"Geplant (EUR)\";\"Gebunden (EUR)\";\"Abgerechnet (EUR)\"");
        lines[1].ShouldBe($"{day};Auftaktveranstaltung;Moderation;\"laut Plan\";;1000,00;;");
        lines[2].ShouldBe($"{day};Auftaktveranstaltung;Dolmetschen;\"'=HYPERLINK(\"\"x\"\")\";\"R-17; \"\"A\"\"\";0,00;200,00;1234,50");
        lines.ShouldContain(";Summe;;;;7000,00;200,00;1234,50");

        using var workbook = new ZipArchive(new MemoryStream(await given.Coordinator.GetByteArrayAsync($"{Api(given)}/export.xlsx")));
        using var sheet = new StreamReader(
            workbook.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open()
        );
        (await sheet.ReadToEndAsync()).ShouldSatisfyAllConditions(
            text => text.ShouldContain("1234.5"),
            text => text.ShouldNotContain("<x:f>"),
            text => text.ShouldNotContain("<f>")
        );
    }

    [Fact]
    public async Task It_is_guarded_and_stays_in_its_landkreis()
    {
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        var row = await AddAsync(given, Interpreting).ReadAsync<BudgetItemDto>(HttpStatusCode.Created);
        await ChangeAsync(given, row, Interpreting, null).ProblemAsync(428, "if-match-missing");
        await ChangeAsync(given, row, Interpreting, 7).ProblemAsync(412, "changed-meanwhile");
        await ChangeAsync(given, row, Interpreting with { IsSettled = true }, row.Version).ProblemAsync(400, "validation");
        await AddAsync(given, Interpreting with { Planned = -1 }).ProblemAsync(400, "validation");
        await AddAsync(given, Interpreting with { EventId = Guid.CreateVersion7() }).ProblemAsync(400, "validation");
        await given.Moderator.GetAsync(Api(given)).ProblemAsync(403, "forbidden");
        await service
            .As(given.Tenant, "council-office")
            .SendAsync(HttpMethod.Post, $"{Api(given)}/items", Interpreting)
            .ProblemAsync(403, "forbidden");
        await other.Coordinator.GetAsync($"{other.Api}/mandates/{given.Mandate.AggregateId}/budget").ProblemAsync(404, "not-found");
        await other
            .Coordinator.SendAsync(
                HttpMethod.Put,
                $"{other.Api}/mandates/{given.Mandate.AggregateId}/budget/items/{row.Id}",
                Interpreting,
                row.Version
            )
            .ProblemAsync(404, "not-found");
        await other.Coordinator.GetAsync($"{other.Api}/mandates/{given.Mandate.AggregateId}/budget/items").ProblemAsync(404, "not-found");
        (await given.Coordinator.DeleteAsync($"{Api(given)}/items/{row.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Items_of_one_position_are_listed_by_themselves()
    {
        var given = await Given.AMandateAsync(service, mandate => mandate with { Budget = 8000 });
        await AddAsync(given, Interpreting).ReadAsync();
        await AddAsync(given, Interpreting with { Position = Position.Travel, Text = "Fahrten" }).ReadAsync();
        var items = await given.Coordinator.GetAsync($"{Api(given)}/items?position=travel").ReadAsync<Page<BudgetItemDto>>();
        items.Items.Single().Text.ShouldBe("Fahrten");
        await given.Coordinator.GetAsync($"{Api(given)}/items?position=fun").ProblemAsync(400, "unreadable-request");
    }
}
