using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Attachments;

static class AttachmentEndpoints
{
    /// <summary>Of a contribution that stands for many others.</summary>
    const int MostShown = 60;

    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        var attachments = app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions/{contributionId:guid}/attachments", "Attachments");

        attachments
            .MapPost("", AttachmentAdding.AddAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .Accepts<byte[]>("image/jpeg", "image/png", "image/webp")
            .WithName("add-attachment")
            .WithSummary("Puts a picture to the caller's own contribution; it is made anew from its pixels, so that nothing else is kept")
            .ProducesProblem(413)
            .ProducesProblem(415);

        attachments
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-attachments")
            .WithSummary("The pictures of a contribution, and of those that were merged into it");

        attachments
            .MapGet("{id:guid}", GetAsync)
            .Produces<byte[]>(StatusCodes.Status200OK, "image/jpeg")
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-attachment")
            .WithSummary("A picture as JPEG; for those who see the contribution");

        attachments
            .MapDelete("{id:guid}", AttachmentRemoval.RemoveAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("remove-attachment")
            .WithSummary(
                "Removes a picture: its author unless it is reported, and moderators, where somebody who is on it does not want it"
            );
    }

    static async Task<Ok<IReadOnlyList<AttachmentDto>>> ListAsync(
        Guid topicAreaId,
        Guid contributionId,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var (who, moderates) = (caller.Id, caller.Has(Permissions.ModerationDecide));
        var found = await db.FindAsync(topicAreaId, contributionId, caller, ct);
        return TypedResults.Ok<IReadOnlyList<AttachmentDto>>(
            await found
                .OrderBy(one => one.Id)
                .Take(MostShown)
                .Select(one => new AttachmentDto(
                    one.Id,
                    one.Description,
                    one.Width,
                    one.Height,
                    moderates || db.Contributions.Any(row => row.Id == one.ContributionId && row.Author == who)
                ))
                .ToListAsync(ct)
        );
    }

    static async Task<FileContentHttpResult> GetAsync(
        Guid topicAreaId,
        Guid contributionId,
        Guid id,
        ParticipationDb db,
        Caller caller,
        HttpContext http
    )
    {
        var found = await db.FindAsync(topicAreaId, contributionId, caller, http.RequestAborted);
        var jpeg = await found.Where(one => one.Id == id).Select(one => one.Jpeg).SingleOrDefaultAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.File(jpeg ?? throw new NotFoundProblem(), "image/jpeg");
    }

    /// <summary>Those of a contribution that the caller sees, and of contributions that it stands for.</summary>
    public static async Task<IQueryable<Attachment>> FindAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        Guid contributionId,
        Caller caller,
        CancellationToken ct
    )
    {
        var row = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct);
        var merged = await db
            .Contributions.Where(other => other.MergedInto == row.Id && other.State == ContributionState.Merged)
            .OrderBy(other => other.Id)
            .Take(MostShown)
            .Select(other => other.Id)
            .ToListAsync(ct);
        Guid[] all = [row.Id, .. merged];
        return db.Attachments.AsNoTracking().Where(one => all.Contains(one.ContributionId));
    }
}

/// <summary>A picture of a contribution.</summary>
/// <param name="Id">Id; the picture itself is below the list's address.</param>
/// <param name="Description">What it shows, for those who don't see it.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="MayRemove">True if the caller may take it away: who put it there, and moderators.</param>
public sealed record AttachmentDto(Guid Id, string Description, int Width, int Height, bool MayRemove);
