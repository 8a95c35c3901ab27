using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>Each sees the own drafts and nobody else's, whatever the role: to all others they are not there.</summary>
static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions/drafts", "Contributions")
            .RequirePermission(Permissions.ContributionsSubmit);

        drafts
            .MapGet(
                "",
                async (Guid topicAreaId, ParticipationDb db, [AsParameters] PageRequest page, Caller caller, HttpContext http) =>
                {
                    await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, http.RequestAborted);
                    return await db.DraftsOf(topicAreaId, caller).AsNoTracking().ToPageAsync(page, http, DraftDto.From);
                }
            )
            .WithName("list-drafts")
            .WithSummary("The caller's drafts for a topic area, oldest first");

        drafts
            .MapGet(
                "{id:guid}",
                async (Guid topicAreaId, Guid id, ParticipationDb db, Caller caller, CancellationToken ct) =>
                    TypedResults.Ok(DraftDto.From(await db.DraftsOf(topicAreaId, caller).AsNoTracking().GetAsync(id, ct)))
            )
            .WithName("get-draft")
            .WithSummary("One draft of the caller's");

        drafts
            .MapPost("", StartAsync)
            .WithName("start-draft")
            .WithSummary("Keeps what the caller has written so far; nobody else sees it, and it counts nowhere");

        drafts.MapPut("{id:guid}", SaveAsync).WithName("save-draft").WithSummary("Replaces what the draft says");

        drafts
            .MapDelete(
                "{id:guid}",
                async (Guid topicAreaId, Guid id, ParticipationDb db, Caller caller, CancellationToken ct) =>
                    await db.DraftsOf(topicAreaId, caller).Where(row => row.Id == id).ExecuteDeleteAsync(ct) == 1
                        ? TypedResults.NoContent()
                        : throw new NotFoundProblem()
            )
            .WithName("discard-draft")
            .WithSummary("Throws the draft away");

        drafts
            .MapPost("{id:guid}/submit", DraftSubmission.SubmitAsync)
            .WithName("submit-draft")
            .WithSummary("Makes it a contribution, as if it were written now; a second time gives the same contribution");
    }

    public static IQueryable<Draft> DraftsOf(this ParticipationDb db, Guid topicAreaId, Caller caller) =>
        db.Drafts.Where(row => row.TopicAreaId == topicAreaId && row.Author == caller.Id);

    /// <summary>Also before the topic area opens: one can think ahead.</summary>
    static async Task<Created<DraftDto>> StartAsync(
        Guid topicAreaId,
        WriteDraft write,
        ParticipationDb db,
        TenantContext tenant,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    )
    {
        (await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct)).RequireNotConcluded();
        var draft = new Draft
        {
            TopicAreaId = topicAreaId,
            Author = caller.Id,
            Kind = write.Kind,
        };
        draft.Save(write, time.GetUtcNow());
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/{tenant.Required}/topic-areas/{topicAreaId}/contributions/drafts/{draft.Id}",
            DraftDto.From(draft)
        );
    }

    static async Task<Ok<DraftDto>> SaveAsync(
        Guid topicAreaId,
        Guid id,
        WriteDraft write,
        IfMatch match,
        ParticipationDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var draft = await db.DraftsOf(topicAreaId, caller).GetAsync(id, ct);
        match.Require(draft);
        draft.Save(write, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DraftDto.From(draft));
    }
}
