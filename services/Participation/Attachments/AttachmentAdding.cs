using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Pictures;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Attachments;

/// <summary>A picture comes to a contribution under the rules of its words, and is screened with them.</summary>
static class AttachmentAdding
{
    public static async Task<Created<AttachmentDto>> AddAsync(
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
