using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Concepts;

/// <summary>For what concerns several rows of a concept: numbers without gaps, goals that measures have.</summary>
static class ConceptLock
{
    /// <summary>
    /// Changes the concept's goals or measures in one transaction, one change at a time; nobody submits it meanwhile. 409 unless it is
    /// drafted.
    /// </summary>
    public static Task<T> WhileDraftingAsync<T>(this DraftingDb db, Guid conceptId, Func<Concept, Task<T>> work, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var concept = await db
                    .Concepts.FromSql($"select * from concepts where id = {conceptId} for update")
                    .GetAsync(conceptId, ct);
                concept.RequireDrafting();
                return await work(concept);
            },
            ct
        );

    /// <summary>Number of a topic area of the concept, from 1.</summary>
    /// <exception cref="TopicAreaUnknown">The concept has none of that key.</exception>
    public static int RequireTopicArea(this Concept concept, string key) =>
        concept.TopicAreas.FindIndex(area => area.Key == key) is var index and >= 0 ? index + 1 : throw new TopicAreaUnknown();
}

/// <summary>The concept has no such topic area.</summary>
public sealed class TopicAreaUnknown()
    : InvalidFieldProblem("topicAreaKey", new("Dieses Themenfeld hat das Konzept nicht.", "The concept has no such topic area."));
