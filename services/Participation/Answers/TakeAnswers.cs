using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Answers;

/// <summary>What Drafting knows of a contribution reaches the one who made it.</summary>
sealed class TakeAnswers(ParticipationDb db, AnswerNews news, TimeProvider time) : IConsumer<ContributionAnswered>
{
    public async Task Consume(ConsumeContext<ContributionAnswered> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        var contribution = await db.Contributions.SingleOrDefaultAsync(row => row.Id == told.AggregateId, ct);
        if (contribution is null || !contribution.BeAnswered(told.Answer, told.Reason, time.GetUtcNow()))
            return;
        // What was prepared by hand is overtaken by what was decided.
        await db.PreparedAnswers.Where(row => row.ContributionId == contribution.Id).ExecuteDeleteAsync(ct);
        await news.TellAsync([contribution], ct);
    }
}
