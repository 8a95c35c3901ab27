using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Mandates;

static class MandateConsumers
{
    public static void AddMandateConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<TakeMandate>();
}

/// <summary>Keeps what was decided, so that it can be planned.</summary>
sealed class TakeMandate(SchedulingDb db) : IConsumer<MandateGranted>
{
    public async Task Consume(ConsumeContext<MandateGranted> context)
    {
        var known = await db.Mandates.SingleOrDefaultAsync(row => row.Id == context.Message.AggregateId, context.CancellationToken);
        if (known is null)
            db.Mandates.Add(Mandate.From(context.Message));
        else
            known.Become(context.Message);
    }
}
