namespace Integrationskonzept.ServiceDefaults.Tasks;

/// <summary>Something that the caller can do next.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Title">The same for people, in the language of Accept-Language.</param>
/// <param name="Subject">On what.</param>
/// <param name="DueOn">Day until which it should be done, in the Landkreis; it may have passed.</param>
/// <param name="Count">How many single things it is, where that can be said.</param>
public sealed record TaskDto(TaskKind Kind, string Title, TaskSubject Subject, DateOnly? DueOn = null, int? Count = null);

/// <summary>What a task is about, as its own operations name it.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Within">Id of what it belongs to: the concept of a measure, the event of a registration.</param>
public sealed record TaskSubject(TaskSubjectType Type, Guid Id, Guid? Within = null);

/// <summary>What a task can be about.</summary>
public enum TaskSubjectType
{
    /// <summary>A paper.</summary>
    Paper,

    /// <summary>A mandate.</summary>
    Mandate,

    /// <summary>A plan.</summary>
    Plan,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A registration for an event.</summary>
    Registration,

    /// <summary>A poll.</summary>
    Poll,

    /// <summary>A topic area.</summary>
    TopicArea,

    /// <summary>A case that moderators decide.</summary>
    ModerationCase,

    /// <summary>A concept.</summary>
    Concept,

    /// <summary>A measure of a concept.</summary>
    Measure,
}
