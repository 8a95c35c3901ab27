using System.Buffers.Text;
using System.Security.Cryptography;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>How far a survey is.</summary>
public enum SurveyState
{
    /// <summary>It is written; only those who manage surveys see it.</summary>
    Draft,

    /// <summary>People answer from its begin to its end; its questions stay as they are.</summary>
    Open,

    /// <summary>It is over and counted; who answered is forgotten.</summary>
    Closed,
}

/// <summary>A survey of a Landkreis: many answer the same questions, and nobody knows who answered what.</summary>
public sealed class Survey : Aggregate
{
    public Guid? TopicAreaId { get; private set; }
    public SurveyDocument Document { get; private set; } = null!;

    /// <summary>Whoever has its link can answer.</summary>
    public bool HasPublicLink { get; private set; }
    public SurveyState State { get; private set; } = SurveyState.Draft;
    public DateTimeOffset? OpensAt { get; private set; }
    public DateTimeOffset? ClosesAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What pseudonyms of those who answer are made with; only while it is open.</summary>
    public byte[]? Secret { get; private set; }

    /// <summary>What the public link says; only while it is open.</summary>
    public string? Token { get; private set; }

    /// <summary>As they were counted when it was closed; what must not be seen is not in it.</summary>
    public SurveyCounts? Counts { get; private set; }
    public DateTimeOffset? ResultsPublishedAt { get; private set; }

    public static Survey Write(WriteSurvey write)
    {
        var survey = new Survey();
        survey.Rewrite(write);
        return survey;
    }

    public void Rewrite(WriteSurvey write)
    {
        if (State != SurveyState.Draft)
            throw new SurveyIsNoDraft();
        var document = new SurveyDocument(write.Title, write.Introduction, write.Questions);
        document.RequireSound();
        Document = document;
        TopicAreaId = write.TopicAreaId;
        HasPublicLink = write.HasPublicLink;
    }

    public void Open(DateTimeOffset? from, DateTimeOffset until, DateTimeOffset now)
    {
        if (State != SurveyState.Draft)
            throw new SurveyIsNoDraft();
        Document.RequireComplete();
        OpensAt = from > now ? from?.ToUniversalTime() : now;
        RunUntil(until, now);
        State = SurveyState.Open;
        Secret = RandomNumberGenerator.GetBytes(32);
        Token = HasPublicLink ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)) : null;
    }

    /// <summary>A later or an earlier end.</summary>
    public void Extend(DateTimeOffset until, DateTimeOffset now)
    {
        if (State != SurveyState.Open)
            throw new SurveyNotOpen(State);
        RunUntil(until, now);
    }

    void RunUntil(DateTimeOffset until, DateTimeOffset now)
    {
        if (until <= now || until <= OpensAt)
            throw new InvalidFieldProblem(
                "until",
                new("Das Ende muss nach dem Beginn liegen und noch kommen.", "The end must be after the begin, and still to come.")
            );
        if (until > now.AddDays(SurveyLimits.Days))
            throw new InvalidFieldProblem("until", new("Eine Umfrage läuft höchstens ein Jahr.", "A survey runs for a year at most."));
        ClosesAt = until.ToUniversalTime();
    }

    public bool TakesAnswers(DateTimeOffset now) => State == SurveyState.Open && OpensAt <= now && now < ClosesAt;

    public void RequireTakesAnswers(DateTimeOffset now)
    {
        if (!TakesAnswers(now))
            throw new SurveyNotOpen(State == SurveyState.Open && now < OpensAt ? SurveyState.Draft : SurveyState.Closed);
    }

    /// <summary>With the secret goes every way from a person to what they answered.</summary>
    public void Close(SurveyCounts counts, DateTimeOffset now)
    {
        if (State != SurveyState.Open)
            throw new SurveyNotOpen(State);
        State = SurveyState.Closed;
        ClosedAt = now;
        Counts = counts;
        Secret = null;
        Token = null;
    }

    public void RequireClosed()
    {
        if (State != SurveyState.Closed)
            throw new SurveyNotClosed();
    }

    public void Publish(bool published, DateTimeOffset now)
    {
        RequireClosed();
        ResultsPublishedAt = published ? ResultsPublishedAt ?? now : null;
    }
}

sealed class SurveyTable : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.ToTable("surveys");
        survey.Property(row => row.State).HasConversion<string>();
        survey.Property(row => row.Document).HasJson();
        survey.Property(row => row.Counts).HasJson();
        survey.Property(row => row.Token).HasMaxLength(SurveyLimits.Key);
        survey.HasIndex(row => new { row.Tenant, row.Token }).IsUnique();
        survey.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Id,
        });
        // What participants see.
        survey.HasIndex(row => new
        {
            row.Tenant,
            row.State,
            row.Id,
        });
        survey.HasIndex(row => new { row.Tenant, row.ClosedAt });
    }
}
