using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Concepts;

/// <summary>For what concerns several rows of a concept: its tree, numbers without gaps, goals of measures, a milestone.</summary>
static class ConceptLock
{
    /// <summary>
    /// Does something with the concept in one transaction, one thing at a time; nobody edits its sections or submits it meanwhile. 409
    /// unless it is drafted.
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

    /// <summary>Until the end of the transaction nobody submits the concept or changes its tree, and what it has is not deleted.</summary>
    public static async Task HoldAsync(this DraftingDb db, Guid conceptId, CancellationToken ct) =>
        (
            await db.Concepts.FromSql($"select * from concepts where id = {conceptId} for share").AsNoTracking().GetAsync(conceptId, ct)
        ).RequireDrafting();

    /// <summary>Number of a topic area of the concept, from 1.</summary>
    /// <exception cref="TopicAreaUnknown">The concept has none of that key.</exception>
    public static int RequireTopicArea(this Concept concept, string key) =>
        concept.NumberOf(key) is > 0 and var number ? number : throw new TopicAreaUnknown();
}

/// <summary>The concept has no such topic area.</summary>
public sealed class TopicAreaUnknown()
    : InvalidFieldProblem("topicAreaKey", new("Dieses Themenfeld hat das Konzept nicht.", "The concept has no such topic area."));
