using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Comments;

static class CommentEndpoints
{
    public static void MapComments(this IEndpointRouteBuilder app)
    {
        var comments = app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions/{contributionId:guid}/comments", "Comments");

        comments
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-comments")
            .WithSummary("The comments at the top, oldest first, each with the number of those below it");

        comments
            .MapGet("{id:guid}", GetAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-comment")
            .WithSummary("One comment");

        comments
            .MapGet("{id:guid}/replies", ListRepliesAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-replies")
            .WithSummary("What is below a comment, oldest first: flat, at whatever depth, each with what it answers");

        comments
            .MapPost("", CommentWriting.WriteAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("write-comment")
            .WithSummary("Comments on a contribution or answers a comment, for oneself or for an organisation");

        comments
            .MapPut("{id:guid}", CommentWriting.EditAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("edit-comment")
            .WithSummary("Changes the caller's own comment, for a short time");

        comments
            .MapDelete("{id:guid}", CommentDeletion.DeleteAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("delete-comment")
            .WithSummary("Deletes the caller's own comment; one with answers leaves an empty one");
    }

    /// <summary>Of a contribution that the caller sees, in this topic area.</summary>
    public static async Task<IQueryable<Comment>> CommentsOfAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        Guid contributionId,
        Caller caller,
        CancellationToken ct
    )
    {
        await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct);
        return db.CommentsShownTo(caller, contributionId).AsNoTracking();
    }

    static async Task<Page<CommentDto>> ListAsync(
        Guid topicAreaId,
        Guid contributionId,
        ParticipationDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        var comments = await db.CommentsOfAsync(topicAreaId, contributionId, caller, http.RequestAborted);
        return await db.ToPageAsync(comments.Where(row => row.ParentId == null), page, caller, http);
    }

    static async Task<CommentDto> GetAsync(
        Guid topicAreaId,
        Guid contributionId,
        Guid id,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var comments = await db.CommentsOfAsync(topicAreaId, contributionId, caller, ct);
        return await db.ToDtoAsync(await comments.GetAsync(id, ct), caller, ct);
    }

    static async Task<Page<CommentDto>> ListRepliesAsync(
        Guid topicAreaId,
        Guid contributionId,
        Guid id,
        ParticipationDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        var comments = await db.CommentsOfAsync(topicAreaId, contributionId, caller, http.RequestAborted);
        var comment = await comments.GetAsync(id, http.RequestAborted);
        // One within a thread has only those below it that answer it directly; the whole thread is asked for at its top.
        var below = comment.ThreadId is null ? comments.Where(row => row.ThreadId == id) : comments.Where(row => row.ParentId == id);
        return await db.ToPageAsync(below, page, caller, http);
    }
}
