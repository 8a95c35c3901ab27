using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>What people wrote in the workshop goes on as contributions, which say that they come from there.</summary>
static class TakingOver
{
    public static Task<IReadOnlyList<TakenOver>> TakeOverAsync(
        Guid id,
        TakeOverCards take,
        ParticipationDb db,
        BoardDoor door,
        CancellationToken ct
    ) =>
        door.HoldAsync<IReadOnlyList<TakenOver>>(
            BoardWay.By(id),
            async held =>
            {
                held.Board.RequireOver();
                await db.RequireOpenAsync(held.Board.TopicAreaId, ct);
                var cards = await held.CardsAsync(take.CardIds, ct);
                var groups = await db.CardGroups.Where(group => group.BoardId == id).ToDictionaryAsync(group => group.Id, ct);
                var made = cards.Where(card => card.ContributionId is null).Select(card => Contribute(held, card, groups, take)).ToList();
                // A moderator has read and chosen them: they are looked at already.
                db.Contributions.AddRange(made);
                await db.SaveChangesAsync(ct);
                await db.IndexWordsAsync([.. made.Select(contribution => contribution.Id)], ct);
                return [.. cards.Select(card => new TakenOver(card.Id, card.ContributionId!.Value))];
            },
            ct
        );

    /// <summary>A group's title is the title of each of its cards.</summary>
    static Contribution Contribute(HeldBoard held, Card card, Dictionary<Guid, CardGroup> groups, TakeOverCards take)
    {
        var contribution = new Contribution
        {
            TopicAreaId = held.Board.TopicAreaId,
            Kind = take.Kind,
            Title = card.GroupId is { } group ? Words.OrNull(groups[group].Title) : null,
            Text = card.Text,
            Language = card.Language,
            Voice = new(take.Group, null, null),
            Author = card.Account,
            SubmittedAt = held.Now,
            Source = ContributionOrigin.Board,
            BoardId = held.Board.Id,
            SourceTitle = held.Board.Event ?? held.Board.Title,
        };
        card.Become(contribution.Id);
        held.Tell(BoardChangeKind.CardChanged, card.Id);
        return contribution;
    }
}
