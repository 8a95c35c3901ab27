using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>A draft becomes a contribution with an id of its own: its place in the lists is that of its submission.</summary>
static class DraftSubmission
{
    public static Task<Created<ContributionDto>> SubmitAsync(
        Guid topicAreaId,
        Guid id,
        ParticipationDb db,
        TenantContext tenant,
        Caller caller,
        Screen screen,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct);
                var contribution = await db.HoldDraftAsync(topicAreaId, id, caller, ct) is { } draft
                    ? await BecomeAsync(db, draft, caller, screen, time.GetUtcNow(), ct)
                    : await SubmittedBeforeAsync(db, id, caller, ct);
                return TypedResults.Created(contribution.Path(tenant), await db.ToDtoAsync(contribution, caller, ct));
            },
            ct
        );

    /// <summary>Of two tabs that submit it, the second waits here and finds it gone.</summary>
    static Task<Draft?> HoldDraftAsync(this ParticipationDb db, Guid topicAreaId, Guid id, Caller caller, CancellationToken ct) =>
        db
            .Drafts.FromSql($"select * from drafts where id = {id} for update")
            .SingleOrDefaultAsync(row => row.TopicAreaId == topicAreaId && row.Author == caller.Id, ct);

    static async Task<Contribution> BecomeAsync(
        ParticipationDb db,
        Draft draft,
        Caller caller,
        Screen screen,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await db.RequireOpenAsync(draft.TopicAreaId, ct);
        await screen.RequireMayContributeAsync(db.MadeBy(caller), ct);
        draft.RequireComplete();
        var contribution = new Contribution
        {
            TopicAreaId = draft.TopicAreaId,
            Kind = draft.Kind,
            Title = draft.Title,
            Text = draft.Text,
            Language = draft.Language,
            Voice = await db.VoiceOfAsync(caller, draft.OrganisationId, draft.Group, ct),
            Author = caller.Id,
            SubmittedAt = now,
            DraftId = draft.Id,
        };
        db.Drafts.Remove(draft);
        await db.AddScreenedAsync(screen, contribution, ct);
        return contribution;
    }

    static async Task<Contribution> SubmittedBeforeAsync(ParticipationDb db, Guid id, Caller caller, CancellationToken ct) =>
        await db.Contributions.AsNoTracking().SingleOrDefaultAsync(row => row.DraftId == id && row.Author == caller.Id, ct)
        ?? throw new NotFoundProblem();
}
