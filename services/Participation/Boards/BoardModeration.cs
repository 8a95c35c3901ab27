using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>Moderators put cards in order.</summary>
static class BoardModeration
{
    public static void MapBoardModeration(this IEndpointRouteBuilder app)
    {
        var board = app.MapTenantApi("boards/{id:guid}", BoardEndpoints.Tag).RequirePermission(Permissions.BoardsRun).OneAtATimePer("id");

        board
            .MapPost("cards/{cardId:guid}/move", MoveAsync)
            .WithName("move-card")
            .WithSummary("Moves a card into a column or a group, before another one or to the end");

        board
            .MapPost("cards/{cardId:guid}/remove", RemoveAsync)
            .WithName("remove-card")
            .WithSummary("Takes a card away, with a reason that all see; its words are gone at once");

        board.MapPost("groups", GroupAsync).WithName("group-cards").WithSummary("Puts cards that belong together under a title");

        board.MapPut("groups/{groupId:guid}", RenameAsync).WithName("rename-group").WithSummary("Gives a group another title");

        board
            .MapDelete("groups/{groupId:guid}", UngroupAsync)
            .WithName("ungroup-cards")
            .WithSummary("Takes a group apart; its cards stay where they are");

        board
            .MapPost("take-over", TakingOver.TakeOverAsync)
            .WithName("take-over-cards")
            .WithSummary("Cards of a frozen or closed board become contributions of its topic area, each once");
    }

    static Task<CardDto> MoveAsync(Guid id, Guid cardId, MoveCard move, BoardDoor door, CancellationToken ct) =>
        door.HoldAsync(
            BoardWay.By(id),
            async held =>
            {
                held.Board.RequireNotClosed();
                var card = await held.CardAsync(cardId, ct);
                var group = move.GroupId is { } groupId ? await held.GroupAsync(groupId, ct) : null;
                var before = move.Before is { } other ? await held.CardAsync(other, ct) : null;
                var column = group?.ColumnId ?? held.Board.Column(move.ColumnId ?? before?.ColumnId ?? card.ColumnId).Id;
                var left = card.GroupId;
                card.PutIn(column, group?.Id, await held.OrderAsync(card, column, before, ct));
                held.Tell(BoardChangeKind.CardChanged, cardId);
                await held.RemoveIfEmptyAsync(left == group?.Id ? null : left, [cardId], ct);
                return CardDto.From(card);
            },
            ct
        );

    static Task<NoContent> RemoveAsync(Guid id, Guid cardId, RemoveCard remove, BoardDoor door, CancellationToken ct) =>
        door.HoldAsync(
            BoardWay.By(id),
            async held =>
            {
                held.Board.RequireNotClosed();
                var one = await held.CardAsync(cardId, ct);
                List<Card> cards =
                    remove.AllOfWriter && one.Writer is { } writer
                        ? await held.Cards.Where(card => card.Writer == writer).ToListAsync(ct)
                        : [one];
                foreach (var card in cards)
                    await held.LetGoAsync(card, CardState.Removed, remove.Reason.Trim(), ct);
                return TypedResults.NoContent();
            },
            ct
        );

    static Task<Created<CardGroupDto>> GroupAsync(Guid id, GroupCards group, BoardDoor door, CancellationToken ct) =>
        door.HoldAsync(
            BoardWay.By(id),
            async held =>
            {
                held.Board.RequireNotClosed();
                var cards = await held.CardsAsync(group.CardIds, ct);
                var made = new CardGroup
                {
                    BoardId = id,
                    ColumnId = cards[0].ColumnId,
                    Title = group.Title.Trim(),
                };
                held.Db.CardGroups.Add(made);
                held.Tell(BoardChangeKind.Group, made.Id);
                var left = cards.Select(card => card.GroupId).OfType<Guid>().Distinct().ToList();
                var end = await held.EndAsync(made.ColumnId, ct);
                foreach (var card in cards)
                {
                    // From another column a card comes to the end of this one.
                    var isHere = card.ColumnId == made.ColumnId;
                    card.PutIn(made.ColumnId, made.Id, isHere ? card.Order : end);
                    end += isHere ? 0 : CardOrder.Step;
                    held.Tell(BoardChangeKind.CardChanged, card.Id);
                }
                foreach (var empty in left)
                    await held.RemoveIfEmptyAsync(empty, group.CardIds, ct);
                return TypedResults.Created((string?)null, CardGroupDto.From(made));
            },
            ct
        );

    static async Task<CardGroupDto> RenameAsync(
        Guid id,
        Guid groupId,
        RenameGroup rename,
        IfMatch match,
        BoardDoor door,
        CancellationToken ct
    ) =>
        CardGroupDto.From(
            await door.HoldAsync(
                BoardWay.By(id),
                async held =>
                {
                    held.Board.RequireNotClosed();
                    var group = await held.GroupAsync(groupId, ct);
                    match.Require(group);
                    group.Title = rename.Title.Trim();
                    held.Tell(BoardChangeKind.Group, groupId);
                    return group;
                },
                ct
            )
        );

    static Task<NoContent> UngroupAsync(Guid id, Guid groupId, BoardDoor door, CancellationToken ct) =>
        door.HoldAsync(
            BoardWay.By(id),
            async held =>
            {
                held.Board.RequireNotClosed();
                var group = await held.GroupAsync(groupId, ct);
                foreach (var card in await held.Cards.Where(card => card.GroupId == groupId).ToListAsync(ct))
                {
                    card.PutIn(card.ColumnId, null, card.Order);
                    held.Tell(BoardChangeKind.CardChanged, card.Id);
                }
                held.Db.CardGroups.Remove(group);
                held.Tell(BoardChangeKind.GroupRemoved, groupId);
                return TypedResults.NoContent();
            },
            ct
        );

    /// <summary>In the order in which they were named.</summary>
    public static async Task<List<Card>> CardsAsync(this HeldBoard held, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var cards = await held.Cards.Where(card => ids.Contains(card.Id)).ToDictionaryAsync(card => card.Id, ct);
        return cards.Count == ids.Count ? [.. ids.Select(id => cards[id])] : throw new CardsUnknown();
    }

    public static async Task RemoveIfEmptyAsync(this HeldBoard held, Guid? groupId, IReadOnlyList<Guid> left, CancellationToken ct)
    {
        if (groupId is not { } id || await held.Cards.AnyAsync(card => card.GroupId == id && !left.Contains(card.Id), ct))
            return;
        held.Db.CardGroups.Remove(await held.GroupAsync(id, ct));
        held.Tell(BoardChangeKind.GroupRemoved, id);
    }
}
