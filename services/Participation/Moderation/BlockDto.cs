using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Moderation;

/// <param name="Reason">Why.</param>
/// <param name="Text">For the person, up to 1,000 characters; must be said where the reason is <c>other</c>.</param>
/// <param name="Until">Until when; for good if not said.</param>
public sealed record BlockAuthor(ReasonKind Reason, [MaxLength(1000)] string? Text = null, DateTimeOffset? Until = null);

/// <param name="Text">What speaks against the decision, up to 2,000 characters.</param>
public sealed record AppealText([Required, MaxLength(2000)] string Text);

/// <summary>That somebody may not contribute.</summary>
public sealed record BlockDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Account id of the person; told to who manages members alone.</summary>
    public string? Person { get; init; }

    /// <summary>The case that it came from.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Why.</summary>
    public required ReasonKind Reason { get; init; }

    /// <summary>What was said to the person.</summary>
    public string? ReasonText { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Until when; absent: for good.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True while the person may not contribute.</summary>
    public required bool InForce { get; init; }

    /// <summary>When it was lifted before its time.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    internal static BlockDto From(Block row, Caller caller, DateTimeOffset now) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            Person = caller.Has(Permissions.MembersManage) ? row.Person : null,
            CaseId = row.CaseId,
            Reason = row.Reason,
            ReasonText = row.ReasonText,
            Since = row.Since,
            Until = row.Until,
            InForce = row.IsInForce(now),
            LiftedAt = row.LiftedAt,
        };
}

/// <summary>That the caller may not contribute.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Since">Since when.</param>
/// <param name="MayAppeal">The caller can ask for another look.</param>
/// <param name="ReasonText">Why, in words.</param>
/// <param name="Until">Until when; absent: for good.</param>
/// <param name="Appeal">How far the appeal is.</param>
/// <param name="AppealAnswer">What whoever looked at it says.</param>
public sealed record MyBlockDto(
    ReasonKind Reason,
    DateTimeOffset Since,
    bool MayAppeal,
    string? ReasonText = null,
    DateTimeOffset? Until = null,
    AppealState? Appeal = null,
    string? AppealAnswer = null
);
