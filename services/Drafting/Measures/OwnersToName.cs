using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Measures;

/// <summary>Measures of concepts in work for which nobody is responsible.</summary>
sealed class OwnersToName(DraftingDb db) : ITaskSource
{
    /// <summary>A concept has some dozens; what is stored as JSON is read whole.</summary>
    const int MostRead = 1_000;

    public TaskKind Kind => TaskKind.NameOwner;
    public string Permission => Permissions.ConceptWrite;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var measures = await db
            .Measures.AsNoTracking()
            .Where(row => db.Concepts.Any(concept => concept.Id == row.ConceptId && concept.State == ConceptState.Drafting))
            .OrderBy(row => row.ConceptId)
            .ThenBy(row => row.TopicArea)
            .ThenBy(row => row.Position)
            .Take(MostRead)
            .ToListAsync(ct);
        return measures
            .Where(row => string.IsNullOrWhiteSpace(row.Proposal.Owner))
            .Select(row => new TaskDto(
                Kind,
                new Text(
                    $"Zuständige Stelle nennen: Maßnahme {row.Number} {row.Proposal.Title}",
                    $"Name who is responsible: measure {row.Number} {row.Proposal.Title}"
                ).ToString(),
                new(TaskSubjectType.Measure, row.Id, row.ConceptId)
            ))
            .ToTasks();
    }
}
