using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.Participation.Screening;

/// <summary>
/// Something that somebody is to decide: held, reported, or appealed. An item has one that is open at most; what comes later is a case of
/// its own.
/// </summary>
public sealed class ModerationCase : Aggregate
{
    /// <summary>For so long another person than the one who decided must look at an appeal.</summary>
    public static readonly TimeSpan OthersFirst = TimeSpan.FromDays(7);

    public CaseKind Kind { get; private set; }
    public required ModeratedItem Item { get; init; }
    public required Guid ItemId { get; init; }
    public Guid? TopicAreaId { get; init; }
    public Guid? ContributionId { get; init; }

    /// <summary>Pseudonymous account id of who wrote it; never shown.</summary>
    public string? Author { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public HeldFor? HeldFor { get; private set; }

    /// <summary>Words of the list that it has.</summary>
    public List<string> Words { get; private set; } = [];

    /// <summary>How many have reported it.</summary>
    public int Reports { get; private set; }
    public string? ClaimedBy { get; private set; }
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Whoever looks at it took it from somebody else.</summary>
    public bool TakenOver { get; private set; }
    public CaseOutcome? Outcome { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public ReasonKind? Reason { get; private set; }

    /// <summary>For the author, in words.</summary>
    public string? ReasonText { get; private set; }

    /// <summary>Of an appeal: the case that was decided; of a block, none.</summary>
    public Guid? AppealOf { get; private set; }
    public string? AppealText { get; private set; }

    /// <summary>Of an appeal: who decided what is appealed.</summary>
    public string? DecidedBefore { get; private set; }

    /// <summary>Its author has asked for another look.</summary>
    public bool Appealed { get; private set; }

    public bool IsOpen => Outcome is null;

    public static ModerationCase Of(ItemOfCase item, CaseKind kind, DateTimeOffset now) =>
        new()
        {
            Kind = kind,
            Item = item.Item,
            ItemId = item.Id,
            TopicAreaId = item.TopicAreaId,
            ContributionId = item.ContributionId,
            Author = item.Author,
            OpenedAt = now,
        };

    public void Hold(HeldFor why, IEnumerable<string> words)
    {
        Kind = CaseKind.Held;
        HeldFor = why;
        Words = [.. words];
    }

    public void CountReport() => Reports++;

    /// <summary>One at a time looks at it; what ran out or is taken over on purpose goes to the next.</summary>
    public ModerationAct Claim(string caller, bool takeOver, DateTimeOffset now, TimeSpan length)
    {
        RequireOpen();
        var other = ClaimedBy is not null && ClaimedBy != caller;
        if (other && ClaimedUntil > now && !takeOver)
            throw new CaseIsClaimed(ClaimedUntil.Value);
        TakenOver = other;
        ClaimedBy = caller;
        ClaimedUntil = now + length;
        return other ? ModerationAct.TakenOver : ModerationAct.Claimed;
    }

    public void Release(string caller, DateTimeOffset now)
    {
        RequireOpen();
        RequireFreeFor(caller, now);
        BeFree();
    }

    /// <summary>Nobody else is looking at it.</summary>
    public void RequireFreeFor(string caller, DateTimeOffset now)
    {
        if (ClaimedBy is not null && ClaimedBy != caller && ClaimedUntil > now)
            throw new CaseIsClaimed(ClaimedUntil.Value);
    }

    public void RequireOpen()
    {
        if (!IsOpen)
            throw new CaseIsDecided();
    }

    /// <summary>Nobody decides about their own words.</summary>
    void RequireNotOwn(string caller)
    {
        if (Author == caller)
            throw new OwnCase();
    }

    /// <summary>From when whoever decided before may decide the appeal, too: in a small Landkreis there may be nobody else.</summary>
    public DateTimeOffset? DecidableFrom(string caller) =>
        Kind == CaseKind.Appealed && DecidedBefore == caller ? OpenedAt + OthersFirst : null;

    public void RequireDecidableBy(string caller, DateTimeOffset now)
    {
        if (DecidableFrom(caller) is { } from && from > now)
            throw new AppealNeedsAnother(from);
    }

    public void Decide(CaseOutcome outcome, string caller, ReasonKind? reason, string? text, DateTimeOffset now)
    {
        RequireOpen();
        RequireNotOwn(caller);
        RequireFreeFor(caller, now);
        RequireDecidableBy(caller, now);
        if (!Possible(Kind).Contains(outcome))
            throw new DecisionNotPossible();
        End(outcome, caller, reason, text, now);
    }

    /// <summary>What was hidden is shown again without an appeal; whoever finds out that it was a mistake may.</summary>
    public void Restore(string caller, DateTimeOffset now)
    {
        RequireNotOwn(caller);
        if (Outcome != CaseOutcome.Hidden)
            throw new DecisionNotPossible();
        Outcome = CaseOutcome.Restored;
        DecidedBy = caller;
        DecidedAt = now;
    }

    /// <summary>Its author took it back.</summary>
    public void BeGone(DateTimeOffset now) => End(CaseOutcome.Gone, null, null, null, now);

    /// <summary>The author asks for another look: once.</summary>
    public ModerationCase Appeal(string text, DateTimeOffset now)
    {
        if (Outcome != CaseOutcome.Hidden)
            throw new NothingToAppeal();
        if (Appealed)
            throw new AppealedAlready();
        Appealed = true;
        return AppealOn(new(Item, ItemId, TopicAreaId, ContributionId, Author), DecidedBy, text, now, Id);
    }

    public static ModerationCase AppealOn(ItemOfCase item, string? decidedBy, string text, DateTimeOffset now, Guid? of = null)
    {
        var appeal = Of(item, CaseKind.Appealed, now);
        appeal.AppealOf = of;
        appeal.AppealText = text;
        appeal.DecidedBefore = decidedBy;
        return appeal;
    }

    /// <summary>What may be decided on a case of that kind.</summary>
    public static IReadOnlyList<CaseOutcome> Possible(CaseKind kind) =>
        kind switch
        {
            CaseKind.Held => [CaseOutcome.Published, CaseOutcome.Hidden],
            CaseKind.Appealed => [CaseOutcome.Restored, CaseOutcome.AppealRejected],
            CaseKind.Found => [CaseOutcome.Hidden],
            _ => [CaseOutcome.ReportsRejected, CaseOutcome.Hidden],
        };

    void End(CaseOutcome outcome, string? by, ReasonKind? reason, string? text, DateTimeOffset now)
    {
        if (outcome == CaseOutcome.Hidden)
            (reason ?? throw new ReasonKindMissing()).RequireWords(text);
        Outcome = outcome;
        DecidedBy = by;
        DecidedAt = now;
        Reason = reason;
        ReasonText = text;
        BeFree();
    }

    void BeFree()
    {
        ClaimedBy = null;
        ClaimedUntil = null;
        TakenOver = false;
    }
}
