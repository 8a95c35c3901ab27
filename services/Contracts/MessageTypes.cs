namespace Integrationskonzept.Contracts;

/// <summary>The short, stable names under which messages are stored in an outbox: a class may move, its name here may not change.</summary>
public static class MessageTypes
{
    static readonly Dictionary<string, Type> ByName = new Type[]
    {
        typeof(TenantRegistered), typeof(TenantChanged),
        typeof(MandateGranted),
        typeof(PlanConfirmed), typeof(EventScheduled), typeof(EventChanged), typeof(EventRescheduled), typeof(EventCancelled), typeof(EventHeld),
        typeof(TopicAreaOpened), typeof(TopicAreaConcluded), typeof(ContributionAnswered),
        typeof(ConceptSubmitted), typeof(ConceptReturned), typeof(ConceptAdopted),
        typeof(EditionPublished),
    }.ToDictionary(type => type.Name);

    /// <summary>Every type of message.</summary>
    public static IReadOnlyCollection<Type> All => ByName.Values;

    /// <summary>The name of a message's type.</summary>
    public static string NameOf(IntegrationEvent message) =>
        ByName.ContainsKey(message.GetType().Name)
            ? message.GetType().Name
            : throw new InvalidOperationException($"{message.GetType()} is missing in {nameof(MessageTypes)}.");

    /// <summary>The type of that name, or null.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);
}
