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
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-contributions")
            .WithSummary("All contributions with their points and what became of them, oldest first");

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
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
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
                db.Contributions.Add(contribution);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(contribution.Path(tenant), await db.ToDtoAsync(contribution, caller, ct));
            },
            ct
        );

    static async Task<Ok<ContributionDto>> GetAsync(Guid topicAreaId, Guid id, ParticipationDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.Contributions.AsNoTracking().Where(item => item.TopicAreaId == topicAreaId).GetAsync(id, ct);
        return TypedResults.Ok(await db.ToDtoAsync(row, caller, ct));
    }

    static async Task<Page<ContributionDto>> ListAsync(
        Guid topicAreaId,
        ParticipationDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, http.RequestAborted);
        var rows = await db.Standing(topicAreaId).AsNoTracking().ToPageAsync(page, http, row => row);
        return new(await db.ToDtosAsync(rows.Items, caller, http.RequestAborted), rows.Next);
    }
}
