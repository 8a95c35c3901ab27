using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>A workshop: people register, collect on a live board from their phones, and who was there corrects what was recorded.</summary>
static class Workshop
{
    static readonly TimeZoneInfo Local = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <param name="process">The Landkreis.</param>
    /// <param name="area">The topic area, open.</param>
    /// <param name="day">When it is told to have been held: days before now.</param>
    public static async Task HoldAsync(Process process, TopicAreaDto area, DateTimeOffset? day = null)
    {
        var story = process.Story.Workshop;
        var workshop = (await process.AsCoordinator.AllEventsAsync())
            .Where(row => row.MandateId == process.Mandate && row.TopicAreaKey == area.Key)
            .MinBy(row => row.Start)!;
        if (workshop.State == EventState.Held)
            return;
        var was = workshop.Start!.Value;
        await RegisterAsync(process, workshop);
        var board = await CollectAsync(process, area, workshop);
        await MoveAsync(process, workshop, day ?? was, "Der Raum war früher frei.");
        var attendance = process.Story.Attendance.ToDictionary(group => group.Key, object (group) => group.Value);
        await process.AsModerator.Events[workshop.Id!.Value].Held.PostAsync(new() { Attendance = new() { AdditionalData = attendance } });
        await RecordAsync(process, workshop.Id.Value, board);
        process.Say($"{workshop.Title}: {story.Cards.Count} cards from phones, its record is corrected and locked");
    }

    /// <summary>Nobody can register for what is over: a workshop of the past is put off, and told on its own day.</summary>
    static async Task RegisterAsync(Process process, EventDto workshop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = workshop.Id!.Value;
        if (workshop.Start < now)
            workshop = await MoveAsync(process, workshop, now.AddDays(30), "Es war noch keine Anmeldung möglich.");
        await process
            .AsCoordinator.Events[id]
            .Registration.PutAsync(
                new()
                {
                    OpensAt = now.AddDays(-1),
                    ClosesAt = workshop.Start,
                    Capacity = 25,
                },
                Versions.New
            );
        if (workshop.State == EventState.Planned)
            await process.AsCoordinator.Events[id].Confirm.PostAsync();
        foreach (var group in Participation.Groups)
            await Participation.As(process, group).Events[id].Registrations.PostAsync(new() { Group = group });
    }

    static async Task<Guid> CollectAsync(Process process, TopicAreaDto area, EventDto workshop)
    {
        var story = process.Story.Workshop;
        var opened = await process
            .AsModerator.TopicAreas[area.Id!.Value]
            .Boards.PostAsync(
                new()
                {
                    Method = BoardMethod.Needs,
                    Title = story.Title,
                    EventId = workshop.Id,
                    Event = workshop.Title,
                    DotsPerPerson = 2,
                }
            );
        var board = process.AsModerator.Boards[opened!.Id!.Value];
        await board.Start.PostAsync();
        var phones = process.AsAnybody.BoardLinks[(await board.Link.GetAsync())!.Token!];
        var cards = new List<Guid?>();
        foreach (var card in story.Cards)
        {
            var written = await phones.Cards.PostAsync(
                new()
                {
                    Id = Guid.CreateVersion7(),
                    Text = card.Text,
                    Language = card.Language,
                    ColumnId = opened.Columns![0].Id,
                },
                Browsers.New
            );
            cards.Add(written!.Id);
        }
        foreach (var (index, group) in Participation.Groups.Index())
            await Participation
                .As(process, group)
                .Boards[opened.Id.Value]
                .Cards[cards[index % cards.Count]!.Value]
                .Dots.PutAsync(new() { Dots = 1 });
        await board.Groups.PostAsync(new() { Title = story.Group, CardIds = [.. cards.Take(2)] });
        await board.Close.PostAsync();
        await board.TakeOver.PostAsync(
            new()
            {
                CardIds = cards,
                Kind = ContributionKind.Need,
                Group = StakeholderGroup.CivilSociety,
            }
        );
        return opened.Id.Value;
    }

    static async Task RecordAsync(Process process, Guid workshop, Guid board)
    {
        var (story, moderator) = (process.Story.Workshop, process.AsModerator.EventRecords[workshop]);
        await Platform.UntilAsync(
            () => moderator.GetAsync(),
            record => record.IsHeld == true && record.Correctors > 0,
            "it is known who was at the workshop"
        );
        var captured = (await moderator.Capture.PostAsync(new() { BoardId = board }))!;
        var editing = (await moderator.Stage.PostAsync(new() { Stage = RecordStage.Editing }, Versions.Seen(captured.Version)))!;
        await moderator.PutAsync(Written(editing, story.Summary), Versions.Seen(editing.Version));
        await AtStageAsync(RecordStage.Corrections);

        var someone = Participation.As(process, StakeholderGroup.CivilSociety).EventRecords[workshop];
        var correction = (await someone.Corrections.PostAsync(new() { Text = story.Correction, EntryId = captured.Entries![0].Id }))!;
        var corrected = (await moderator.GetAsync())!;
        await moderator.PutAsync(Written(corrected, $"{story.Summary} {story.Corrected}"), Versions.Seen(corrected.Version));
        await moderator
            .Corrections[correction.Id!.Value]
            .Decide.PostAsync(new() { Accepted = true, Reply = story.Reply }, Versions.Seen(correction.Version));
        await AtStageAsync(RecordStage.Locked);

        WriteEventRecord Written(EventRecordDto record, string summary) =>
            new()
            {
                Summary = summary,
                Entries = [.. record.Entries!.Select(Entry)],
                OpenQuestions = [new() { Text = story.OpenQuestion }],
            };

        async Task AtStageAsync(RecordStage stage)
        {
            var until = stage == RecordStage.Corrections ? TimeProvider.System.GetUtcNow().AddDays(14) : (DateTimeOffset?)null;
            var now = await moderator.GetAsync();
            await moderator.Stage.PostAsync(new() { Stage = stage, CorrectionsUntil = until }, Versions.Seen(now!.Version));
        }

        static WriteEntry Entry(RecordEntry entry) =>
            new()
            {
                Id = entry.Id,
                Kind = entry.Kind,
                Text = entry.Text,
                ContributionIds = entry.ContributionIds,
            };
    }

    static async Task<EventDto> MoveAsync(Process process, EventDto workshop, DateTimeOffset to, string reason)
    {
        var api = process.AsCoordinator.Events[workshop.Id!.Value];
        var now = (await api.GetAsync())!;
        var start = TimeZoneInfo.ConvertTime(to, Local).Date.Add(TimeZoneInfo.ConvertTime(workshop.Start!.Value, Local).TimeOfDay);
        var end = start + (workshop.End!.Value - workshop.Start.Value);
        return (
            await api.Reschedule.PostAsync(
                new()
                {
                    Start = Minute(start),
                    End = Minute(end),
                    Reason = reason,
                    VenueId = now.VenueId,
                    ModeratorId = now.ModeratorId,
                },
                Versions.Seen(now.Version)
            )
        )!;

        static string Minute(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }
}
