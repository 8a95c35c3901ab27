using System.Net;
using System.Text.Json.Nodes;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Answers;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_a_person_is_erased(ParticipationService service)
{
    /// <summary>Somebody who does all that can be done, in a Landkreis where others do so, too.</summary>
    sealed record Somebody(Guid Id, string Address, HttpClient Client)
    {
        public static Somebody In(ParticipationService service, string tenant, params string[] roles)
        {
            var (id, address) = (Guid.CreateVersion7(), Mailbox.NewAddress());
            var memberships = (roles.Length > 0 ? roles : ["participant"]).Select(role => $"{tenant}:{role}");
            return new(id, address, service.Client(service.Issuer.Token(memberships, subject: id.ToString(), email: address)));
        }
    }

    Task<PersonErasedInParticipation> EraseAsync(Somebody who) =>
        service.Bus.EraseAsync<PersonErasedInParticipation>(AnErasure.Of(who.Id, who.Address));

    Task<IReadOnlyList<string>> TracesOfAsync(Somebody who) => Traces.FindAsync(service.AdminConnection, who.Id.ToString(), who.Address);

    static Task<ContributionDto> ContributeAsync(Given given, HttpClient who, string text) =>
        who.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, text, StakeholderGroup.CivilSociety),
                idempotencyKey: Guid.CreateVersion7().ToString()
            )
            .ReadAsync<ContributionDto>();

    [Fact]
    public async Task What_they_corrected_in_a_record_stays_without_them_and_nobody_knows_that_they_were_there()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var who = Somebody.In(service, record.Area.Tenant);
        await record.WriteAsync(new WriteEntry(ContributionKind.Need, "Kurse am Abend"));
        await record.HeldAsync(people: [who.Id.ToString(), "somebody-else"]);
        await Eventually.TrueAsync(async () => await record.PresentAsync() == 2, "it is known who was there");
        await record.MoveOnAsync(RecordStage.Editing).ReadAsync();
        await record.MoveOnAsync(RecordStage.Corrections).ReadAsync();
        await record.CorrectAsync(who.Client, "Auch am Wochenende.").ReadAsync();

        await EraseAsync(who);

        (await TracesOfAsync(who)).ShouldBeEmpty();
        (await record.PresentAsync()).ShouldBe(1, "others are still known");
        var kept = await record.Area.Moderator.GetAsync($"{record.Url}/corrections").ReadAsync<Page<CorrectionDto>>();
        kept.Items.Select(row => (row.Text, row.Mine)).ShouldBe([("Auch am Wochenende.", false)]);
    }

    [Fact]
    public async Task Nobody_can_invite_them_any_more_nor_tell_that_they_were_invited_and_the_numbers_stay()
    {
        var balance = await GivenBalance.AWorkshopAsync(service);
        var who = Somebody.In(service, balance.Tenant);
        var person = await balance.PersonAsync("Jemand", StakeholderGroup.CivilSociety, who.Address);
        var other = await balance.PersonAsync("Andere", StakeholderGroup.CivilSociety, Mailbox.NewAddress());
        await balance.NotedAsync(
            balance.Guest(GuestStanding.Invited, StakeholderGroup.CivilSociety, who.Address),
            balance.Guest(GuestStanding.Registered, StakeholderGroup.CivilSociety, other.Email)
        );
        (await LedToAsync()).Count.ShouldBe(3, "the person, the consent and the mark");
        var mine = (await who.Client.GetAsync($"/api/v1/{balance.Tenant}/my-data/participation").ReadAsync())["classes"]!.AsArray();
        ItemsOf("persons").ShouldBe(1);
        ItemsOf("event-guests").ShouldBe(1);

        var receipt = await EraseAsync(who);

        (await LedToAsync()).ShouldBeEmpty();
        receipt.Rows.Keys.Order().ShouldBe(["consents", "event_guests", "stakeholder_persons"]);
        var persons = $"/api/v1/{balance.Tenant}/persons";
        await balance.Coordinator.GetAsync($"{persons}/{person.Id}").ProblemAsync(404, "not-found");
        await balance.Coordinator.GetAsync($"{persons}/{other.Id}").ReadAsync();
        (await MarksAsync()).ShouldBe(1L, "others are still recognised");
        var numbers = await balance.ReadAsync();
        (numbers.Invited.Total, numbers.Registered.Total).ShouldBe((1, 1));

        int ItemsOf(string key) => mine.Single(row => row!["key"]!.GetValue<string>() == key)!["items"]!.AsArray().Count;

        Task<IReadOnlyList<string>> LedToAsync() =>
            Traces.FindAsync(service.AdminConnection, who.Id.ToString(), who.Address, EventGuestNoted.MarkOf(balance.EventId, who.Address));

        Task<object?> MarksAsync() =>
            Database.ExecuteAsync(
                service.AdminConnection,
                $"select count(*) from event_guests where event_id = '{balance.EventId}' and mark is not null"
            );
    }

    [Fact]
    public async Task No_message_that_comes_late_brings_their_mark_back()
    {
        var balance = await GivenBalance.AWorkshopAsync(service);
        var who = Somebody.In(service, balance.Tenant);
        var (known, waiting, late) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await balance.NotedAsync(
            Registered(known),
            balance.Guest(GuestStanding.Waiting, StakeholderGroup.CivilSociety, who.Address, waiting, 2)
        );
        await EraseAsync(who);
        // Scheduling tells that it forgot them; after that comes what was told before.
        await balance.NotedAsync(Registered(late, 2) with { Mark = null, IsForgotten = true });

        await service.Bus.PublishAsync(Registered(known));
        await service.Bus.PublishAsync(Registered(waiting));
        await service.Bus.PublishAsync(Registered(late));
        await balance.NotedAsync(Registered(waiting, 3), Registered(known, 2));

        (await Traces.FindAsync(service.AdminConnection, EventGuestNoted.MarkOf(balance.EventId, who.Address))).ShouldBeEmpty();
        (await balance.ReadAsync()).Registered.Total.ShouldBe(3, "they are counted");

        EventGuestNoted Registered(Guid id, int version = 1) =>
            balance.Guest(GuestStanding.Registered, StakeholderGroup.CivilSociety, who.Address, id, version);
    }

    [Fact]
    public async Task Answers_that_name_their_address_go_however_it_was_written()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var who = Somebody.In(service, given.Tenant) with { Address = $"müller+{Guid.CreateVersion7():N}@example.org" };
        await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"/api/v1/{given.Tenant}/organisations",
                new EditOrganisation(
                    "Verein",
                    StakeholderGroup.MigrantOrganisation,
                    Contacts: [new("Jemand", who.Address.Replace("ller", "LLER"))]
                ),
                idempotencyKey: Guid.CreateVersion7().ToString()
            )
            .ReadAsync();

        var receipt = await EraseAsync(who);

        receipt.Rows.Keys.ShouldContain("idempotency_keys");
    }

    [Fact]
    public async Task All_that_leads_to_them_is_gone_and_what_others_build_on_stays()
    {
        var running = await GivenBoard.RunningAsync(service);
        var given = running.Area;
        var who = Somebody.In(service, given.Tenant);
        var others = await given.ContributeAsync("Busse fahren abends nicht mehr");
        var own = await ContributeAsync(given, who.Client, "Kurse sind zu weit weg");
        await given.SayAsync(who.Client, others.Id, "Das stimmt auch bei uns").ReadAsync();
        await who.Client.PutAsync($"{given.Of(others.Id)}/support", null).ReadAsync();
        await given.GivePointsAsync(who.Client, (others.Id, 3)).ReadAsync();
        await given.ReportAsync(who.Client, others.Id, text: "gehört nicht hierher").ReadAsync();
        await who
            .Client.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions/drafts",
                new WriteDraft(ContributionKind.Idea, Text: "Noch nicht fertig, aber bald")
            )
            .ReadAsync();
        await running.WriteAsync(who.Client, "Karte am Board", at: running.Url).ReadAsync();
        await who.Client.SendAsync(HttpMethod.Put, $"/api/v1/{given.Tenant}/contributions/news", new WishNews(true)).ReadAsync();
        await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"/api/v1/{given.Tenant}/organisations",
                new EditOrganisation(
                    "Verein",
                    StakeholderGroup.MigrantOrganisation,
                    [who.Id.ToString()],
                    Contacts: [new("Jemand", who.Address, ConsentedOn: new(2026, 1, 1)), new("Andere", "andere@example.org")]
                ),
                idempotencyKey: Guid.CreateVersion7().ToString()
            )
            .ReadAsync();
        (await TracesOfAsync(who)).Count.ShouldBe(11, "a search that finds nothing before proves nothing after");

        var receipt = await EraseAsync(who);

        (await TracesOfAsync(who)).ShouldBeEmpty();
        receipt
            .Rows.Keys.Order()
            .ShouldBe([
                "cards",
                "comments",
                "consents",
                "contributions",
                "drafts",
                "idempotency_keys",
                "moderation_reports",
                "news_addresses",
                "organisations",
                "points",
                "supports",
            ]);
        var kept = await given.Participant.GetAsync(given.Of(own.Id)).ReadAsync<ContributionDto>();
        (kept.Text, kept.Mine).ShouldBe(("Kurse sind zu weit weg", false));
        await given.ClosePrioritisationAsync();
        var weighed = await given.Participant.GetAsync(given.Of(others.Id)).ReadAsync<ContributionDto>();
        (weighed.Points, weighed.Supports, weighed.Comments).ShouldBe((3, 1, 1));
        (await running.SnapshotAsync(GivenBoard.Phone(service.CreateClient())))
            .Cards.Select(card => card.Text)
            .ShouldContain("Karte am Board");
        var organisation = (
            await given.Coordinator.GetAsync($"/api/v1/{given.Tenant}/organisations").ReadAsync<Page<OrganisationDto>>()
        ).Items.Single();
        organisation.Delegates.ShouldBe([]);
        organisation.Contacts!.Select(contact => contact.Name).ShouldBe(["Andere"]);
        (await given.QueueAsync()).Single().Reports.ShouldBe(1, "what was reported is still to be looked at");
    }

    [Fact]
    public async Task What_nobody_saw_yet_or_nobody_may_see_goes_with_its_words()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var who = Somebody.In(service, given.Tenant);
        var others = await given.ContributeAsync("Busse fahren abends nicht mehr");
        var hidden = await ContributeAsync(given, who.Client, "Das wird gleich verborgen");
        await given.HideAsync(given.Moderator, hidden.Id).ReadAsync();
        await given.SettleAsync(ModerationMode.BeforePublication);
        await ContributeAsync(given, who.Client, "Das wartet auf die Moderation");
        await given.SayAsync(who.Client, others.Id, "Auch das wartet noch").ReadAsync();

        await EraseAsync(who);

        (
            await Traces.FindAsync(
                service.AdminConnection,
                "Das wird gleich verborgen",
                "Das wartet auf die Moderation",
                "Auch das wartet noch"
            )
        ).ShouldBeEmpty();
        (await given.QueueAsync()).ShouldBeEmpty("nobody has to decide any more");
    }

    [Fact]
    public async Task A_moderators_decisions_stay_and_the_log_that_nobody_can_change_leads_to_nobody()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var who = Somebody.In(service, given.Tenant, "moderator");
        var author = Somebody.In(service, given.Tenant);
        var bad = await ContributeAsync(given, author.Client, "Eine Beleidigung");
        var hidden = await given.HideAsync(who.Client, bad.Id).ReadAsync<ModerationCaseDto>();
        await who
            .Client.SendAsync(HttpMethod.Post, given.Moderation($"/{hidden.Id}/block"), new BlockAuthor(ReasonKind.Insult))
            .ReadAsync();
        (await LogAsync()).ShouldContain(row => row.Actor == who.Id.ToString(), "while they are there the log says who");
        (await TracesOfAsync(who)).ShouldNotContain(table => table.Contains("moderation_log"), "it has the alias alone");

        await EraseAsync(who);

        (await TracesOfAsync(who)).ShouldBeEmpty();
        var log = await LogAsync();
        log.Count(row => row.Act is ModerationAct.Hidden or ModerationAct.Blocked).ShouldBe(2);
        log.ShouldAllBe(row => row.Actor != who.Id.ToString());
        await ContributeBlockedAsync().ProblemAsync(403, "contributing-blocked");

        // And a blocked person: the block is about nobody any more.
        await EraseAsync(author);
        (await TracesOfAsync(author)).ShouldBeEmpty();
        (await given.Moderator.GetAsync(given.Moderation("/blocks")).ReadAsync<Page<BlockDto>>()).Items.ShouldBeEmpty();

        async Task<IReadOnlyList<LogEntryDto>> LogAsync() =>
            (await given.Coordinator.GetAsync(given.Moderation("/log")).ReadAsync<Page<LogEntryDto>>()).Items;

        Task<HttpResponseMessage> ContributeBlockedAsync() =>
            author.Client.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, "Noch eine Beleidigung", StakeholderGroup.CivilSociety)
            );
    }

    [Fact]
    public async Task Others_keep_what_is_theirs_here_and_elsewhere_and_a_redelivery_does_nothing_more()
    {
        var (given, elsewhere) = (await Given.AnOpenTopicAreaAsync(service), await Given.AnOpenTopicAreaAsync(service));
        var (who, other) = (Somebody.In(service, given.Tenant), Somebody.In(service, elsewhere.Tenant));
        await ContributeAsync(given, who.Client, "Von jemandem, der geht");
        await ContributeAsync(elsewhere, other.Client, "Von jemandem, der bleibt");
        var before = await TracesOfAsync(other);
        var request = AnErasure.Of(who.Id, who.Address);

        var first = await service.Bus.EraseAsync<PersonErasedInParticipation>(request);
        // Under the id of the first message it is no news; as another one it is done again, and the receipt says the same.
        await service.Bus.PublishAsync(request);
        await Eventually.TrueAsync(() => Task.FromResult(Receipts().Count == 2), "the second receipt is there");

        Receipts()[1].Rows.ShouldBe(first.Rows, ignoreOrder: true);
        first.Rows["contributions"].ShouldBe(1);
        (await TracesOfAsync(other)).ShouldBe(before);
        (await other.Client.GetAsync($"{elsewhere.Area}/contributions").ReadAsync<Page<ContributionDto>>())
            .Items.Single()
            .Mine.ShouldBeTrue();

        IReadOnlyList<PersonErasedInParticipation> Receipts() =>
            [
                .. service
                    .Bus.Heard<PersonErasedInParticipation>(AnErasure.Tenant)
                    .Where(receipt => receipt.AggregateId == request.AggregateId),
            ];
    }

    [Fact]
    public async Task Whoever_is_a_contact_again_with_the_same_address_stays_one_when_services_are_asked_again()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var who = Somebody.In(service, given.Tenant);
        var organisations = $"/api/v1/{given.Tenant}/organisations";
        var edit = new EditOrganisation(
            "Verein",
            StakeholderGroup.MigrantOrganisation,
            Delegates: [who.Id.ToString()],
            Contacts: [new("Jemand", who.Address, ConsentedOn: new(2026, 1, 1))]
        );
        var made = await given.Coordinator.SendAsync(HttpMethod.Post, organisations, edit).ReadAsync<OrganisationDto>();
        var request = AnErasure.Of(who.Id, who.Address);
        await service.Bus.EraseAsync<PersonErasedInParticipation>(request);
        (await TracesOfAsync(who)).ShouldBeEmpty();
        made = await given.Coordinator.GetAsync($"{organisations}/{made.Id}").ReadAsync<OrganisationDto>();
        await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{organisations}/{made.Id}", edit with { Delegates = [] }, made.Version)
            .ReadAsync();
        var before = await TracesOfAsync(who);

        await service.Bus.PublishAsync(AnErasure.Again(request));
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    service.Bus.Heard<PersonErasedInParticipation>(AnErasure.Tenant).Count(one => one.AggregateId == request.AggregateId)
                        == 2
                ),
            "there is a second receipt"
        );

        (await TracesOfAsync(who)).ShouldBe(before);
        before.ShouldContain(table => table.Contains("organisations"));
        before.ShouldContain(table => table.Contains("consents"));
    }

    [Fact]
    public async Task A_log_entry_that_comes_late_keeps_no_way_to_them_and_one_that_is_tried_again_keeps_its_alias()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (who, other) = (Somebody.In(service, given.Tenant), Somebody.In(service, given.Tenant));
        await EraseAsync(who);

        await using var scope = service.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeOf(given.Tenant);
        var db = scope.ServiceProvider.GetRequiredService<ParticipationDb>();
        var late = Entry(who);
        db.Add(late);
        await db.SaveChangesAsync();

        (await TracesOfAsync(who)).ShouldBeEmpty();
        Guid.Parse(late.Actor!).ShouldNotBe(who.Id);

        var (again, impossible) = (Entry(other), Entry(other, late.Id));
        db.ChangeTracker.Clear();
        db.AddRange(again, impossible);
        await Should.ThrowAsync<DbUpdateException>(async () => await db.SaveChangesAsync());
        db.Entry(impossible).State = EntityState.Detached;
        await db.SaveChangesAsync();

        (await db.PersonsOfAsync([Guid.Parse(again.Actor!)], CancellationToken.None)).Values.ShouldBe([other.Id]);

        static LogEntry Entry(Somebody actor, Guid? id = null) =>
            new()
            {
                Id = id ?? SequentialId.Next(),
                At = TimeProvider.System.GetUtcNow(),
                Act = ModerationAct.RulesChanged,
                Actor = actor.Id.ToString(),
            };
    }

    [Fact]
    public async Task Their_token_changes_nothing_any_more_also_what_is_on_its_way_when_they_go()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var who = Somebody.In(service, given.Tenant);
        await ContributeAsync(given, who.Client, "Vorher");

        // While they are forgotten they go on writing: whatever is first, nothing of theirs is left.
        var writing = Enumerable.Range(1, 40).Select(number => TryAsync(number)).ToList();
        await EraseAsync(who);
        var answers = await Task.WhenAll(writing);
        await Eventually.TrueAsync(async () => (await TracesOfAsync(who)).Count == 0, "what came in between is forgotten, too");

        answers.ShouldAllBe(status => status == HttpStatusCode.Created || status == HttpStatusCode.Unauthorized);
        var problem = await who
            .Client.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, "Nachher noch etwas", StakeholderGroup.CivilSociety)
            )
            .ProblemAsync(401, "person-erased");
        ((string?)problem["detail"]).ShouldNotBeNullOrEmpty();
        (await TracesOfAsync(who)).ShouldBeEmpty();

        async Task<HttpStatusCode> TryAsync(int number)
        {
            using var answer = await who.Client.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, $"Dazwischen Nummer {number}", StakeholderGroup.CivilSociety),
                idempotencyKey: $"dazwischen-{number}"
            );
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task What_is_kept_of_them_is_told_class_by_class_and_of_nobody_else()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var who = Somebody.In(service, given.Tenant);
        var others = await given.ContributeAsync("Von jemand anderem geschrieben");
        await ContributeAsync(given, who.Client, "Von mir geschrieben");
        await given.SayAsync(who.Client, others.Id, "Ein Kommentar von mir").ReadAsync();

        var told = await who.Client.GetAsync($"/api/v1/{given.Tenant}/my-data/participation").ReadAsync();

        ((string?)told["service"]).ShouldBe("participation");
        var classes = told["classes"]!.AsArray().ToDictionary(one => (string)one!["key"]!, one => one!);
        ((string?)classes["contributions"]["items"]![0]!["text"]).ShouldBe("Von mir geschrieben");
        ((string?)classes["comments"]["items"]![0]!["text"]).ShouldBe("Ein Kommentar von mir");
        ((string?)classes["moderation"]["period"]).ShouldBe("P180D");
        classes["drafts"]["items"]!.AsArray().ShouldBeEmpty();
        told.ToJsonString().ShouldNotContain("Von jemand anderem");

        await who
            .Client.GetAsync($"/api/v1/{(await Given.AnOpenTopicAreaAsync(service)).Tenant}/my-data/participation")
            .ProblemAsync(404, "not-found");
        // An integration is nobody.
        await service
            .As(given.Tenant, "participant")
            .GetAsync($"/api/v1/{given.Tenant}/my-data/participation")
            .ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Everybody_may_know_what_is_kept_and_how_long_in_their_language()
    {
        var tenant = await service.NewTenantAsync();
        var anybody = service.CreateClient();
        var german = await anybody.GetAsync($"/api/v1/{tenant}/retention/participation").ReadAsync<JsonArray>();
        anybody.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var english = await anybody.GetAsync($"/api/v1/{tenant}/retention/participation").ReadAsync<JsonArray>();

        german.Single(one => (string)one!["key"]! == "drafts")!["title"]!.GetValue<string>().ShouldBe("Entwürfe");
        english.Single(one => (string)one!["key"]! == "drafts")!["title"]!.GetValue<string>().ShouldBe("Drafts");
        german.ShouldAllBe(one => ((string)one!["basis"]!).Contains("DSGVO"));
        await anybody.GetAsync("/api/v1/kein-kreis/retention/participation").ProblemAsync(404, "tenant-unknown");
    }

    [Fact]
    public async Task Consent_of_a_contact_is_noted_when_it_is_given_and_when_it_ends()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var who = Somebody.In(service, given.Tenant);
        var organisations = $"/api/v1/{given.Tenant}/organisations";
        var edit = new EditOrganisation("Verein", StakeholderGroup.MigrantOrganisation, Contacts: [new("Jemand", who.Address)]);
        var made = await given.Coordinator.SendAsync(HttpMethod.Post, organisations, edit).ReadAsync<OrganisationDto>();
        (await ConsentsAsync()).ShouldBeEmpty("without a day nobody has agreed");

        var agreed = edit with { Contacts = [new("Jemand", who.Address, ConsentedOn: new(2026, 1, 1))] };
        made = await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{organisations}/{made.Id}", agreed, made.Version)
            .ReadAsync<OrganisationDto>();
        made = await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{organisations}/{made.Id}", agreed, made.Version)
            .ReadAsync<OrganisationDto>();
        agreed = edit with { Contacts = [new("Jemand", who.Address, ConsentedOn: new(2026, 3, 1))] };
        made = await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{organisations}/{made.Id}", agreed, made.Version)
            .ReadAsync<OrganisationDto>();
        await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{organisations}/{made.Id}", edit with { Contacts = [] }, made.Version)
            .ReadAsync();

        var consents = await ConsentsAsync();
        consents.Select(one => (bool)one!["given"]!).ShouldBe([true, true, false], "renewed once");
        ((string)consents[0]!["words"]!).ShouldBe(
            "Die Koordination darf Sie mit Name, Mailadresse und Telefonnummer als Ansprechperson Ihrer Organisation speichern, "
                + "anschreiben und anrufen."
        );

        async Task<JsonArray> ConsentsAsync() =>
            (await who.Client.GetAsync($"/api/v1/{given.Tenant}/my-data/participation").ReadAsync())["classes"]!
                .AsArray()
                .Single(one => (string)one!["key"]! == "consents")!["items"]!.AsArray();
    }
}
