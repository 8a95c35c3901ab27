using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Records;

/// <param name="Situation">The situation, CommonMark, up to 20,000 characters.</param>
/// <param name="Needs">Needs by priority.</param>
/// <param name="Goals">Goals by priority.</param>
/// <param name="Measures">Measures by priority.</param>
public sealed record WriteRecord(
    [MaxLength(20_000)] string Situation,
    [MaxLength(100)] IReadOnlyList<WriteFinding> Needs,
    [MaxLength(100)] IReadOnlyList<WriteFinding> Goals,
    [MaxLength(100)] IReadOnlyList<WriteMeasure> Measures
);

/// <param name="Text">The finding, CommonMark.</param>
/// <param name="ContributionIds">The contributions behind it.</param>
/// <param name="Id">The id of a finding already in the record, to keep it; a new one gets its own.</param>
public sealed record WriteFinding(
    [Required, MaxLength(4000)] string Text,
    [MaxLength(500)] IReadOnlyList<Guid> ContributionIds,
    Guid? Id = null
)
{
    internal Finding ToFinding(HashSet<Guid> known) =>
        new(Id is { } id && known.Contains(id) ? id : Guid.CreateVersion7(), Text, ContributionIds);
}

/// <summary>A measure; what the fields mean is said at the measure itself.</summary>
/// <param name="Title">Title.</param>
/// <param name="Description">What is to be done.</param>
/// <param name="ContributionIds">The contributions behind it.</param>
/// <param name="Id">The id of a measure already in the record, to keep it; a new one gets its own.</param>
/// <param name="TargetGroup">For whom.</param>
/// <param name="Owner">Who is responsible.</param>
/// <param name="Partners">Who takes part.</param>
/// <param name="Period">When.</param>
/// <param name="Cost">Cost and funding.</param>
/// <param name="Indicator">How one will see that it works.</param>
public sealed record WriteMeasure(
    [Required, MaxLength(300)] string Title,
    [MaxLength(20_000)] string Description,
    [MaxLength(500)] IReadOnlyList<Guid> ContributionIds,
    Guid? Id = null,
    [MaxLength(1000)] string? TargetGroup = null,
    [MaxLength(300)] string? Owner = null,
    [MaxLength(1000)] string? Partners = null,
    [MaxLength(300)] string? Period = null,
    [MaxLength(1000)] string? Cost = null,
    [MaxLength(1000)] string? Indicator = null
)
{
    internal MeasureProposal ToProposal(HashSet<Guid> known) =>
        new(
            Id is { } id && known.Contains(id) ? id : Guid.CreateVersion7(),
            Title,
            Description,
            TargetGroup,
            Owner,
            Partners,
            Period,
            Cost,
            Indicator,
            ContributionIds
        );
}

/// <summary>The Ergebnissicherung of a topic area.</summary>
/// <param name="Version">Version.</param>
/// <param name="Situation">The situation.</param>
/// <param name="Needs">Needs.</param>
/// <param name="Goals">Goals.</param>
/// <param name="Measures">Measures.</param>
/// <param name="Locked">True once the topic area is concluded.</param>
public sealed record RecordDto(
    int Version,
    string Situation,
    IReadOnlyList<Finding> Needs,
    IReadOnlyList<Finding> Goals,
    IReadOnlyList<MeasureProposal> Measures,
    bool Locked
) : IVersioned
{
    internal static RecordDto From(Record row) => new(row.Version, row.Situation, row.Needs, row.Goals, row.Measures, row.Locked);
}
