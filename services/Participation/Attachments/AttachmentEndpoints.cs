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
    /// <summary>Of a contribution that stands for many others.</summary>
    const int MostShown = 60;

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
            .WithSummary(
                "Removes a picture: its author unless it is reported, and moderators, where somebody who is on it does not want it"
            );
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
        async Task RequireMayAddAsync(Contribution row)
        {
            row.RequireAuthor(caller.Id);
            await screen.RequireNotBlockedAsync(ct);
            options.Value.RequireInTime(row.SubmittedAt, time.GetUtcNow());
            await db.RequireChangeableAsync(row, time.GetUtcNow(), ct);
            if (await db.Attachments.CountAsync(other => other.ContributionId == row.Id, ct) >= Attachment.Most)
                throw new TooManyAttachments();
        }

        // Before the picture is read, which costs more than all else: whoever may not add one need not send it.
        var seen = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(contributionId, ct);
        (await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct)).RequireOpen();
        await RequireMayAddAsync(seen);
        var picture = await Picture.ReadAsync(request, ct);
        return await db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var row = await db.HoldContributionAsync(topicAreaId, contributionId, caller, ct);
                await RequireMayAddAsync(row);
                var attachment = new Attachment
                {
                    ContributionId = contributionId,
                    Description = description.Trim(),
                    Jpeg = picture.Jpeg,
                    Width = picture.Width,
                    Height = picture.Height,
                };
                db.Attachments.Add(attachment);
                await db.SaveScreenedAsync(screen, row, ct, attachment.Description);
                return TypedResults.Created(
                    $"{request.Path}/{attachment.Id}",
                    new AttachmentDto(attachment.Id, attachment.Description, attachment.Width, attachment.Height, MayRemove: true)
                );
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

    /// <summary>What somebody is to look at stays until they have; a moderator who takes a picture away is in the log.</summary>
    static Task<NoContent> RemoveAsync(
        Guid topicAreaId,
        Guid contributionId,
        Guid id,
        ParticipationDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var found = await db.FindAsync(topicAreaId, contributionId, caller, ct);
                var of = await found.Where(one => one.Id == id).Select(one => (Guid?)one.ContributionId).SingleOrDefaultAsync(ct);
                var row = await db.HoldContributionAsync(topicAreaId, of ?? throw new NotFoundProblem(), caller, ct);
                if (row.Author == caller.Id)
                    await db.RequireNoReportAsync(row, ct);
                else if (caller.Has(Permissions.ModerationDecide))
                    db.ModerationLog.Add(
                        new()
                        {
                            At = time.GetUtcNow(),
                            Act = ModerationAct.PictureRemoved,
                            Actor = caller.Id,
                            Item = ModeratedItem.Contribution,
                            ItemId = row.Id,
                        }
                    );
                else
                    throw new NotTheAuthor();
                if (await db.Attachments.Where(one => one.Id == id).ExecuteDeleteAsync(ct) == 0)
                    throw new NotFoundProblem();
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );

    static async Task RequireNoReportAsync(this ParticipationDb db, Contribution row, CancellationToken ct)
    {
        if (await db.ModerationCases.AnyAsync(one => one.ItemId == row.Id && one.Outcome == null && one.Kind != CaseKind.Held, ct))
            throw new ItemIsReported();
    }

    /// <summary>Those of a contribution that the caller sees, and of contributions that it stands for.</summary>
    static async Task<IQueryable<Attachment>> FindAsync(
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

/// <summary>More than a contribution has.</summary>
public sealed class TooManyAttachments()
    : ConflictProblem(
        "too-many-attachments",
        new(
            $"Ein Beitrag hat höchstens {Attachment.Most} Bilder. Entfernen Sie zuerst eines.",
            $"A contribution has {Attachment.Most} pictures at most. Remove one first."
        )
    );
