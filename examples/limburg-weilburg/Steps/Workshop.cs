using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>A workshop: people register, collect on a live board from their phones, and who was there corrects what was recorded.</summary>
static class Workshop
{
    const int MostDaysBack = 60;
    static readonly TimeZoneInfo Local = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static async Task HoldAsync(Process process, TopicAreaDto area)
    {
        var now = TimeProvider.System.GetUtcNow();
        var workshops = (await process.AsCoordinator.AllEventsAsync())
            .Where(row => row.MandateId == process.Mandate && row.TopicAreaKey == area.Key)
            .OrderBy(row => row.Start)
            .ToList();
        // Nobody can register for what is over: there, nobody with an account was at the workshop, and nobody corrects its record.
        var ahead = workshops.Find(row => row.Start > now);
        var (workshop, isAhead) = (ahead ?? workshops[0], ahead is not null);
        if (workshop.State == EventState.Held)
            return;
        if (isAhead)
            await RegisterAsync(process, workshop);
        var board = await CollectAsync(process, area, workshop);
        if (isAhead)
            await HoldEarlierAsync(process, workshop.Id!.Value);
        var attendance = process.Story.Attendance.ToDictionary(group => group.Key, object (group) => group.Value);
        await process.AsModerator.Events[workshop.Id!.Value].Held.PostAsync(new() { Attendance = new() { AdditionalData = attendance } });
        await RecordAsync(process, workshop.Id.Value, board, corrected: isAhead);
        process.Say(
            $"{workshop.Title}: {process.Story.Workshop.Cards.Count} cards from phones, its record is "
                + $"{(isAhead ? "corrected and " : "")}locked"
        );
    }

    static async Task RegisterAsync(Process process, EventDto workshop)
    {
        var api = process.AsCoordinator.Events[workshop.Id!.Value];
        await api.Registration.PutAsync(
            new()
            {
                OpensAt = TimeProvider.System.GetUtcNow().AddDays(-1),
                ClosesAt = workshop.Start,
                Capacity = 25,
            },
            Versions.New
        );
        await api.Confirm.PostAsync();
        foreach (var group in Participation.Groups)
            await Participation.As(process, group).Events[workshop.Id.Value].Registrations.PostAsync(new() { Group = group });
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

    static async Task RecordAsync(Process process, Guid workshop, Guid board, bool corrected)
    {
        var (story, moderator) = (process.Story.Workshop, process.AsModerator.EventRecords[workshop]);
        await Platform.UntilAsync(
            () => moderator.GetAsync(),
            record => record.IsHeld == true && (record.Correctors > 0) == corrected,
            "it is known who was at the workshop"
        );
        var captured = (await moderator.Capture.PostAsync(new() { BoardId = board }))!;
        var editing = (await moderator.Stage.PostAsync(new() { Stage = RecordStage.Editing }, Versions.Seen(captured.Version)))!;
        await moderator.PutAsync(Written(editing, story.Summary), Versions.Seen(editing.Version));
        if (corrected)
            await CorrectAsync();
        await AtStageAsync(RecordStage.Locked);

        async Task CorrectAsync()
        {
            await AtStageAsync(RecordStage.Corrections);
            var someone = Participation.As(process, StakeholderGroup.CivilSociety).EventRecords[workshop];
            var correction = (await someone.Corrections.PostAsync(new() { Text = story.Correction, EntryId = captured.Entries![0].Id }))!;
            var now = (await moderator.GetAsync())!;
            await moderator.PutAsync(Written(now, $"{story.Summary} {story.Corrected}"), Versions.Seen(now.Version));
            await moderator
                .Corrections[correction.Id!.Value]
                .Decide.PostAsync(new() { Accepted = true, Reply = story.Reply }, Versions.Seen(correction.Version));
        }

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

    /// <summary>
    /// The example does not wait for its day: it is put forward to the last day, a week ago or before, that the Landkreis has free. Days
    /// off and days with another event are refused.
    /// </summary>
    static async Task HoldEarlierAsync(Process process, Guid workshop)
    {
        var api = process.AsCoordinator.Events[workshop];
        var now = (await api.GetAsync())!;
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Local).Date;
        ProblemDetails? refused = null;
        for (var days = 7; days <= MostDaysBack; days++)
        {
            var start = today.AddDays(-days).AddHours(17);
            try
            {
                await api.Reschedule.PostAsync(
                    new()
                    {
                        Start = Minute(start),
                        End = Minute(start + (now.End!.Value - now.Start!.Value)),
                        Reason = "Der Raum war früher frei.",
                        VenueId = now.VenueId,
                        ModeratorId = now.ModeratorId,
                    },
                    Versions.Seen(now.Version)
                );
                return;
            }
            catch (ProblemDetails problem) when (problem.Status is 409 or 422)
            {
                refused = problem;
            }
        }
        throw new WalkthroughException($"No day was free to hold the workshop: {refused!.Tell()}");

        static string Minute(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }
}
