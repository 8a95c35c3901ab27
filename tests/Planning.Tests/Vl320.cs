using Integrationskonzept.Contracts;

namespace Integrationskonzept.Planning.Tests;

/// <summary>What VL-320/2022 orders: six topic areas, a kickoff and twelve workshops.</summary>
static class Vl320
{
    public static IReadOnlyList<MandatedTopicArea> TopicAreas { get; } =
    [
        new("bildung-sprache", "Bildung & Sprache"),
        new("arbeit-wirtschaft", "Arbeit & Wirtschaft"),
        new("wohnen", "Wohnen & Zusammenleben"),
        new("gesundheit-pflege", "Gesundheit & Pflege"),
        new("teilhabe", "Gesellschaftliche Teilhabe & Partizipation"),
        new("oeffnung", "Interkulturelle/vielfaltsorientierte Öffnung & Integrationsförderungen"),
    ];

    public static IReadOnlyList<ProgrammeItem> Programme { get; } =
    [new(EventKind.Kickoff, "Auftaktveranstaltung", 1, 1, 1000), new(EventKind.Workshop, "Themenworkshops", 12, 0.5m, 500)];
}
