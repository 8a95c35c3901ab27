using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Frame;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Portal.Pages.EventRecords;

/// <summary>The record of an event, as far as it is.</summary>
public partial class EventRecordPage : PortalPage
{
    const int Shown = 60;

    EventRecordDto record = new();
    EventRecordForm form = new();
    PageOfCorrectionDto corrections = new() { Items = [] };
    List<BoardDto> boards = [];

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public Guid? After { get; set; }

    [SupplyParameterFromForm(Name = "Form")]
    public EventRecordForm? Sent { get; set; }

    [SupplyParameterFromForm]
    public string? Do { get; set; }

    [SupplyParameterFromForm]
    public string? Next { get; set; }

    [SupplyParameterFromForm]
    public string? Until { get; set; }

    [SupplyParameterFromForm]
    public int Version { get; set; }

    [SupplyParameterFromForm]
    public string? BoardId { get; set; }

    [SupplyParameterFromForm]
    public string? Remove { get; set; }

    [SupplyParameterFromForm]
    public IFormFile? Photo { get; set; }

    [SupplyParameterFromForm]
    public string? Description { get; set; }

    [SupplyParameterFromForm]
    public string? EntryId { get; set; }

    [SupplyParameterFromForm]
    public string? Correction { get; set; }

    [SupplyParameterFromForm]
    public string? Reply { get; set; }

    bool IsStaff => May(Permission.RecordsWrite);

    string Address => $"event-records/{Id}";

    protected override async Task LoadAsync()
    {
        record = (await Here.EventRecords[Id].GetAsync())!;
        form = Sent ?? EventRecordForm.Of(record);
        corrections = (await Here.EventRecords[Id].Corrections.GetAsync(request => request.QueryParameters.After = After))!;
        if (IsStaff && record.Stage != RecordStage.Locked && record.TopicAreaId is { } area)
            boards =
            [
                .. (await Here.TopicAreas[area].Boards.GetAsync())!.Items!.Where(board => board.EventId is null || board.EventId == Id),
            ];
    }

    static string Short(string text) => text.Length <= Shown ? text : $"{text[..Shown]} …";

    async Task SaveAsync()
    {
        if (await TryAsync(() => Here.EventRecords[Id].PutAsync(form.ToRecord(), Seen(form.Version))))
            GoTo(Address, "saved");
        else if (IsChangedMeanwhile)
            form.MakeRoomFor(record);
    }

    async Task CaptureAsync()
    {
        if (await TryAsync(() => Here.EventRecords[Id].Capture.PostAsync(new() { BoardId = BoardId.ToId() })))
            GoTo(Address, "captured");
    }

    async Task MoveOnAsync()
    {
        var done = await TryAsync(() =>
            Here.EventRecords[Id]
                .Stage.PostAsync(
                    new() { Stage = Next.ToChoice<RecordStage>(), CorrectionsUntil = Landkreis.Moment(Until, "correctionsUntil") },
                    Seen(Version)
                )
        );
        if (done)
            GoTo(Address, "record-moved");
    }

    async Task AddPhotoAsync()
    {
        var done = await TryAsync(async () =>
        {
            if (Photo is not { Length: > 0 } file)
                throw new Unreadable("file", Unreadable.NoFile);
            await using var content = file.OpenReadStream();
            await Here.EventRecords[Id]
                .Photos.PostAsync(content, file.ContentType, request => request.QueryParameters.Description = Description.ToText());
        });
        if (done)
            GoTo(Address, "saved");
    }

    async Task RemovePhotoAsync()
    {
        if (Remove.ToId() is { } photo && await TryAsync(() => Here.EventRecords[Id].Photos[photo].DeleteAsync()))
            GoTo(Address, "removed");
    }

    async Task CorrectAsync()
    {
        var correction = new SubmitCorrection { Text = Correction.ToText(), EntryId = EntryId.ToId() };
        if (await TryAsync(() => Here.EventRecords[Id].Corrections.PostAsync(correction)))
            GoTo(Address, "correction-sent");
    }

    async Task DecideAsync(CorrectionDto one)
    {
        var decide = new DecideCorrection { Accepted = Do == "accept", Reply = Reply.OrNull() };
        if (await TryAsync(() => Here.EventRecords[Id].Corrections[one.Id!.Value].Decide.PostAsync(decide, Seen(one.Version!.Value))))
            GoTo(Address, "case-decided");
    }
}
