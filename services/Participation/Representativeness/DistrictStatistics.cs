using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>What published statistics say of a Landkreis; one row each. What is not in it is not asked.</summary>
public sealed class DistrictStatistics : Aggregate
{
    static readonly Guid OfLandkreis = new("00000000-0000-7000-8000-000000000004");

    public string Source { get; private set; } = "";
    public string Url { get; private set; } = "";

    /// <summary>The day that they are about.</summary>
    public DateOnly AsOf { get; private set; }
    public string Licence { get; private set; } = "";
    public List<StatisticsQuestion> Questions { get; private set; } = [];

    /// <summary>Before there are any: nothing is asked.</summary>
    public static DistrictStatistics Begin() => new() { Id = OfLandkreis };

    public void Replace(WriteDistrictStatistics write, List<StatisticsQuestion> questions)
    {
        (Source, Url, AsOf, Licence) = (write.Source.Trim(), write.Url.Trim(), write.AsOf, write.Licence.Trim());
        Questions = questions;
    }
}

/// <summary>A question that the statistics know.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answers">How large each part of the Landkreis is; what the statistics don't know is not in it.</param>
/// <param name="Population">Whom they counted, where these are not all.</param>
public sealed record StatisticsQuestion(RepresentationQuestion Question, IReadOnlyList<StatisticsShare> Answers, string? Population = null);

/// <summary>A part of the Landkreis.</summary>
/// <param name="Answer">Whom it is made up of.</param>
/// <param name="Share">In per cent, 0 to 100.</param>
/// <param name="Note">What helps to answer, such as the municipalities of a size.</param>
public sealed record StatisticsShare(RepresentationAnswer Answer, [Range(0.0, 100.0)] decimal Share, string? Note = null);

sealed class DistrictStatisticsTable : IEntityTypeConfiguration<DistrictStatistics>
{
    public void Configure(EntityTypeBuilder<DistrictStatistics> statistics)
    {
        statistics.ToTable("district_statistics");
        statistics.Property(row => row.Source).HasMaxLength(StatisticsLimits.Source);
        statistics.Property(row => row.Url).HasMaxLength(StatisticsLimits.Url);
        statistics.Property(row => row.Licence).HasMaxLength(StatisticsLimits.Licence);
        statistics.Property(row => row.Questions).HasJson();
    }
}
