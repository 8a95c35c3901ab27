using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Messaging;
using MassTransit;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// Forgets a person in the whole service and gives the receipt, which is stored with the message: if anything fails there is none, and it
/// is tried again.
/// </summary>
sealed class PersonErasureConsumer(EverywhereEraser eraser, Receipts receipts, Outbox outbox) : IConsumer<PersonErasureRequested>
{
    public async Task Consume(ConsumeContext<PersonErasureRequested> context)
    {
        var request = context.Message;
        var rows = await eraser.EraseAsync(
            new(request.Person, request.Address, request.RequestedAt ?? request.OccurredAt),
            context.CancellationToken
        );
        outbox.AddOnce(request.AggregateId, receipts.Make(rows));
    }
}

/// <summary>The receipt of the service that this is.</summary>
sealed class Receipts(string service)
{
    public PersonErased Make(IReadOnlyDictionary<string, int> rows) =>
        service switch
        {
            "identity" => new PersonErasedInIdentity { Rows = rows },
            "drafting" => new PersonErasedInDrafting { Rows = rows },
            "scheduling" => new PersonErasedInScheduling { Rows = rows },
            "participation" => new PersonErasedInParticipation { Rows = rows },
            "publication" => new PersonErasedInPublication { Rows = rows },
            _ => throw new InvalidOperationException($"{service} has no receipt; add a type to the contracts."),
        };
}
