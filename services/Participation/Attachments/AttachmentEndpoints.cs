using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Pictures;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Attachments;

static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        var attachments = app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions/{contributionId:guid}/attachments", "Attachments");

        attachments
            .MapPost("", AddAsync)
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
            .MapDelete("{id:guid}", RemoveAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("remove-attachment")
            .WithSummary("Removes a picture: its author at any time, and moderators, where somebody who is on it does not want it");
    }

    static async Task<Created<AttachmentDto>> AddAsync(
        Guid topicAreaId,
        Guid contributionId,
        [Required, MaxLength(300)] string description,
        HttpRequest request,
        ParticipationDb db,
        Caller caller,
        Screen screen,
        IOptions<ContributionOptions> options,
        TimeProvider time,
        CancellationToken ct
    )
    {
        (await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct)).RequireAuthor(caller.Id);
        var picture = await Picture.ReadAsync(request, ct);
        return await db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var row = await db.HoldContributionAsync(topicAreaId, contributionId, caller, ct);
                row.RequireAuthor(caller.Id);
                await screen.RequireNotBlockedAsync(ct);
                options.Value.RequireInTime(row.SubmittedAt, time.GetUtcNow());
                await db.RequireChangeableAsync(row, time.GetUtcNow(), ct);
                if (await db.Attachments.CountAsync(other => other.ContributionId == contributionId, ct) >= Attachment.Most)
                    throw new TooManyAttachments();
                var attachment = new Attachment
                {
                    ContributionId = contributionId,
                    Description = description.Trim(),
                    Jpeg = picture.Jpeg,
                    Width = picture.Width,
                    Height = picture.Height,
                };
                db.Attachments.Add(attachment);
                await db.SaveScreenedAsync(screen, row, ct);
                return TypedResults.Created($"{request.Path}/{attachment.Id}", AttachmentDto.From(attachment));
            },
            ct
        );
    }

    /// <summary>What waits for moderators can be added to until somebody looks at it; what all see, until others have reacted.</summary>
    static async Task RequireChangeableAsync(this ParticipationDb db, Contribution row, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = await db.ModerationCases.AsNoTracking().SingleOrDefaultAsync(one => one.ItemId == row.Id && one.Outcome == null, ct);
        if (waiting is not null && (waiting.Kind != CaseKind.Held || waiting.ClaimedUntil > now))
            throw new ItemIsReported();
        if (row.State == ContributionState.Held)
            return;
        row.RequireStanding();
        await db.RequireNoReactionAsync(row, ct);
    }

    static async Task<Ok<IReadOnlyList<AttachmentDto>>> ListAsync(
        Guid topicAreaId,
        Guid contributionId,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var row = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct);
        return TypedResults.Ok<IReadOnlyList<AttachmentDto>>(
            await db.AttachmentsOf(row)
                .OrderBy(one => one.Id)
                .Select(one => new AttachmentDto(one.Id, one.Description, one.Width, one.Height))
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
        var row = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, http.RequestAborted);
        var attachment =
            await db.AttachmentsOf(row).SingleOrDefaultAsync(one => one.Id == id, http.RequestAborted) ?? throw new NotFoundProblem();
        http.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.File(attachment.Jpeg, "image/jpeg");
    }

    static async Task<NoContent> RemoveAsync(
        Guid topicAreaId,
        Guid contributionId,
        Guid id,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var row = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct);
        if (!caller.Has(Permissions.ModerationDecide))
            row.RequireAuthor(caller.Id);
        return await db.Attachments.Where(one => one.ContributionId == row.Id && one.Id == id).ExecuteDeleteAsync(ct) > 0
            ? TypedResults.NoContent()
            : throw new NotFoundProblem();
    }

    /// <summary>Its own, and those of contributions that it stands for.</summary>
    static IQueryable<Attachment> AttachmentsOf(this ParticipationDb db, Contribution row) =>
        db
            .Attachments.AsNoTracking()
            .Where(one =>
                one.ContributionId == row.Id
                || db.Contributions.Any(merged =>
                    merged.Id == one.ContributionId && merged.MergedInto == row.Id && merged.State == ContributionState.Merged
                )
            );
}

/// <summary>A picture of a contribution.</summary>
/// <param name="Id">Id; the picture itself is below the list's address.</param>
/// <param name="Description">What it shows, for those who don't see it.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record AttachmentDto(Guid Id, string Description, int Width, int Height)
{
    internal static AttachmentDto From(Attachment row) => new(row.Id, row.Description, row.Width, row.Height);
}

/// <summary>More than a contribution has.</summary>
public sealed class TooManyAttachments()
    : ConflictProblem(
        "too-many-attachments",
        new(
            $"Ein Beitrag hat höchstens {Attachment.Most} Bilder. Entfernen Sie zuerst eines.",
            $"A contribution has {Attachment.Most} pictures at most. Remove one first."
        )
    );
