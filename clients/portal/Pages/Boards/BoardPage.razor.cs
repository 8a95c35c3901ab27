using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Components;
using static Integrationskonzept.Portal.Frame.Permission;

namespace Integrationskonzept.Portal.Pages.Boards;

/// <summary>A board for who runs it: its steps, its link, its cards in order. Everything by buttons, so also by keyboard.</summary>
public sealed partial class BoardPage
{
    const int NewColumns = 2,
        MostColumns = 12;

    protected override string RequiredRight => ContributionsSubmit;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm]
    public string? Do { get; set; }

    [SupplyParameterFromForm]
    public string? Minutes { get; set; }

    [SupplyParameterFromForm]
    public EditForm? Edit { get; set; }

    [SupplyParameterFromForm]
    public List<string>? Chosen { get; set; }

    [SupplyParameterFromForm]
    public string? Up { get; set; }

    [SupplyParameterFromForm]
    public string? Down { get; set; }

    [SupplyParameterFromForm]
    public string? Column { get; set; }

    [SupplyParameterFromForm]
    public string? GroupTitle { get; set; }

    [SupplyParameterFromForm]
    public string? Reason { get; set; }

    [SupplyParameterFromForm]
    public bool AllOfWriter { get; set; }

    [SupplyParameterFromForm]
    public string? Kind { get; set; }

    [SupplyParameterFromForm]
    public string? Voice { get; set; }

    BoardSnapshot seen = new() { Cards = [], Groups = [] };
    BoardLinkDto? link;

    List<Guid> Ids => [.. (Chosen ?? []).Select(FormValues.ToId).OfType<Guid>()];

    List<ColumnForm> EditedColumns =>
        Edit?.Columns
        ??
        [
            .. seen.Board!.Columns!.Select(column => new ColumnForm { Id = $"{column.Id}", Title = column.Title }),
            .. Enumerable.Repeat(new ColumnForm(), Math.Clamp(MostColumns - seen.Board.Columns!.Count, 0, NewColumns)),
        ];

    protected override async Task LoadAsync()
    {
        seen = (await Here.Boards[Id].Snapshot.GetAsync())!;
        if (seen.Board!.State != BoardState.Closed)
            link = await Here.Boards[Id].Link.GetAsync();
    }

    List<CardDto> Of(BoardColumn column) => [.. seen.Cards!.Where(card => card.ColumnId == column.Id)];

    CardGroupDto? GroupOf(CardDto card) => seen.Groups!.Find(group => group.Id == card.GroupId);

    async Task StepAsync()
    {
        var board = Here.Boards[Id];
        var isDone = await TryAsync(async () =>
        {
            _ = Do switch
            {
                "start" => await board.Start.PostAsync(),
                "freeze" => await board.Freeze.PostAsync(),
                "timer" => await board.Timer.PostAsync(new() { Minutes = Minutes.ToWhole("minutes") }),
                "stop" => await board.Timer.DeleteAsync(),
                "close" => await board.Close.PostAsync(),
                _ => null,
            };
        });
        if (isDone)
            GoTo($"boards/{Id}");
    }

    async Task RenewAsync()
    {
        if (await TryAsync(() => Here.Boards[Id].Link.Renew.PostAsync()))
            GoTo($"boards/{Id}", "board-link-renewed");
    }

    async Task EditAsync()
    {
        var form = Edit!;
        var edit = new EditBoard
        {
            Title = form.Title.ToText(),
            Question = form.Question.ToText(),
            DotsPerPerson = form.Dots.ToWhole("dotsPerPerson"),
            Columns =
            [
                .. (form.Columns ?? [])
                    .Where(column => column.Title.OrNull() is not null)
                    .Select(column => new WriteColumn { Id = column.Id.ToId(), Title = column.Title.ToText() }),
            ],
        };
        if (await TryAsync(() => Here.Boards[Id].PutAsync(edit, Seen(form.Version))))
            GoTo($"boards/{Id}", "saved");
    }

    async Task OrderAsync()
    {
        if (await TryAsync(DoWithCardsAsync))
            GoTo($"boards/{Id}", Do == "take" && Up is null && Down is null ? "board-taken-over" : null);
    }

    async Task DoWithCardsAsync()
    {
        var board = Here.Boards[Id];
        if ((Up ?? Down).ToId() is { } moved)
        {
            await board.Cards[moved].Move.PostAsync(Beside(moved, Up is not null));
            return;
        }
        if (Do == "none")
            throw new Unreadable("do", new Text("Wählen Sie eine Schaltfläche.", "Choose a button."));
        RequireChosen();
        if (Do == "group")
            await board.Groups.PostAsync(new() { Title = GroupTitle.ToText(), CardIds = [.. Ids.Select(id => (Guid?)id)] });
        else if (Do == "take")
            await board.TakeOver.PostAsync(
                new()
                {
                    CardIds = [.. Ids.Select(id => (Guid?)id)],
                    Kind = Kind.ToChoice<ContributionKind>(),
                    Group = Voice.ToChoice<StakeholderGroup>(),
                }
            );
        else if (Do == "ungroup")
            foreach (
                var group in seen.Cards!.Where(card => Ids.Contains(card.Id!.Value)).Select(card => card.GroupId).OfType<Guid>().Distinct()
            )
                await board.Groups[group].DeleteAsync();
        else if (Do == "remove")
            foreach (var id in Ids)
                await RemoveAsync(id);
        else
            foreach (var id in Ids)
                await board.Cards[id].Move.PostAsync(new() { ColumnId = Column.ToId() });
    }

    /// <summary>Of cards of one person, the second may be gone with the first.</summary>
    async Task RemoveAsync(Guid id)
    {
        try
        {
            await Here.Boards[Id].Cards[id].Remove.PostAsync(new() { Reason = Reason.ToText(), AllOfWriter = AllOfWriter });
        }
        catch (ProblemDetails gone) when (AllOfWriter && gone.Type == "/problems/card-gone") { }
    }

    void RequireChosen()
    {
        if (Ids.Count == 0)
            throw new Unreadable("cardIds", new Text("Kreuzen Sie zuerst Karten an.", "Tick cards first."));
    }

    /// <summary>One place up or down among those of its column.</summary>
    MoveCard Beside(Guid moved, bool up)
    {
        var one = seen.Cards!.Find(card => card.Id == moved);
        var column = seen.Cards.Where(card => card.ColumnId == one?.ColumnId).Select(card => card.Id).ToList();
        var at = column.IndexOf(moved) + (up ? -1 : 2);
        return new()
        {
            ColumnId = one?.ColumnId,
            GroupId = one?.GroupId,
            Before =
                at < 0 ? moved
                : at < column.Count ? column[at]
                : null,
        };
    }

    public sealed class EditForm
    {
        public int Version { get; set; }
        public string? Title { get; set; }
        public string? Question { get; set; }
        public string? Dots { get; set; }
        public List<ColumnForm>? Columns { get; set; }
    }

    public sealed class ColumnForm
    {
        public string? Id { get; set; }
        public string? Title { get; set; }
    }
}
