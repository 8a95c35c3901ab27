using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Boards;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_an_event_is_recorded(ParticipationService service)
{
    static readonly WriteEntry Need = new(ContributionKind.Need, "Kurse am Abend");

    [Fact]
    public async Task It_goes_through_four_stages_and_each_is_seen_by_those_whom_it_is_for()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var area = record.Area;
        await record.WriteAsync(Need);
        await record.SomebodyPresent.GetAsync(record.Url).ProblemAsync(404, "not-found");
        await record.MoveOnAsync(RecordStage.Corrections).ProblemAsync(409, "record-stage-out-of-order");
        await record.MoveOnAsync(RecordStage.Editing).ReadAsync();
        await record.MoveOnAsync(RecordStage.Corrections).ProblemAsync(409, "event-not-held-yet");
        await record.HeldAsync();
        await record.MoveOnAsync(RecordStage.Locked).ProblemAsync(409, "record-not-corrected");
        await record.MoveOnAsync(RecordStage.Corrections).ReadAsync();

        (await record.ReadAsync(record.SomebodyPresent)).ShouldSatisfyAllConditions(
            seen => seen.CanCorrect.ShouldBeTrue(),
            seen => seen.Attendance[StakeholderGroup.CivilSociety].ShouldBe(7)
        );
        (await record.ReadAsync(record.SomebodyPresent)).Correctors.ShouldBeNull();
        (await record.ReadAsync()).Correctors.ShouldBe(1);
        await area.Participant.GetAsync(record.Url).ProblemAsync(404, "not-found");
        await record.MoveOnAsync(RecordStage.Locked).ReadAsync();

        var locked = await record.ReadAsync(area.Participant);
        (locked.Stage, locked.CanCorrect, locked.Entries.Single().Text, locked.OpenQuestions.Single()).ShouldBe(
            (RecordStage.Locked, false, "Kurse am Abend", "Wer zahlt?")
        );
        await area
            .Moderator.SendAsync(HttpMethod.Put, record.Url, new WriteEventRecord("", [], []), locked.Version)
            .ProblemAsync(409, "event-record-locked");
        (await record.PresentAsync()).ShouldBe(0, "nobody has to be recognised any more");
    }

    [Fact]
    public async Task What_is_on_the_board_is_captured_as_it_grows_and_words_that_somebody_put_stay()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var board = await ABoardAsync(record.Area);
        var phone = GivenBoard.Phone(service.CreateClient());
        var (evening, rural) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await board.WriteAsync(phone, "Abends", evening).ReadAsync();
        await board.WriteAsync(phone, "Auf dem Land", rural).ReadAsync();
        var captured = await CaptureAsync(record, board);
        captured
            .Entries.Select(entry => (entry.Id, entry.Kind, entry.Text))
            .ShouldBe([(evening, ContributionKind.Need, "Abends"), (rural, ContributionKind.Need, "Auf dem Land")], ignoreOrder: true);

        await record.WriteAsync(new(ContributionKind.Need, "Kurse am Abend", null, evening), new(ContributionKind.Need, "x", null, rural));
        await board.WriteAsync(phone, "Mit Kinderbetreuung").ReadAsync();
        await board.DoAsync("freeze").ReadAsync();
        var taken = await board
            .DoAsync("take-over", new TakeOverCards([evening], ContributionKind.Need, StakeholderGroup.CivilSociety))
            .ReadAsync<List<TakenOver>>();
        captured = await CaptureAsync(record, board);
        captured.Entries.Select(entry => entry.Text).ShouldBe(["Kurse am Abend", "x", "Mit Kinderbetreuung"]);
        captured.Entries[0].ContributionIds.ShouldBe([taken.Single().ContributionId]);
        (await CaptureAsync(record, board)).Entries.Count.ShouldBe(3, "what is there is not added again");
    }

    [Fact]
    public async Task Only_a_board_of_the_event_or_of_its_topic_area_can_be_captured()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var elsewhere = await record
            .Area.Moderator.SendAsync(HttpMethod.Post, $"{record.Area.Area}/boards", GivenBoard.ABoard())
            .ReadAsync<BoardDto>();
        await Capture(record, elsewhere.Id).ProblemAsync(422, "board-of-other-event");
        await Capture(record, Guid.CreateVersion7()).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Those_who_were_there_correct_it_and_every_correction_is_answered_before_it_is_locked()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var entry = (await record.WriteAsync(Need)).Entries.Single();
        await record.CorrectAsync().ProblemAsync(404, "not-found");
        await record.OpenForCorrectionsAsync();
        await record.CorrectAsync(record.Area.Participant).ProblemAsync(403, "not-present");
        await record.CorrectAsync(entry: Guid.CreateVersion7()).ProblemAsync(400, "validation");
        await record.CorrectAsync(text: new string('x', 2001)).ProblemAsync(400, "validation");
        var said = await record.CorrectAsync(entry: entry.Id).ReadAsync<CorrectionDto>();
        await record.MoveOnAsync(RecordStage.Locked).ProblemAsync(409, "corrections-undecided");

        var decide = $"{record.Url}/corrections/{said.Id}/decide";
        Task<HttpResponseMessage> DecideAsync(HttpClient who, DecideCorrection decision, int version) =>
            who.SendAsync(HttpMethod.Post, decide, decision, version);
        await DecideAsync(record.Area.Moderator, new(false), said.Version).ProblemAsync(400, "validation");
        await DecideAsync(record.Area.Moderator, new(true), said.Version + 3).ProblemAsync(412, "changed-meanwhile");
        await DecideAsync(record.SomebodyPresent, new(true), said.Version).ProblemAsync(403, "forbidden");
        await DecideAsync(record.Area.Moderator, new(false, "Es waren zwei."), said.Version).ReadAsync();
        await DecideAsync(record.Area.Moderator, new(true), said.Version + 1).ProblemAsync(409, "correction-decided");

        await record.MoveOnAsync(RecordStage.Locked).ReadAsync();
        await record.CorrectAsync().ProblemAsync(404, "not-found");
        var mine = await record.SomebodyPresent.GetAsync($"{record.Url}/corrections").ReadAsync<Page<CorrectionDto>>();
        mine.Items.Select(row => (row.Mine, row.State, row.Reply)).ShouldBe([(true, CorrectionState.Declined, "Es waren zwei.")]);
        (await record.Area.Participant.GetAsync($"{record.Url}/corrections").ReadAsync<Page<CorrectionDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_time_for_corrections_ends_and_can_be_made_longer()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        await record.WriteAsync(Need);
        await record.HeldAsync();
        await record.MoveOnAsync(RecordStage.Editing).ReadAsync();
        var now = TimeProvider.System.GetUtcNow();
        await record.MoveOnAsync(RecordStage.Corrections, now.AddDays(-1)).ProblemAsync(400, "validation");
        await record.MoveOnAsync(RecordStage.Corrections, now.AddDays(61)).ProblemAsync(400, "validation");
        await record.MoveOnAsync(RecordStage.Corrections, now.AddDays(2)).ReadAsync();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"update event_records set corrections_until = now() - interval '1 minute' where id = '{record.Workshop.EventId}'"
        );
        await record.CorrectAsync().ProblemAsync(409, "corrections-not-open");
        await record.MoveOnAsync(RecordStage.Corrections, now.AddDays(5)).ReadAsync();
        await record.CorrectAsync().ReadAsync();
    }

    [Fact]
    public async Task Where_nobody_can_be_recognised_it_is_locked_after_editing_and_late_or_repeated_messages_change_nothing()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        await record.WriteAsync(Need);
        var held = record.Held(5, 9);
        var id = Guid.CreateVersion7();
        await service.Bus.PublishAsync(held, id);
        await service.Bus.PublishAsync(held, id);
        await service.Bus.PublishAsync(record.Held(4, 3));
        await service.Bus.PublishAsync(record.Held(6, 11));
        await Eventually.GetAsync(
            async () => (await record.ReadAsync()).Attendance.GetValueOrDefault(StakeholderGroup.CivilSociety) == 11 ? "" : null,
            "the last numbers are known"
        );
        await record.MoveOnAsync(RecordStage.Editing).ReadAsync();
        await record.MoveOnAsync(RecordStage.Locked).ReadAsync();
        (await record.ReadAsync(record.Area.Participant)).Attendance[StakeholderGroup.CivilSociety].ShouldBe(11);
    }

    [Fact]
    public async Task Its_results_are_collected_once_by_points_and_the_topic_area_waits_for_its_records()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var area = record.Area;
        var (less, more) = (await area.ContributeAsync("Weniger wichtig"), await area.ContributeAsync("Wichtiger"));
        await area.GivePointsAsync((more.Id, 6), (less.Id, 1)).ReadAsync();
        await area.ClosePrioritisationAsync();
        await record.WriteAsync(
            new WriteEntry(ContributionKind.Need, "Weniger", [less.Id]),
            new WriteEntry(ContributionKind.Need, "Mehr", [more.Id]),
            new WriteEntry(ContributionKind.Measure, "Abendkurse in drei Orten", [])
        );
        var before = await area.RecordAsync();
        await area
            .Moderator.SendAsync(HttpMethod.Post, $"{area.Area}/conclude", null, before.Version)
            .ProblemAsync(409, "event-records-not-locked");
        await record.OpenForCorrectionsAsync();
        await record.MoveOnAsync(RecordStage.Locked).ReadAsync();

        Task<HttpResponseMessage> CollectAsync(HttpClient who, int version) =>
            who.SendAsync(HttpMethod.Post, $"{area.Area}/record/collect", null, version);
        await CollectAsync(area.Participant, before.Version).ProblemAsync(403, "forbidden");
        await CollectAsync(area.Moderator, before.Version + 4).ProblemAsync(412, "changed-meanwhile");
        var collected = await CollectAsync(area.Moderator, before.Version).ReadAsync<RecordDto>();
        collected.Needs.Select(need => need.Text).ShouldBe(["Kurse am Abend", "Mehr", "Weniger"]);
        collected.Measures[^1].Title.ShouldBe("Abendkurse in drei Orten");
        (await CollectAsync(area.Moderator, collected.Version).ReadAsync<RecordDto>()).Needs.Count.ShouldBe(3);

        var kept = await area
            .Moderator.SendAsync(
                HttpMethod.Put,
                $"{area.Area}/record",
                new WriteRecord("Lage", [.. collected.Needs.Select(need => new WriteFinding(need.Text, [], need.Id))], [], []),
                collected.Version
            )
            .ReadAsync<RecordDto>();
        kept.Needs.Select(need => need.Id).ShouldBe(collected.Needs.Select(need => need.Id), "so that they are not collected again");
        await area.Moderator.SendAsync(HttpMethod.Post, $"{area.Area}/conclude", null, kept.Version).ReadAsync();
    }

    [Fact]
    public async Task It_refers_only_to_contributions_of_its_topic_area_needs_the_version_that_was_read_and_a_role()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var version = (await record.ReadAsync()).Version;
        Task<HttpResponseMessage> WriteAsync(HttpClient who, int? at, params WriteEntry[] entries) =>
            who.SendAsync(HttpMethod.Put, record.Url, new WriteEventRecord("", entries, []), at);
        await WriteAsync(record.Area.Moderator, version, new WriteEntry(ContributionKind.Need, "x", [Guid.CreateVersion7()]))
            .ProblemAsync(422, "contribution-unknown");
        await WriteAsync(record.Area.Moderator, version + 1, Need).ProblemAsync(412, "changed-meanwhile");
        await WriteAsync(record.Area.Moderator, null, Need).ProblemAsync(428, "if-match-missing");
        await WriteAsync(record.Area.Participant, version, Need).ProblemAsync(403, "forbidden");
        await WriteAsync(record.Area.Moderator, version, new WriteEntry(ContributionKind.Need, "")).ProblemAsync(400, "validation");
        (await record.ReadAsync()).Entries.ShouldBeEmpty("nothing is stored by halves");
    }

    [Fact]
    public async Task Another_landkreis_sees_none_of_it()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        await record.WriteAsync(Need);
        await record.OpenForCorrectionsAsync();
        var other = await Given.AnOpenTopicAreaAsync(service);
        var url = record.Url.Replace(record.Area.Tenant, other.Tenant, StringComparison.Ordinal);
        await other.Moderator.GetAsync(url).ProblemAsync(404, "not-found");
        await other.Moderator.GetAsync($"{url}/corrections").ProblemAsync(404, "not-found");
        await other.Moderator.GetAsync($"{url}/document").ProblemAsync(404, "not-found");
        await other.Moderator.SendAsync(HttpMethod.Post, $"{url}/corrections", new SubmitCorrection("x")).ProblemAsync(404, "not-found");
        await other.Moderator.SendAsync(HttpMethod.Put, url, new WriteEventRecord("", [], []), 1).ProblemAsync(404, "not-found");
        await other.Moderator.GetAsync(record.Url).ProblemAsync(404, "not-found");
        (await other.Moderator.GetAsync($"/api/v1/{other.Tenant}/event-records").ReadAsync<Page<EventRecordSummary>>())
            .Items.Select(row => row.EventId)
            .ShouldNotContain(record.Workshop.EventId);
    }

    [Fact]
    public async Task It_is_a_page_a_pdf_and_a_docx_and_script_in_it_is_text()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        await record.WriteAsync(new WriteEntry(ContributionKind.Need, "<script>alert(1)</script>"));
        var html = await record.Area.Moderator.GetStringAsync($"{record.Url}/document");
        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script>");
        html.ShouldContain("Entwurf");
        foreach (
            var (format, type) in new[]
            {
                ("pdf", "application/pdf"),
                ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            }
        )
        {
            using var file = await record.Area.Moderator.GetAsync($"{record.Url}/document?format={format}");
            (file.IsSuccessStatusCode, file.Content.Headers.ContentType!.MediaType).ShouldBe((true, type));
        }
        await record.Area.Moderator.GetAsync($"{record.Url}/document?format=exe").ProblemAsync(400, "validation");
        await record.Area.Participant.GetAsync($"{record.Url}/document?format=pdf").ProblemAsync(404, "not-found");
    }

    static Task<HttpResponseMessage> Capture(GivenEventRecord record, Guid board) =>
        record.Area.Moderator.SendAsync(HttpMethod.Post, $"{record.Url}/capture", new CaptureBoard(board));

    static Task<EventRecordDto> CaptureAsync(GivenEventRecord record, GivenBoard board) =>
        Capture(record, board.Board.Id).ReadAsync<EventRecordDto>();

    static async Task<GivenBoard> ABoardAsync(Given given)
    {
        var opened = await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/boards", GivenBoard.ABoard() with { EventId = null })
            .ReadAsync<BoardDto>();
        var url = $"/api/v1/{given.Tenant}/boards/{opened.Id}";
        var board = await given.Moderator.PostAsync($"{url}/start", null).ReadAsync<BoardDto>();
        return new(given, board, (await given.Moderator.GetAsync($"{url}/link").ReadAsync<BoardLinkDto>()).Token);
    }
}
