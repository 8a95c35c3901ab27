using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Invitations;

/// <summary>Contributing by a link: staff make it, whoever has it writes. What comes so is looked at before all see it.</summary>
static class InvitationEndpoints
{
    const int Most = 500;

    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        var invitations = app.MapTenantApi("topic-areas/{topicAreaId:guid}/invitations", "Invitations")
            .RequirePermission(Permissions.RecordsWrite);

        invitations
            .MapGet(
                "",
                async (Guid topicAreaId, ParticipationDb db, [AsParameters] PageRequest page, HttpContext http) =>
                {
                    await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, http.RequestAborted);
                    return await db
                        .Invitations.AsNoTracking()
                        .Where(row => row.TopicAreaId == topicAreaId && !row.ByMail)
                        .ToPageAsync(page, http, ContributionInvitationDto.From);
                }
            )
            .WithName("list-contribution-invitations")
            .WithSummary("Links by which people contribute to the topic area, and how often each was used");

        invitations
            .MapPost("", MakeAsync)
            .WithName("invite-to-contribute")
            .WithSummary("Makes a link by which people contribute without an account; it is shown this once");

        invitations
            .MapDelete("{id:guid}", EndAsync)
            .WithName("end-contribution-invitation")
            .WithSummary("Makes a link void; what came by it stays");

        var link = app.MapTenantApi("invitation-links/{token}", "Invitation links").AllowAnonymous();

        link.MapGet("", LookAsync).WithName("get-invitation-link").WithSummary("What a link invites to");

        link.MapPost("contributions", ContributeAsync)
            .WithName("contribute-by-link")
            .WithSummary("Contributes without an account; a moderator looks at it before all see it");
    }

    static Task<Created<MadeInvitation>> MakeAsync(
        Guid topicAreaId,
        MakeInvitation make,
        ParticipationDb db,
        TenantClock clock,
        IConfiguration configuration,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                (await db.HoldTopicAreaAsync(topicAreaId, ct)).RequireNotConcluded();
                if (await db.Invitations.CountAsync(row => row.TopicAreaId == topicAreaId && !row.ByMail, ct) >= Most)
                    throw new TooManyInvitations();
                var link = InvitationLink.New();
                var row = new Invitation
                {
                    TopicAreaId = topicAreaId,
                    Label = make.Label.Trim(),
                    Group = make.Group,
                    MostUses = make.MostUses,
                    TokenHash = link.Hash,
                    EndsAt = clock.GetUtcNow().AddDays(make.Days),
                };
                db.Invitations.Add(row);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(
                    $"/api/v1/{clock.Slug}/topic-areas/{topicAreaId}/invitations/{row.Id}",
                    new MadeInvitation(row.Id, link.Token, link.UrlOf(clock.Slug, configuration), row.EndsAt)
                );
            },
            ct
        );

    static async Task<NoContent> EndAsync(Guid topicAreaId, Guid id, ParticipationDb db, CancellationToken ct) =>
        await db
            .Invitations.Where(row => row.TopicAreaId == topicAreaId && row.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.TokenHash, (byte[]?)null), ct) > 0
            ? TypedResults.NoContent()
            : throw new NotFoundProblem();

    static async Task<Ok<InvitationSeat>> LookAsync(string token, ParticipationDb db, TimeProvider time, CancellationToken ct)
    {
        var hash = new InvitationLink(token).Hash;
        var row =
            await db.Invitations.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash, ct) ?? throw new InvitationLinkVoid();
        row.RequireValid(time.GetUtcNow());
        var area = await db.TopicAreas.AsNoTracking().GetAsync(row.TopicAreaId, ct);
        return TypedResults.Ok(new InvitationSeat(area.Title, area.State == TopicAreaState.Open, row.Uses >= row.MostUses, row.Group));
    }

    static Task<Ok<ContributedByLink>> ContributeAsync(
        string token,
        ContributeByLink contribute,
        ParticipationDb db,
        Screen screen,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var (hash, now) = (new InvitationLink(token).Hash, time.GetUtcNow());
                // Held: a personal link that comes twice at once is used once.
                var invitation =
                    await db.Invitations.FromSql($"select * from invitations where token_hash = {hash} for update").SingleOrDefaultAsync(ct)
                    ?? throw new InvitationLinkVoid();
                await db.RequireOpenAsync(invitation.TopicAreaId, ct);
                invitation.Use(now);
                var row = new Contribution
                {
                    TopicAreaId = invitation.TopicAreaId,
                    Kind = contribute.Kind,
                    Title = Words.OrNull(contribute.Title),
                    Text = contribute.Text.Trim(),
                    Language = LanguageTag.Canonical(contribute.Language),
                    Voice = new(invitation.Group ?? contribute.Group ?? throw new GroupMissing(), null, null),
                    Author = null,
                    SubmittedAt = now,
                    Source = ContributionOrigin.Invitation,
                    SourceTitle = invitation.Label,
                };
                // Nobody knows who wrote it: somebody looks first, whatever the rules say of those with an account.
                row.Hold();
                db.Contributions.Add(row);
                await screen.PutOnHoldAsync(
                    row.Item,
                    await screen.LookAtAsync(row.Title, row.Text, ct) ?? new(HeldFor.BeforePublication, []),
                    ct
                );
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(new ContributedByLink(row.Id));
            },
            ct
        );
}
