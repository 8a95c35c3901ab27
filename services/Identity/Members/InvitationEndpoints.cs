using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Members;

/// <summary>
/// How people get roles. The inviter's answer is the same whether or not the address has an account, and holds neither link nor account id.
/// </summary>
static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        app.MapTenantApi("members", "Members")
            .RequirePermission(Permissions.MembersManage)
            .MapPost("", (InviteMember invite, Inviter inviter, CancellationToken ct) => inviter.InviteAsync(invite, ct))
            .WithName("invite-member")
            .WithSummary("Offers someone roles by mail; they count when the mailbox's owner accepts");

        app.MapPost(
                "/api/v1/tenants/{slug}/coordinators",
                async (string slug, InviteCoordinator invite, IdentityDb db, TenantContext tenant, Inviter inviter, CancellationToken ct) =>
                {
                    tenant.Enter((await db.FindTenantAsync(slug, ct)).Slug);
                    return await inviter.InviteAsync(new(invite.UserName, [Roles.Coordinator], invite.Language), ct);
                }
            )
            .RequirePermission(Permissions.TenantsManage)
            .WithTags("Tenants")
            .WithName("invite-coordinator")
            .WithSummary("Invites the first coordinator of a Landkreis by mail, who invites all others");

        var invitations = app.MapTenantApi("members/invitations", "Members").RequirePermission(Permissions.MembersManage);

        invitations
            .MapGet(
                "",
                ([AsParameters] PageRequest page, IdentityDb db, HttpContext http) =>
                    db.Invitations.AsNoTracking().ToPageAsync(page, http, InvitationDto.From)
            )
            .WithName("list-member-invitations")
            .WithSummary("Who was offered roles and has not accepted yet");

        invitations
            .MapPost(
                "{id:guid}/confirmation",
                async (
                    Guid id,
                    IfMatch match,
                    IdentityDb db,
                    Caller caller,
                    LiveMembership live,
                    GrantLog log,
                    InvitationMails mails,
                    TimeProvider time,
                    CancellationToken ct
                ) =>
                {
                    var invitation = await db.Invitations.GetAsync(id, ct);
                    match.Require(invitation); // agrees to what was seen, not to what it became
                    return await db.InTransactionAsync(
                        async () =>
                        {
                            await live.RequireAsync(ct);
                            invitation.Confirm(caller, time.GetUtcNow());
                            log.Add(GrantAction.Confirmed, invitation);
                            await db.SaveChangesAsync(ct);
                            await mails.InviteAsync(invitation, ct);
                            return TypedResults.Ok(InvitationDto.From(invitation));
                        },
                        ct
                    );
                }
            )
            .WithName("confirm-member-invitation")
            .WithSummary("Agrees as the second person, where the Landkreis demands one; only then the mail is sent");

        invitations
            .MapDelete(
                "{id:guid}",
                async (Guid id, IdentityDb db, GrantLog log, CancellationToken ct) =>
                {
                    var invitation = await db.Invitations.GetAsync(id, ct);
                    db.Invitations.Remove(invitation);
                    log.Add(GrantAction.Withdrawn, invitation);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.NoContent();
                }
            )
            .ForLiveMembers()
            .WithName("withdraw-member-invitation")
            .WithSummary("Takes an offer back; its link leads nowhere any more");
    }
}

/// <param name="UserName">Mail address.</param>
/// <param name="Roles">coordinator, editor, moderator, council-office, participant, check-in-helper.</param>
/// <param name="Language">Of the mail: de (if not said) or en.</param>
public sealed record InviteMember(
    [Required, EmailAddress, MaxLength(254)] string UserName,
    [MinLength(1), MaxLength(6)] IReadOnlyList<string> Roles,
    [Written("^(de|en)$", "de oder en", "de or en")] string? Language = null
);

/// <param name="UserName">Mail address.</param>
/// <param name="Language">Of the mail: de (if not said) or en.</param>
public sealed record InviteCoordinator(
    [Required, EmailAddress, MaxLength(254)] string UserName,
    [Written("^(de|en)$", "de oder en", "de or en")] string? Language = null
);

/// <param name="Id">Id of the invitation.</param>
/// <param name="Version">Raised with each offer to the same address; a confirmation names it.</param>
/// <param name="UserName">Mail address.</param>
/// <param name="Roles">The roles that are offered.</param>
/// <param name="ExpiresAt">Until when it can be accepted.</param>
/// <param name="NeedsSecondPerson">No mail is sent before a second coordinator confirms.</param>
/// <param name="IsUndeliverable">The receiving server knows no such mailbox.</param>
public sealed record InvitationDto(
    Guid Id,
    int Version,
    string UserName,
    IReadOnlyList<string> Roles,
    DateTimeOffset ExpiresAt,
    bool NeedsSecondPerson,
    bool IsUndeliverable
) : IVersioned
{
    internal static InvitationDto From(Invitation row) =>
        new(row.Id, row.Version, row.UserName, row.Roles, row.ExpiresAt, row.NeedsSecondPerson, row.IsUndeliverable);
}
