using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Milestones;

/// <summary>Concepts in work into which all topic areas have come. Whether the text is good enough, people say.</summary>
sealed class ConceptsToSubmit(DraftingDb db) : ITaskSource
{
    public TaskKind Kind => TaskKind.SubmitConcept;
    public string Permission => Permissions.MilestonesManage;

    public Task<FoundTasks> FindAsync(CancellationToken ct) =>
        db
            .Concepts.AsNoTracking()
            .Where(row =>
                row.State == ConceptState.Drafting
                && !db.Sections.Any(section => section.ConceptId == row.Id && section.TopicAreaKey != null && section.ConcludedVersion == 0)
            )
            .OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.MandateReference })
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text(
                        $"Konzept einfrieren und vorlegen: alle Themenfelder zu {row.MandateReference} sind abgeschlossen",
                        $"Freeze and submit the concept: all topic areas of {row.MandateReference} are concluded"
                    ).ToString(),
                    new(TaskSubjectType.Concept, row.Id)
                ),
                ct
            );
}
