namespace Integrationskonzept.ServiceDefaults.Tasks;

/// <summary>What is to be done, in the order of the process.</summary>
public enum TaskKind
{
    /// <summary>A paper was imported, and nobody has corrected what reading it left open or doubtful.</summary>
    SettleFindings,

    /// <summary>The day of a meeting has passed, and its result is not recorded.</summary>
    RecordDecision,

    /// <summary>A mandate has no plan yet.</summary>
    ProposePlan,

    /// <summary>A proposed plan waits to become binding.</summary>
    ConfirmPlan,

    /// <summary>People can't answer a poll any more; a date is to be chosen.</summary>
    DecidePoll,

    /// <summary>An event within a week has no place.</summary>
    FindVenue,

    /// <summary>An event within a week has no moderator.</summary>
    FindModerator,

    /// <summary>People wait to be let in to an event.</summary>
    ApproveRegistrations,

    /// <summary>An event is over, and how many came is not told.</summary>
    HoldEvent,

    /// <summary>The confirmed plan opens other topic areas, but has no date for this one.</summary>
    OpenTopicArea,

    /// <summary>What people wrote waits for a moderator: held, reported or appealed.</summary>
    Moderate,

    /// <summary>The workshops of a topic area are over, and its record says nothing yet.</summary>
    WriteRecord,

    /// <summary>The workshops of a topic area are over, and its record is written.</summary>
    ConcludeTopicArea,

    /// <summary>A concept has chapters without text that nobody but its editors fills.</summary>
    WriteChapters,

    /// <summary>Nobody is named as responsible for a measure.</summary>
    NameOwner,

    /// <summary>All topic areas of a concept are concluded; it can be frozen and put before the organizations.</summary>
    SubmitConcept,

    /// <summary>A seat is kept for the caller until it is accepted.</summary>
    AcceptOffer,

    /// <summary>The caller has not said when they can come.</summary>
    AnswerPoll,

    /// <summary>The caller has not contributed to an open topic area.</summary>
    Contribute,

    /// <summary>The caller has not given points to the contributions of an open topic area.</summary>
    GivePoints,
}
