using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>
/// What somebody answered. Nothing in it leads to them: that they answered is another row (<see cref="SurveyTurn"/>), and its id, made from
/// a random one with the survey's secret, sorts by no time.
/// </summary>
public sealed class SurveyAnswer : ITenantOwned, IIdentified
{
    public string Tenant { get; private set; } = null!;
    public required Guid SurveyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Of the Landkreis; the hour is not kept.</summary>
    public required DateOnly Day { get; init; }
    public required List<QuestionAnswer> Answers { get; init; }
}

/// <summary>That somebody has answered, by a pseudonym that only the survey's secret leads to. Forgotten when it closes.</summary>
public sealed class SurveyTurn : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid SurveyId { get; init; }
    public required byte[] Pseudonym { get; init; }
}

/// <summary>A personal link, good for one answer. Forgotten when the survey closes.</summary>
public sealed class SurveyLink : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid SurveyId { get; init; }

    /// <summary>The token itself is stored nowhere.</summary>
    public required byte[] TokenHash { get; init; }
    public bool Used { get; private set; }
}

/// <summary>When a survey ends.</summary>
public sealed class SurveyClosing : IDue
{
    public required Guid SurveyId { get; init; }
    public required string TenantSlug { get; init; }
    public required DateTimeOffset DueAt { get; set; }

    Guid IDue.DueId => SurveyId;
}

sealed class SurveyAnswerTables
    : IEntityTypeConfiguration<SurveyAnswer>,
        IEntityTypeConfiguration<SurveyTurn>,
        IEntityTypeConfiguration<SurveyLink>,
        IEntityTypeConfiguration<SurveyClosing>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> answer)
    {
        answer.ToTable("survey_answers");
        answer.HasKey(row => new
        {
            row.Tenant,
            row.SurveyId,
            row.Id,
        });
        answer.Property(row => row.Id).ValueGeneratedNever();
        answer.Property(row => row.Answers).HasJson();
    }

    public void Configure(EntityTypeBuilder<SurveyTurn> turn)
    {
        turn.ToTable("survey_turns");
        turn.HasKey(row => new
        {
            row.Tenant,
            row.SurveyId,
            row.Pseudonym,
        });
    }

    public void Configure(EntityTypeBuilder<SurveyLink> link)
    {
        link.ToTable("survey_links");
        link.HasKey(row => new { row.Tenant, row.TokenHash });
        link.HasIndex(row => new
        {
            row.Tenant,
            row.SurveyId,
            row.Used,
        });
    }

    public void Configure(EntityTypeBuilder<SurveyClosing> closing)
    {
        closing.ToTable("survey_closings");
        closing.HasKey(row => row.SurveyId);
        closing.Property(row => row.SurveyId).ValueGeneratedNever();
        closing.Property(row => row.TenantSlug).HasMaxLength(63);
        closing.HasIndex(row => row.DueAt);
    }
}
