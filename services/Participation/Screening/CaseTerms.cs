namespace Integrationskonzept.Participation.Screening;

/// <summary>What is looked at.</summary>
public enum ModeratedItem
{
    /// <summary>A contribution.</summary>
    Contribution,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>That somebody may not contribute.</summary>
    Block,
}

/// <summary>Why somebody is to look at it.</summary>
public enum CaseKind
{
    /// <summary>It waits to be published.</summary>
    Held,

    /// <summary>Participants have reported it.</summary>
    Reported,

    /// <summary>A moderator came across it.</summary>
    Found,

    /// <summary>Its author does not agree that it was hidden, or a person that they were blocked.</summary>
    Appealed,
}

/// <summary>Why something waits to be published.</summary>
public enum HeldFor
{
    /// <summary>In this Landkreis somebody looks at all before it is published.</summary>
    BeforePublication,

    /// <summary>It has a word of the list.</summary>
    Words,
}

/// <summary>What came of it.</summary>
public enum CaseOutcome
{
    /// <summary>All see it.</summary>
    Published,

    /// <summary>Only its author and moderators see it.</summary>
    Hidden,

    /// <summary>It stays as it is.</summary>
    ReportsRejected,

    /// <summary>It was hidden, and all see it again; or the person may contribute again.</summary>
    Restored,

    /// <summary>It stays hidden; or the person blocked.</summary>
    AppealRejected,

    /// <summary>Its author took it back.</summary>
    Gone,
}

/// <summary>What a case is about: what it is, where it stands, and who wrote it.</summary>
public sealed record ItemOfCase(ModeratedItem Item, Guid Id, Guid? TopicAreaId, Guid? ContributionId, string? Author);
