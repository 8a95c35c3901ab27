using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Answers;

/// <summary>What mails and feeds say of an answer.</summary>
sealed record AnsweredContribution(
    Guid Id,
    Guid TopicAreaId,
    string? Title,
    string Text,
    ContributionAnswer Answer,
    string Reason,
    DateTimeOffset At
)
{
    const int Shown = 80;

    public string Name => (Title ?? Text) is var name && name.Length <= Shown ? name : $"{name[..Shown]} …";

    public Text InWords =>
        Answer switch
        {
            ContributionAnswer.TakenUp => new("aufgenommen", "taken up"),
            ContributionAnswer.Merged => new("zusammengeführt", "merged"),
            ContributionAnswer.Deferred => new("zurückgestellt", "deferred"),
            _ => new("nicht aufgenommen", "not taken up"),
        };
}

static class AnsweredContributions
{
    /// <summary>Those of the ids that are answered; of a merged one, the answer of the one that stands for it.</summary>
    public static async Task<List<AnsweredContribution>> AnsweredAsync(
        this ParticipationDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var own = await db.Contributions.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        var others = own.Select(row => row.MergedInto).OfType<Guid>().ToList();
        var staying = await db.Contributions.AsNoTracking().Where(row => others.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        return
        [
            .. own.Select(row => (Row: row, Stays: row.MergedInto is { } other ? staying[other] : row))
                .Where(pair => pair.Stays.Answer is not null && pair.Row.IsForAll)
                .OrderByDescending(pair => pair.Stays.AnsweredAt)
                .ThenBy(pair => pair.Row.Id)
                .Select(pair => new AnsweredContribution(
                    pair.Row.Id,
                    pair.Row.TopicAreaId,
                    pair.Row.Title,
                    pair.Row.Text,
                    pair.Stays.Answer!.Value,
                    pair.Stays.AnswerReason ?? "",
                    pair.Stays.AnsweredAt ?? pair.Stays.SubmittedAt
                )),
        ];
    }
}
