using Integrationskonzept.Contracts;

namespace Integrationskonzept.Publication.Editions;

/// <summary>All that an edition consists of; its JSON is what the seal's hash is made of.</summary>
/// <param name="Title">Title of the concept.</param>
/// <param name="Publisher">The Landkreis.</param>
/// <param name="Edition">Number, from 1.</param>
/// <param name="AdoptedOn">Day of the decision.</param>
/// <param name="AdoptedBy">Organization that decided.</param>
/// <param name="Resolution">Wording that was adopted.</param>
/// <param name="PaperReference">The paper that was adopted.</param>
/// <param name="MandateReference">The paper that ordered the concept.</param>
/// <param name="Sections">Chapters in reading order.</param>
/// <param name="Measures">Measures in reading order, each with the contributions behind it.</param>
public sealed record SealedContent(
    string Title,
    string Publisher,
    int Edition,
    DateOnly AdoptedOn,
    string AdoptedBy,
    string Resolution,
    string PaperReference,
    string MandateReference,
    IReadOnlyList<AdoptedSection> Sections,
    IReadOnlyList<AdoptedMeasure> Measures
)
{
    /// <summary>Goals in reading order; absent where there are none.</summary>
    public IReadOnlyList<AdoptedGoal>? Goals { get; init; }

    internal static SealedContent From(ConceptAdopted adopted, string publisher) =>
        new(
            adopted.Title,
            publisher,
            adopted.Edition,
            adopted.AdoptedOn,
            adopted.AdoptedBy,
            adopted.Resolution,
            adopted.PaperReference,
            adopted.MandateReference,
            adopted.Sections,
            adopted.Measures
        )
        {
            Goals = adopted.Goals.Count == 0 ? null : adopted.Goals,
        };
}
