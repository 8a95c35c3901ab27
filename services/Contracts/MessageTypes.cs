namespace Integrationskonzept.Contracts;

/// <summary>
/// The short, stable names under which messages are stored in an outbox: a class may move, its name here may not change. And who tells each
/// of them, who listens: the broker lets nobody else do so.
/// </summary>
public static class MessageTypes
{
    const string Identity = "identity",
        Drafting = "drafting",
        Scheduling = "scheduling",
        Participation = "participation",
        Publication = "publication";

    static readonly string[] Everybody = [Identity, Drafting, Scheduling, Participation, Publication];

    /// <summary>Every type of message with its owner and its readers.</summary>
    public static IReadOnlyList<MessageRoute> Routes { get; } =
    [
        new(typeof(TenantRegistered), Identity, Everybody),
        new(typeof(TenantChanged), Identity, Everybody),
        new(typeof(PersonErasureRequested), Identity, Everybody),
        new(typeof(PersonErasedInIdentity), Identity, [Identity]),
        new(typeof(PersonErasedInDrafting), Drafting, [Identity]),
        new(typeof(PersonErasedInScheduling), Scheduling, [Identity]),
        new(typeof(PersonErasedInParticipation), Participation, [Identity]),
        new(typeof(PersonErasedInPublication), Publication, [Identity]),
        new(typeof(MandateGranted), Drafting, [Scheduling, Participation, Publication]),
        new(typeof(PlanConfirmed), Scheduling, [Participation, Publication]),
        new(typeof(EventScheduled), Scheduling, [Participation, Publication]),
        new(typeof(EventChanged), Scheduling, [Participation, Publication]),
        new(typeof(EventRescheduled), Scheduling, [Participation, Publication]),
        new(typeof(EventCancelled), Scheduling, [Participation, Publication]),
        new(typeof(EventHeld), Scheduling, [Participation, Drafting, Publication]),
        new(typeof(PresenceNoted), Scheduling, [Participation]),
        new(typeof(EventGuestNoted), Scheduling, [Participation]),
        new(typeof(TopicAreaOpened), Participation, [Publication]),
        new(typeof(TopicAreaConcluded), Participation, [Drafting, Publication]),
        new(typeof(ContributionAnswered), Drafting, [Participation]),
        new(typeof(ConceptSubmitted), Drafting, [Publication]),
        new(typeof(ConceptReturned), Drafting, [Publication]),
        new(typeof(ConceptAdopted), Drafting, [Publication]),
        new(typeof(EditionPublished), Publication, [Drafting]),
    ];

    static readonly Dictionary<string, MessageRoute> ByName = Routes.ToDictionary(route => route.Type.Name);

    /// <summary>Every type of message.</summary>
    public static IReadOnlyCollection<Type> All { get; } = [.. Routes.Select(route => route.Type)];

    /// <summary>The service that alone tells messages of this type; null for what is none of ours.</summary>
    public static string? OwnerOf(Type type) => ByName.TryGetValue(type.Name, out var route) && route.Type == type ? route.Owner : null;

    /// <summary>The name of a message's type.</summary>
    public static string NameOf(IntegrationEvent message) =>
        ByName.ContainsKey(message.GetType().Name)
            ? message.GetType().Name
            : throw new InvalidOperationException($"{message.GetType()} is missing in {nameof(MessageTypes)}.");

    /// <summary>The type of that name, or null.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name)?.Type;
}

/// <param name="Type">Type of the message.</param>
/// <param name="Owner">The service that alone tells it; its user at the broker has this name.</param>
/// <param name="Readers">The services that listen to it.</param>
public sealed record MessageRoute(Type Type, string Owner, IReadOnlyList<string> Readers);
