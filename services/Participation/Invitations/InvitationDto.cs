using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.Invitations;

/// <param name="Label">For whom it is, up to 100 characters; contributions that come by it say so.</param>
/// <param name="Group">The group that those who come by it speak for; none where they say it themselves.</param>
/// <param name="MostUses">How many contributions may come by it, 1 to 1,000; 1 for a personal link, which is used up once it was forwarded
/// and used.</param>
/// <param name="Days">For how many days it is good, 1 to 90.</param>
public sealed record MakeInvitation(
    [Required, MaxLength(100)] string Label,
    StakeholderGroup? Group = null,
    [Range(1, 1000)] int MostUses = 200,
    [Range(1, 90)] int Days = 30
);

/// <summary>A link with its address, which is shown this once.</summary>
/// <param name="Id">Id.</param>
/// <param name="Token">What the link says.</param>
/// <param name="Url">The link.</param>
/// <param name="EndsAt">Until when it is good.</param>
public sealed record MadeInvitation(Guid Id, string Token, string Url, DateTimeOffset EndsAt);

/// <summary>A link by which people contribute.</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">For whom it is.</param>
/// <param name="Group">The group that those who come by it speak for.</param>
/// <param name="MostUses">How many contributions may come by it.</param>
/// <param name="Uses">How many have.</param>
/// <param name="EndsAt">Until when it is good.</param>
/// <param name="Valid">False once it was ended.</param>
public sealed record ContributionInvitationDto(
    Guid Id,
    string Label,
    StakeholderGroup? Group,
    int MostUses,
    int Uses,
    DateTimeOffset EndsAt,
    bool Valid
)
{
    internal static ContributionInvitationDto From(Invitation row) =>
        new(row.Id, row.Label, row.Group, row.MostUses, row.Uses, row.EndsAt, row.TokenHash is not null);
}

/// <summary>What a link invites to.</summary>
/// <param name="TopicArea">Title of the topic area.</param>
/// <param name="Open">True while people contribute.</param>
/// <param name="Used">True if no more contributions may come by it.</param>
/// <param name="Group">The group that one speaks for; none where one says it.</param>
public sealed record InvitationSeat(string TopicArea, bool Open, bool Used, StakeholderGroup? Group);

/// <param name="Kind">What it is.</param>
/// <param name="Text">In your own words, up to 4,000 characters.</param>
/// <param name="Group">The group that you speak for, where the link does not say it.</param>
/// <param name="Language">The language that it is written in, as BCP 47 has it; German if not said.</param>
/// <param name="Title">In a few words, up to 200 characters.</param>
public sealed record ContributeByLink(
    ContributionKind Kind,
    [Required, MinLength(Limits.LeastOfText), MaxLength(Limits.Text)] string Text,
    StakeholderGroup? Group = null,
    [MaxLength(LanguageTag.MaxLength), Written(LanguageTag.Pattern, LanguageTag.InGerman, LanguageTag.InEnglish)] string? Language = null,
    [MaxLength(Limits.Title)] string? Title = null
);

/// <summary>It has been received; all see it once a moderator has looked at it.</summary>
/// <param name="Id">Id of the contribution.</param>
public sealed record ContributedByLink(Guid Id);

/// <summary>It was ended, or its time is over.</summary>
public sealed class InvitationLinkVoid()
    : Problem(
        StatusCodes.Status404NotFound,
        "invitation-link-void",
        new("Dieser Link gilt nicht mehr", "This link is not valid any more"),
        new("Bitten Sie, wer ihn Ihnen gab, um einen neuen.", "Ask whoever gave it to you for a new one.")
    );

/// <summary>As many contributions as may have come by it.</summary>
public sealed class InvitationIsUsed()
    : ConflictProblem(
        "invitation-used",
        new(
            "Mit diesem Link wurde schon beigetragen, so oft es geht. Bitten Sie, wer ihn Ihnen gab, um einen neuen.",
            "People have contributed by this link as often as they can. Ask whoever gave it to you for a new one."
        )
    );

/// <summary>More than a topic area needs.</summary>
public sealed class TooManyInvitations()
    : ConflictProblem(
        "too-many-invitations",
        new("Ein Themenfeld hat höchstens 500 Links zum Beitragen.", "A topic area has 500 links to contribute at most.")
    );
