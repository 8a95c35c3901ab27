using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>What became of a contribution reaches the one who made it.</summary>
sealed class AnswerContribution(ParticipationDb db) : IConsumer<ContributionAnswered>
{
    public async Task Consume(ConsumeContext<ContributionAnswered> context)
    {
        var contribution = await db.Contributions.SingleOrDefaultAsync(
            row => row.Id == context.Message.AggregateId,
            context.CancellationToken
        );
        contribution?.BeAnswered(context.Message.Answer, context.Message.Reason);
    }
}

static class ContributionConsumers
{
    public static void AddContributionConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<AnswerContribution>();
}
