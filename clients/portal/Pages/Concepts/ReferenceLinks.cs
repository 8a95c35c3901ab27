using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Rendering;
using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Portal.Pages.Concepts;

/// <summary>Texts of a concept as they will be read: references say number and title, and lead to the pages of the portal.</summary>
sealed class ReferenceLinks(string concept, IReadOnlyList<OutlineEntry> sections, IReadOnlyList<MeasureDto> measures)
{
    public MarkupString Render(string? markdown, int top) =>
        MarkdownHtml.Render(
            MarkdownReferences.Replace(
                markdown ?? "",
                one =>
                    one.Kind == ReferenceKind.Section
                        ? sections.FirstOrDefault(row => row.Key == one.Target) is { } section
                            ? MarkdownReferences.Link(one.Kind, section.Number!, section.Title!, $"{concept}/sections/{section.Key}")
                            : null
                        : measures.FirstOrDefault(row => $"{row.Measure!.Id}" == one.Target || row.Number == one.Target) is { } measure
                            ? MarkdownReferences.Link(
                                one.Kind,
                                measure.Number!,
                                measure.Measure!.Title!,
                                $"{concept}/measures/{measure.Measure.Id}"
                            )
                            : null
            ),
            top
        );

    /// <summary>All that a text can refer to, as it is written and as it reads.</summary>
    public IEnumerable<(string Written, string Reads)> All =>
        sections
            .Select(row => (MarkdownReferences.Write(ReferenceKind.Section, row.Key!), $"{row.Number} {row.Title}"))
            .Concat(
                measures.Select(row =>
                    (MarkdownReferences.Write(ReferenceKind.Measure, $"{row.Measure!.Id}"), $"Maßnahme {row.Number} {row.Measure.Title}")
                )
            );
}
