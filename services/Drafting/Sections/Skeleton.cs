using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Papers;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>What every finished Integrationskonzept contains, in reading order.</summary>
static class Skeleton
{
    public const string Participation = "beteiligung",
        Appendix = "anhang";

    /// <summary>Data of the process go into these, beside what people write.</summary>
    public static readonly string[] Filled = [Participation, Appendix];

    public static bool IsFilled(string key) => Filled.Contains(key);

    public static IEnumerable<Section> Of(Guid conceptId, Paper mandate, IReadOnlyList<MandatedTopicArea> topicAreas)
    {
        var order = 0;
        yield return Section("vorwort", "Vorwort");
        yield return Section("ausgangslage", "Ausgangslage und Daten", Start(mandate));
        yield return Section("verstaendnis", "Gemeinsames Integrationsverständnis");
        yield return Section(Participation, "Wie das Konzept entstanden ist");
        foreach (var area in topicAreas)
            yield return Section(area.Key, area.Title, topicArea: area.Key);
        yield return Section("umsetzung", "Umsetzung, Monitoring und Fortschreibung");
        yield return Section(Appendix, "Anhang");

        Section Section(string key, string title, string markdown = "", string? topicArea = null) =>
            new()
            {
                ConceptId = conceptId,
                Key = key,
                Title = title,
                Order = ++order,
                TopicAreaKey = topicArea,
                Markdown = markdown,
            };
    }

    static string Start(Paper mandate) =>
        $"Auftrag: {mandate.Reference}, „{mandate.Content.Subject}“.\n\n> {mandate.Wording.ReplaceLineEndings("\n> ")}\n";
}
