using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>
/// Chapters without text, by concept: not those that topic areas or the data of the process fill, and not those that have sections, whose
/// texts are theirs.
/// </summary>
sealed class ChaptersToWrite(DraftingDb db) : ITaskSource
{
    public TaskKind Kind => TaskKind.WriteChapters;
    public string Permission => Permissions.ConceptWrite;

    public Task<FoundTasks> FindAsync(CancellationToken ct) =>
        db
            .Concepts.AsNoTracking()
            .Where(row => row.State == ConceptState.Drafting)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.MandateReference,
                Count = db.Sections.Count(section =>
                    section.ConceptId == row.Id
                    && section.TopicAreaKey == null
                    && !Skeleton.Filled.Contains(section.Key)
                    && section.Markdown.Trim() == ""
                    && !db.Sections.Any(within => within.ParentId == section.Id)
                ),
            })
            .Where(row => row.Count > 0)
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text(
                        $"Kapitel ohne Text schreiben: Konzept zu {row.MandateReference}",
                        $"Write the chapters without text: concept of {row.MandateReference}"
                    ).ToString(),
                    new(TaskSubjectType.Concept, row.Id),
                    Count: row.Count
                ),
                ct
            );
}
