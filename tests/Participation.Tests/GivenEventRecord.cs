using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>The record of the first workshop, and somebody who was there.</summary>
sealed class GivenEventRecord(ParticipationService service, Given given, EventRecordSummary workshop)
{
    const string Present = "was-there";

    public Given Area => given;
    public EventRecordSummary Workshop => workshop;
    public string Url => $"/api/v1/{given.Tenant}/event-records/{workshop.EventId}";
    public HttpClient SomebodyPresent { get; } = service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], subject: Present));

    public static async Task<GivenEventRecord> AWorkshopAsync(ParticipationService service)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var workshop = await Eventually.GetAsync(
            async () =>
                (
                    await given
                        .Moderator.GetAsync($"/api/v1/{given.Tenant}/event-records?topicAreaId={given.Open.Id}")
                        .ReadAsync<Page<EventRecordSummary>>()
                ).Items.SingleOrDefault(),
            "the plan has brought the record"
        );
        return new(service, given, workshop);
    }

    public async Task<EventRecordDto> HeldAsync(int version = 2, int came = 7, params string[] people)
    {
        await service.Bus.PublishAsync(
            new PresenceNoted
            {
                Tenant = given.Tenant,
                AggregateId = workshop.EventId,
                Version = version + 1,
                OccurredAt = workshop.StartsAt,
                Marks = [.. (people.Length == 0 ? [Present] : people).Select(person => PresenceNoted.MarkOf(workshop.EventId, person))],
            }
        );
        await service.Bus.PublishAsync(Held(version, came));
        return await Eventually.GetAsync(
            async () =>
                await ReadAsync() is { } record
                && record.Attendance.GetValueOrDefault(StakeholderGroup.CivilSociety) == came
                && (people.Length > 0 || await PresentAsync() > 0)
                    ? record
                    : null,
            "the event was held"
        );
    }

    /// <summary>How many are recognised.</summary>
    public async Task<long> PresentAsync() =>
        (long)
            (await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from presence where event_id = '{workshop.EventId}'"))!;

    public EventHeld Held(int version, int came) =>
        new()
        {
            Tenant = given.Tenant,
            AggregateId = workshop.EventId,
            Version = version,
            OccurredAt = workshop.StartsAt,
            MandateId = given.Open.MandateId,
            Event = new(
                workshop.EventId,
                EventKind.Workshop,
                workshop.Title,
                "bildung",
                workshop.StartsAt,
                workshop.StartsAt.AddHours(4),
                "Saal"
            ),
            Attendance = new Dictionary<StakeholderGroup, int> { [StakeholderGroup.CivilSociety] = came },
        };

    public Task<EventRecordDto> ReadAsync(HttpClient? who = null) => (who ?? given.Moderator).GetAsync(Url).ReadAsync<EventRecordDto>();

    public async Task<EventRecordDto> WriteAsync(params WriteEntry[] entries) =>
        await given
            .Moderator.SendAsync(
                HttpMethod.Put,
                Url,
                new WriteEventRecord("Es ging um Kurse.", entries, [new("Wer zahlt?")]),
                (await ReadAsync()).Version
            )
            .ReadAsync<EventRecordDto>();

    public async Task<HttpResponseMessage> MoveOnAsync(RecordStage stage, DateTimeOffset? until = null) =>
        await given.Moderator.SendAsync(HttpMethod.Post, $"{Url}/stage", new MoveRecordOn(stage, until), (await ReadAsync()).Version);

    public async Task OpenForCorrectionsAsync()
    {
        await HeldAsync();
        await MoveOnAsync(RecordStage.Editing).ReadAsync();
        await MoveOnAsync(RecordStage.Corrections).ReadAsync();
    }

    public Task<HttpResponseMessage> CorrectAsync(HttpClient? who = null, string text = "Es waren drei Kurse.", Guid? entry = null) =>
        (who ?? SomebodyPresent).SendAsync(HttpMethod.Post, $"{Url}/corrections", new SubmitCorrection(text, entry));
}
