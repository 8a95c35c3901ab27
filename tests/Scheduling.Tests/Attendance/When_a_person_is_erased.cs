using System.Net;
using System.Text.Json.Nodes;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_a_person_is_erased(SchedulingService service)
{
    sealed record Somebody(Guid Id, string Address, HttpClient Client);

    Somebody SomebodyIn(GivenRegistration open)
    {
        var (id, address) = (Guid.CreateVersion7(), Mailbox.NewAddress());
        return new(
            id,
            address,
            service.Client(service.Issuer.Token([$"{open.Given.Tenant}:participant"], subject: id.ToString(), email: address))
        );
    }

    Task<PersonErasedInScheduling> EraseAsync(Somebody who) =>
        service.Bus.EraseAsync<PersonErasedInScheduling>(AnErasure.Of(who.Id, who.Address));

    Task<IReadOnlyList<string>> TracesOfAsync(Somebody who) => Traces.FindAsync(service.AdminConnection, who.Id.ToString(), who.Address);

    static Task<HttpResponseMessage> RegisterAsync(GivenRegistration open, HttpClient who, string? name = "Kim Muster") =>
        who.SendAsync(
            HttpMethod.Post,
            $"{open.Api}/registrations",
            new Register(StakeholderGroup.CivilSociety, "Sportkreis", "Rampe", name),
            idempotencyKey: Guid.CreateVersion7().ToString()
        );

    [Fact]
    public async Task Their_seat_is_passed_on_and_nothing_leads_to_them()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var who = SomebodyIn(open);
        var name = $"Kim {who.Id}";
        await RegisterAsync(open, who.Client, name).ReadAsync();
        var (next, waiting) = await open.SomebodyRegistersAsync();
        waiting.State.ShouldBe(RegistrationState.Waiting);
        (await TracesOfAsync(who)).Count.ShouldBeGreaterThanOrEqualTo(4);

        var receipt = await EraseAsync(who);

        (await TracesOfAsync(who)).ShouldBeEmpty();
        (await Traces.FindAsync(service.AdminConnection, name)).ShouldBeEmpty();
        receipt.Rows.Keys.ShouldContain("registrations");
        receipt.Rows.Keys.ShouldContain("contacts");
        receipt.Rows.Keys.ShouldContain("consents");
        (await open.MineAsync(next)).State.ShouldBe(RegistrationState.Offered, "who waited gets the seat");
        (await open.NumbersAsync()).ShouldBe(new(1, 0, 0, 1, 0));
    }

    [Fact]
    public async Task What_came_from_their_address_without_an_account_goes_too()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var who = SomebodyIn(open);
        await open.GuestAsync(who.Address);
        var asked = SomebodyIn(open);
        await open.RequestAsync(asked.Address, needs: "Rampe").ReadAsync();
        (await TracesOfAsync(who)).ShouldContain(table => table.Contains("contacts"));

        await EraseAsync(who);
        await EraseAsync(asked);

        (await TracesOfAsync(who)).ShouldBeEmpty();
        (await TracesOfAsync(asked)).ShouldBeEmpty();
        (await open.NumbersAsync()).ShouldBe(new(5, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Where_they_were_they_are_counted_and_nobody_knows_who_it_was()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var who = SomebodyIn(open);
        var registered = await RegisterAsync(open, who.Client).ReadAsync<RegistrationDto>();
        // It has begun.
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"""update events set start = now() - interval '1 hour', "end" = now() + interval '1 hour' where id = '{open.Event.Id}'"""
        );

        await EraseAsync(who);

        (await TracesOfAsync(who)).ShouldBeEmpty();
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select state || ' ' || coalesce(name, 'ohne Namen') || ' ' || coalesce(access_needs, 'ohne Bedarf') from registrations "
                    + $"where id = '{registered.Id}'"
            )
        ).ShouldBe("Confirmed ohne Namen ohne Bedarf");
    }

    [Fact]
    public async Task An_answer_to_an_open_poll_is_gone_and_an_answer_of_others_stays()
    {
        var given = await Given.AMandateAsync(service);
        var open = new GivenRegistration(service, given, null!);
        var day = Coming.Weekday(DayOfWeek.Tuesday, 200);
        var poll = await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"{given.Api}/polls",
                new OpenPoll
                {
                    MandateId = given.Mandate.AggregateId,
                    Kind = EventKind.Hearing,
                    Title = "Anhörung",
                    Deadline = day.AddDays(-11).InBerlin(14),
                    Venue = "Kreishaus",
                    Options = [new(day.At("18:00"), day.At("20:00")), new(day.AddDays(1).At("18:00"), day.AddDays(1).At("20:00"))],
                }
            )
            .ReadAsync<PollDto>(HttpStatusCode.Created);
        var (who, other) = (SomebodyIn(open), SomebodyIn(open));
        foreach (var one in new[] { who, other })
            await one
                .Client.SendAsync(
                    HttpMethod.Put,
                    $"{given.Api}/polls/{poll.Id}/answers/mine",
                    new AnswerPoll(new Dictionary<int, Availability> { [1] = Availability.Yes })
                )
                .ReadAsync();

        (await EraseAsync(who)).Rows["poll_answers"].ShouldBe(1);

        (await TracesOfAsync(who)).ShouldBeEmpty();
        (await given.Participant.GetAsync($"{given.Api}/polls/{poll.Id}").ReadAsync<PollDto>()).Options[0].Yes.ShouldBe(1);
        (await TracesOfAsync(other)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_request_that_fails_meanwhile_keeps_nobody_from_the_event()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var who = SomebodyIn(open);
        await RegisterAsync(open, who.Client).ReadAsync();
        Task<HttpResponseMessage> again;
        await using (
            var held = await HeldRows.HoldAsync(
                service.AdminConnection,
                $"select 1 from registration_settings where id = '{open.Event.Id}' for update"
            )
        )
        {
            again = RegisterAsync(open, who.Client);
            await held.BlocksAsync();
            await MarkAsErasedAsync(open, who);
        }

        await again.ProblemAsync(409, "already-registered");

        (await TracesOfAsync(who)).ShouldBeEmpty("the request that was under way looked again");
        var (_, next) = await open.SomebodyRegistersAsync();
        next.State.ShouldBe(RegistrationState.Confirmed, "the seat is free, and so is the line");
    }

    [Fact]
    public async Task A_registration_that_comes_between_leaving_and_forgetting_holds_no_seat()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        var who = SomebodyIn(open);
        var registered = await RegisterAsync(open, who.Client).ReadAsync<RegistrationDto>();
        // Not committed yet, as leaving sees it.
        await SubjectAsync($"later:{who.Id}");
        await MarkAsErasedAsync(open, who);
        Task<PersonErasedInScheduling> erasing;
        await using (
            var held = await HeldRows.HoldAsync(
                service.AdminConnection,
                $"select 1 from erased_persons where person_hash = '{new Person(who.Id, "").Hash}' for update"
            )
        )
        {
            erasing = EraseAsync(who);
            await held.BlocksAsync();
            await SubjectAsync(who.Id.ToString());
        }

        await erasing;

        (await TracesOfAsync(who)).ShouldBeEmpty();
        (await Database.ExecuteAsync(service.AdminConnection, $"select state from registrations where id = '{registered.Id}'")).ShouldBe(
            "Withdrawn"
        );
        (await open.SomebodyRegistersAsync()).Registration.State.ShouldBe(RegistrationState.Confirmed);

        Task SubjectAsync(string subject) =>
            Database.ExecuteAsync(service.AdminConnection, $"update registrations set subject = '{subject}' where id = '{registered.Id}'");
    }

    Task<object?> MarkAsErasedAsync(GivenRegistration open, Somebody who) =>
        Database.ExecuteAsync(
            service.AdminConnection,
            $$"""
            insert into erased_persons (tenant, person_hash, erased_at, rows)
            values ('{{open.Given.Tenant}}', '{{new Person(who.Id, "").Hash}}', now(), '{}')
            """
        );

    [Fact]
    public async Task Whoever_comes_back_with_the_same_address_keeps_what_is_theirs_when_services_are_asked_again()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var who = SomebodyIn(open);
        await RegisterAsync(open, who.Client).ReadAsync();
        var request = AnErasure.Of(who.Id, who.Address);
        await service.Bus.EraseAsync<PersonErasedInScheduling>(request);
        var id = Guid.CreateVersion7();
        var back = who with
        {
            Id = id,
            Client = service.Client(service.Issuer.Token([$"{open.Given.Tenant}:participant"], subject: id.ToString(), email: who.Address)),
        };
        await RegisterAsync(open, back.Client, name: "Kim wieder").ReadAsync();
        var guest = await GivenRegistration.OpenAsync(service, 5);
        await guest.RequestAsync(who.Address).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        var before = await TracesOfAsync(back);

        await AskAgainAsync(request);

        (await open.MineAsync(back.Client)).State.ShouldBe(RegistrationState.Confirmed);
        (await TracesOfAsync(back)).ShouldBe(before);
        before.ShouldContain(table => table.Contains("registration_requests"));
    }

    async Task AskAgainAsync(PersonErasureRequested request)
    {
        var again = AnErasure.Again(request);
        await service.Bus.PublishAsync(again);
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    service.Bus.Heard<PersonErasedInScheduling>(AnErasure.Tenant).Count(one => one.AggregateId == request.AggregateId) == 2
                ),
            "there is a second receipt"
        );
    }

    [Fact]
    public async Task What_they_agreed_to_is_noted_in_its_words_and_told_to_them()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var who = SomebodyIn(open);
        var registered = await RegisterAsync(open, who.Client).ReadAsync<RegistrationDto>();
        var other = SomebodyIn(open);
        await RegisterAsync(open, other.Client, name: null).ReadAsync();
        await open.WithdrawAsync(who.Client, registered).ReadAsync();

        var consents = await ConsentsAsync(who);

        consents
            .Select(one => ((string)one!["to"]!, (bool)one["given"]!))
            .ShouldBe([("name", true), ("accessNeeds", true), ("name", false), ("accessNeeds", false)]);
        ((int)consents[0]!["wording"]!).ShouldBe(1);
        ((string)consents[0]!["words"]!).ShouldContain("Freiwillig");
        (await ConsentsAsync(other)).Select(one => (string)one!["to"]!).ShouldBe(["accessNeeds"]);

        async Task<JsonArray> ConsentsAsync(Somebody of) =>
            (await of.Client.GetAsync($"/api/v1/{open.Given.Tenant}/my-data/scheduling").ReadAsync())["classes"]!
                .AsArray()
                .Single(one => (string)one!["key"]! == "consents")!["items"]!.AsArray();
    }

    [Fact]
    public async Task What_is_kept_of_them_is_told()
    {
        var open = await GivenRegistration.OpenAsync(service, 5);
        var who = SomebodyIn(open);
        await RegisterAsync(open, who.Client).ReadAsync();

        var told = await who.Client.GetAsync($"/api/v1/{open.Given.Tenant}/my-data/scheduling").ReadAsync();

        var classes = told["classes"]!.AsArray().ToDictionary(one => (string)one!["key"]!, one => one!["items"]!.AsArray());
        ((string?)classes["registrations"].Single()!["name"]).ShouldBe("Kim Muster");
        ((string?)classes["contacts"].Single()!["address"]).ShouldBe(who.Address);
    }
}
