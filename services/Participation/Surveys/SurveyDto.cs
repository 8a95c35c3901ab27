using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Surveys;

/// <param name="Title">Up to 200 characters; the languages in which it is said are the survey's.</param>
/// <param name="Questions">In their order, 60 at most.</param>
/// <param name="Introduction">What it is about and what becomes of it.</param>
/// <param name="TopicAreaId">The topic area that it belongs to.</param>
/// <param name="HasPublicLink">True if whoever has its link can answer, once for each browser; members can always.</param>
public sealed record WriteSurvey(
    [Required] SurveyText Title,
    [Required, MaxLength(SurveyLimits.Questions)] IReadOnlyList<SurveyQuestion> Questions,
    SurveyText? Introduction = null,
    Guid? TopicAreaId = null,
    bool HasPublicLink = false
);

/// <param name="Until">When it ends by itself, within a year.</param>
/// <param name="From">When it begins; at once if absent.</param>
public sealed record OpenSurvey(DateTimeOffset Until, DateTimeOffset? From = null);

/// <param name="Until">When it ends by itself, within a year from now.</param>
public sealed record ExtendSurvey(DateTimeOffset Until);

/// <param name="Published">True if all see the results.</param>
public sealed record PublishSurveyResults(bool Published);

/// <summary>A survey with its questions.</summary>
public sealed record SurveyDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The topic area that it belongs to.</summary>
    public Guid? TopicAreaId { get; init; }

    /// <summary>How far it is.</summary>
    public required SurveyState State { get; init; }

    /// <summary>True if answers are taken now.</summary>
    public required bool TakesAnswers { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>True if whoever has its link can answer.</summary>
    public required bool HasPublicLink { get; init; }

    /// <summary>True if all see the results.</summary>
    public required bool ResultsPublished { get; init; }

    /// <summary>True if the caller has answered; not known any more once it is closed.</summary>
    public bool? Answered { get; init; }

    /// <summary>BCP 47 tags of the languages that it is in; German is the first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Title.</summary>
    public required SurveyText Title { get; init; }

    /// <summary>What it is about.</summary>
    public SurveyText? Introduction { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<SurveyQuestion> Questions { get; init; }

    internal static SurveyDto From(Survey row, DateTimeOffset now, bool? answered = null) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            TopicAreaId = row.TopicAreaId,
            State = row.State,
            TakesAnswers = row.TakesAnswers(now),
            OpensAt = row.OpensAt,
            ClosesAt = row.ClosesAt,
            ClosedAt = row.ClosedAt,
            HasPublicLink = row.HasPublicLink,
            ResultsPublished = row.ResultsPublishedAt is not null,
            Answered = answered,
            Languages = row.Document.Languages,
            Title = row.Document.Title,
            Introduction = row.Document.Introduction,
            Questions = row.Document.Questions,
        };
}

/// <summary>A survey in a list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="State">How far it is.</param>
/// <param name="TakesAnswers">True if answers are taken now.</param>
/// <param name="ResultsPublished">True if all see the results.</param>
/// <param name="TopicAreaId">The topic area that it belongs to.</param>
/// <param name="OpensAt">When it begins.</param>
/// <param name="ClosesAt">When it ends by itself.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="Answered">True if the caller has answered; not known any more once it is closed.</param>
public sealed record SurveySummaryDto(
    Guid Id,
    SurveyText Title,
    SurveyState State,
    bool TakesAnswers,
    bool ResultsPublished,
    Guid? TopicAreaId,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    DateTimeOffset? ClosedAt,
    bool? Answered
)
{
    internal static SurveySummaryDto From(Survey row, DateTimeOffset now, IReadOnlySet<Guid> answered) =>
        new(
            row.Id,
            row.Document.Title,
            row.State,
            row.TakesAnswers(now),
            row.ResultsPublishedAt is not null,
            row.TopicAreaId,
            row.OpensAt,
            row.ClosesAt,
            row.ClosedAt,
            row.State == SurveyState.Open ? answered.Contains(row.Id) : null
        );
}

/// <summary>How a survey goes, while nobody sees what was answered.</summary>
/// <param name="Answers">How many have answered.</param>
/// <param name="LastAnswerOn">The day of the last answer.</param>
/// <param name="Links">How many personal links there are; none once it is closed.</param>
/// <param name="LinksUsed">How many of them were used.</param>
public sealed record SurveyProgress(int Answers, DateOnly? LastAnswerOn, int Links, int LinksUsed);

/// <summary>How all come to a survey.</summary>
/// <param name="Token">What the link says.</param>
/// <param name="Url">The page with the survey.</param>
public sealed record SurveyLinkDto(string Token, string Url);

/// <param name="Batch">Random, made anew for each list of links: sending it again makes no more, and gives the same list. It is not
/// kept.</param>
/// <param name="Count">How many, 1 to 1,000.</param>
public sealed record MakeSurveyLinks(Guid Batch, [Range(1, SurveyLimits.LinksAtOnce)] int Count);

/// <summary>A survey for whoever has a link to it.</summary>
/// <param name="Id">Id; its results are found by it once they are published.</param>
/// <param name="Personal">True if the link is good for one answer.</param>
/// <param name="Answered">True if it was used, or this browser has answered.</param>
/// <param name="TakesAnswers">True if answers are taken now.</param>
/// <param name="OpensAt">When it begins.</param>
/// <param name="ClosesAt">When it ends by itself.</param>
/// <param name="Languages">BCP 47 tags of the languages that it is in; German is the first.</param>
/// <param name="Title">Title.</param>
/// <param name="Introduction">What it is about.</param>
/// <param name="Questions">In their order.</param>
public sealed record SurveyForm(
    Guid Id,
    bool Personal,
    bool Answered,
    bool TakesAnswers,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    IReadOnlyList<string> Languages,
    SurveyText Title,
    SurveyText? Introduction,
    IReadOnlyList<SurveyQuestion> Questions
);
