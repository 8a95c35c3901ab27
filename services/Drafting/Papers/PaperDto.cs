using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>A Vorlage as the platform understands it.</summary>
public sealed record PaperDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Mandate or adoption.</summary>
    public required PaperKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required PaperState State { get; init; }

    /// <summary>Reference, unique in the Landkreis: <c>VL-320/2022</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>What it says.</summary>
    public required PaperContent Content { get; init; }

    /// <summary>Beratungsfolge with results.</summary>
    public required IReadOnlyList<Consultation> Consultations { get; init; }

    /// <summary>What is open or doubtful.</summary>
    public required IReadOnlyList<PaperFinding> Findings { get; init; }

    /// <summary>For an adoption paper: the concept that it puts before the organizations.</summary>
    public Guid? ConceptId { get; init; }

    /// <summary>For an adoption paper: the milestone of that concept.</summary>
    public int? Milestone { get; init; }

    internal static PaperDto From(Paper paper) =>
        new()
        {
            Id = paper.Id,
            Version = paper.Version,
            Kind = paper.Kind,
            State = paper.State,
            Reference = paper.Reference,
            Content = paper.Content,
            Consultations = paper.Consultations,
            Findings = paper.Findings,
            ConceptId = paper.ConceptId,
            Milestone = paper.Milestone,
        };
}

/// <summary>Every field of a paper, corrected; replaces what was there.</summary>
/// <param name="Reference">Reference.</param>
/// <param name="Content">Content.</param>
/// <param name="Consultations">Beratungsfolge in order.</param>
public sealed record CorrectPaper(
    [Required, MaxLength(100)] string Reference,
    PaperContent Content,
    [MinLength(1), MaxLength(20)] IReadOnlyList<PlannedConsultation> Consultations
);

/// <param name="Organization">Name of one of the Landkreis' organizations.</param>
/// <param name="Date">Day of the meeting.</param>
/// <param name="AgendaItem">TOP.</param>
/// <param name="Role">What the organization does.</param>
public sealed record PlannedConsultation(
    [Required, MaxLength(200)] string Organization,
    DateOnly? Date = null,
    [MaxLength(20)] string? AgendaItem = null,
    ConsultationRole Role = ConsultationRole.Decision
)
{
    internal Consultation On(string council) =>
        new(0, Organization, Date, AgendaItem, Role, Organization.Equals(council, StringComparison.OrdinalIgnoreCase), null);
}
