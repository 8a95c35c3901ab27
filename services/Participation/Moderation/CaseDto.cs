using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>What can be decided.</summary>
public enum CaseDecision
{
    /// <summary>All see what was held.</summary>
    Publish,

    /// <summary>Only its author and moderators see it.</summary>
    Hide,

    /// <summary>What was reported stays as it is.</summary>
    RejectReports,

    /// <summary>What was hidden is shown again; or who was blocked may contribute again.</summary>
    Restore,

    /// <summary>What was hidden stays so; or who was blocked stays it.</summary>
    RejectAppeal,
}

/// <summary>Something that moderators decide, or have decided.</summary>
public sealed record ModerationCaseDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Why somebody is to look at it.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required ModeratedItem Item { get; init; }

    /// <summary>Id of the contribution, comment or block.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Where it was written.</summary>
    public Guid? TopicAreaId { get; init; }

    /// <summary>The contribution, or that on which the comment is.</summary>
    public Guid? ContributionId { get; init; }

    /// <summary>Its first 200 characters; absent once it was taken back.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The language that it is written in (BCP 47), where that is known.</summary>
    public string? Language { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Why it was held.</summary>
    public HeldFor? HeldFor { get; init; }

    /// <summary>Words of the list that it has.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>How many participants have reported it.</summary>
    public required int Reports { get; init; }

    /// <summary>Until when somebody looks at it; absent if nobody does.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>True if that is the caller.</summary>
    public required bool ClaimedByMe { get; init; }

    /// <summary>True if whoever looks at it took it from somebody else.</summary>
    public required bool TakenOver { get; init; }

    /// <summary>What came of it; absent while it is open.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was hidden.</summary>
    public ReasonKind? Reason { get; init; }

    /// <summary>What was said to the author.</summary>
    public string? ReasonText { get; init; }

    /// <summary>What the author says against it.</summary>
    public string? AppealText { get; init; }

    /// <summary>Of an appeal against the caller's own decision: from when the caller may decide, as nobody else has.</summary>
    public DateTimeOffset? DecidableFrom { get; init; }

    /// <summary>What can be decided now.</summary>
    public required IReadOnlyList<CaseDecision> Possible { get; init; }

    internal static ModerationCaseDto From(ModerationCase row, ItemText? text, string caller, DateTimeOffset now)
    {
        var isClaimed = row.ClaimedUntil > now;
        return new()
        {
            Id = row.Id,
            Version = row.Version,
            Kind = row.Kind,
            Item = row.Item,
            ItemId = row.ItemId,
            TopicAreaId = row.TopicAreaId,
            ContributionId = row.ContributionId,
            Excerpt = text?.Excerpt,
            Language = text?.Language,
            OpenedAt = row.OpenedAt,
            HeldFor = row.HeldFor,
            Words = row.Words,
            Reports = row.Reports,
            ClaimedUntil = isClaimed ? row.ClaimedUntil : null,
            ClaimedByMe = isClaimed && row.ClaimedBy == caller,
            TakenOver = isClaimed && row.TakenOver,
            Outcome = row.Outcome,
            DecidedAt = row.DecidedAt,
            Reason = row.Reason,
            ReasonText = row.ReasonText,
            AppealText = row.AppealText,
            DecidableFrom = row.IsOpen && row.DecidableFrom(caller) is { } from && from > now ? from : null,
            Possible = [.. Decisions.PossibleFor(row, caller)],
        };
    }
}

/// <summary>A case with all that is needed to decide it.</summary>
public sealed record ModerationCaseDetailDto : IVersioned
{
    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The case.</summary>
    public required ModerationCaseDto Case { get; init; }

    /// <summary>Title of the topic area.</summary>
    public string? TopicArea { get; init; }

    /// <summary>The text, as it is now; absent once it was taken back.</summary>
    public string? Text { get; init; }

    /// <summary>The contribution's title.</summary>
    public string? Title { get; init; }

    /// <summary>The organisation in whose name it was written.</summary>
    public string? Organisation { get; init; }

    /// <summary>Of a comment: the contribution that it is on.</summary>
    public string? Contribution { get; init; }

    /// <summary>Of a comment: the comment that it answers.</summary>
    public string? Answered { get; init; }

    /// <summary>What was said in reports, oldest first, at most 50; never by whom.</summary>
    public required IReadOnlyList<ReportOfCase> Reports { get; init; }

    /// <summary>What was done with it, oldest first, at most 100.</summary>
    public required IReadOnlyList<StepOfCase> Steps { get; init; }

    /// <summary>How many contributions and comments of its author are hidden.</summary>
    public required int HiddenOfAuthor { get; init; }

    /// <summary>Its author may not contribute at present.</summary>
    public required bool IsAuthorBlocked { get; init; }

    /// <summary>Its author is known and could be blocked.</summary>
    public required bool MayBlock { get; init; }

    /// <summary>Of an appeal against a block: the block.</summary>
    public BlockDto? Block { get; init; }
}

/// <param name="Kind">What is said to be wrong.</param>
/// <param name="ReportedAt">When.</param>
/// <param name="Text">In words.</param>
public sealed record ReportOfCase(ReasonKind Kind, DateTimeOffset ReportedAt, string? Text = null);

/// <param name="At">When.</param>
/// <param name="Act">What was done.</param>
/// <param name="Mine">True if the caller did it.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReasonText">What was said to the author.</param>
public sealed record StepOfCase(DateTimeOffset At, ModerationAct Act, bool Mine, ReasonKind? Reason = null, string? ReasonText = null);
