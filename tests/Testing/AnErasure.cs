using Integrationskonzept.Contracts;

namespace Integrationskonzept.Testing;

/// <summary>That somebody wants to be forgotten, as Identity tells it.</summary>
public static class AnErasure
{
    /// <summary>It belongs to no Landkreis.</summary>
    public const string Tenant = "platform";

    public static PersonErasureRequested Of(Guid person, string address) =>
        new()
        {
            Tenant = Tenant,
            AggregateId = Guid.CreateVersion7(),
            Version = 1,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            Person = person,
            Address = address,
            RequestedAt = TimeProvider.System.GetUtcNow(),
        };

    /// <summary>The same once more, as when an operator asks again.</summary>
    public static PersonErasureRequested Again(PersonErasureRequested request) =>
        request with
        {
            OccurredAt = TimeProvider.System.GetUtcNow(),
        };

    /// <summary>A receipt for an erasure, as its service would tell it.</summary>
    public static T For<T>(this T receipt, Guid erasure)
        where T : PersonErased
    {
        receipt.Tenant = Tenant;
        receipt.AggregateId = erasure;
        receipt.Version = 1;
        receipt.OccurredAt = TimeProvider.System.GetUtcNow();
        return receipt;
    }

    /// <summary>Tells the service, and waits for its receipt.</summary>
    public static async Task<TReceipt> EraseAsync<TReceipt>(this TestBus bus, PersonErasureRequested request)
        where TReceipt : PersonErased
    {
        await bus.PublishAsync(request);
        return await bus.WaitForAsync<TReceipt>(Tenant, receipt => receipt.AggregateId == request.AggregateId);
    }
}
