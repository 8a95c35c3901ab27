using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

static class ContributionEndpoints
{
    public static void MapContributions(this IEndpointRouteBuilder app)
    {
        app.MapMyContributions();
        app.MapDrafts();
        var contributions = app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions", "Contributions");

        contributions
            .MapPost("", SubmitAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("submit-contribution")
            .WithSummary("Contributes a need, idea, experience, goal or measure, for oneself or for an organisation");

        contributions
            .MapGet("", ContributionLists.ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-contributions")
            .WithSummary("Contributions with their points and what became of them, filtered and sorted");

        contributions
            .MapGet("similar", ContributionLists.SimilarAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-similar-contributions")
            .WithSummary("At most five contributions that say much the same as a text, while it is typed");

        contributions
            .MapGet("{id:guid}", GetAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-contribution")
            .WithSummary("One contribution; of a withdrawn one that the record cites, a tombstone");
    }

    static Task<Created<ContributionDto>> SubmitAsync(
        Guid topicAreaId,
        SubmitContribution submit,
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
                await db.RequireOpenAsync(topicAreaId, ct);
                await screen.RequireMayContributeAsync(db.MadeBy(caller), ct);
                var contribution = new Contribution
                {
                    TopicAreaId = topicAreaId,
                    Kind = submit.Kind,
                    Title = Words.OrNull(submit.Title),
                    Text = submit.Text.Trim(),
                    Language = LanguageTag.Canonical(submit.Language),
                    Voice = await db.VoiceOfAsync(caller, submit.OrganisationId, submit.Group, ct),
                    Author = caller.Id,
                    SubmittedAt = time.GetUtcNow(),
                };
                await db.AddScreenedAsync(screen, contribution, ct);
                return TypedResults.Created(contribution.Path(tenant), await db.ToDtoAsync(contribution, caller, ct));
            },
            ct
        );

    static async Task<Ok<ContributionDto>> GetAsync(Guid topicAreaId, Guid id, ParticipationDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(id, ct);
        return TypedResults.Ok(await db.ToDtoAsync(row, caller, ct));
    }
}
