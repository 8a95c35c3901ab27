using Integrationskonzept.Contracts;

namespace Integrationskonzept.Publication.Editions;

/// <summary>
/// An adopted concept in one piece: of its parts, and with each measure's contributions beside it, as an edition has them.
/// </summary>
static class WholeAdoption
{
    public static ConceptAdopted Join(IReadOnlyList<ConceptAdopted> parts)
    {
        var contributions = parts.SelectMany(part => part.Contributions).ToDictionary(source => source.Id);
        return parts[0] with
        {
            Part = null,
            Contributions = [],
            Sections = [.. parts.SelectMany(part => part.Sections)],
            Goals = [.. parts.SelectMany(part => part.Goals)],
            Measures = [.. parts.SelectMany(part => part.Measures).Select(measure => Beside(measure, contributions))],
        };
    }

    /// <summary>A message of the older form has them beside it already.</summary>
    static AdoptedMeasure Beside(AdoptedMeasure measure, Dictionary<Guid, ContributionSource> contributions) =>
        measure.Contributions.Count > 0
            ? measure
            : measure with
            {
                Contributions = [.. measure.Measure.ContributionIds.Where(contributions.ContainsKey).Select(id => contributions[id])],
            };
}
