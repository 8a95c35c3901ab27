using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;

namespace Integrationskonzept.Participation.Answers;

/// <param name="ContributionIds">Contributions of the topic area, 200 at most.</param>
/// <param name="Answer">What becomes of them.</param>
/// <param name="Reason">Why, in words for those who made them; up to 2,000 characters.</param>
public sealed record PrepareAnswers(
    [MinLength(1), MaxLength(AnswerLimits.AtOnce)] IReadOnlyList<Guid> ContributionIds,
    ContributionAnswer Answer,
    [Required, MaxLength(AnswerLimits.Reason)] string Reason
);

/// <summary>How far a topic area is with its answers.</summary>
/// <param name="Contributions">Contributions that count.</param>
/// <param name="Answered">Of them, those that have an answer.</param>
/// <param name="Prepared">Answers that are prepared and not published.</param>
/// <param name="Open">Contributions with neither.</param>
public sealed record AnswerCounts(int Contributions, int Answered, int Prepared, int Open);

/// <summary>An answer that is prepared.</summary>
/// <param name="ContributionId">The contribution.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its words.</param>
/// <param name="Language">Their language (BCP 47).</param>
/// <param name="Answer">What becomes of it.</param>
/// <param name="Reason">Why.</param>
public sealed record PreparedAnswerDto(
    Guid ContributionId,
    string? Title,
    string Text,
    string Language,
    ContributionAnswer Answer,
    string Reason
);

/// <summary>What publishing came to.</summary>
/// <param name="Published">Answers that are public now.</param>
/// <param name="Told">People who get a mail about theirs.</param>
public sealed record PublishedAnswers(int Published, int Told);
