using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.WaysIn;

/// <summary>From the public page to a contribution of one's own: say where, follow the link in the mail, write.</summary>
static class WayInEndpoints
{
    /// <summary>As contributions say that came this way; nobody's name.</summary>
    const string Label = "ohne Konto, per Mail";

    /// <summary>A Landkreis has six topic areas in a process.</summary>
    const int Most = 100;

    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    public static void MapWaysIn(this IEndpointRouteBuilder app)
    {
        var ways = app.MapTenantApi("ways-in", "Ways in").AllowAnonymous();

        ways.MapGet(
                "",
                async (ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        new WaysInDto(
                            await db
                                .TopicAreas.AsNoTracking()
                                .Where(area => area.State == TopicAreaState.Open)
                                .OrderBy(area => area.Order)
                                .ThenBy(area => area.Id)
                                .Take(Most)
                                .Select(area => new OpenTopicArea(area.Id, area.Title))
                                .ToListAsync(ct)
                        )
                    )
            )
            .WithName("get-ways-in")
            .WithSummary("To what anybody can contribute now");

        ways.MapPost("links", AskAsync)
            .WithName("ask-for-contribution-link")
            .WithSummary("Sends a link to contribute once, without an account. Always 202: only the mail says how it goes on");
    }

    static async Task<Accepted<LinkSent>> AskAsync(
        AskForLink ask,
        ParticipationDb db,
        MailQueue mails,
        MailAllowance allowance,
        TimeProvider time,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    )
    {
        AddressWrong.Require("address", ask.Address);
        await db.RequireOpenAsync(ask.TopicAreaId, ct);
        await allowance.RequireAsync(caller.IsKnown ? caller.Id : CallerAddress.Of(http), ct);
        await db.InTransactionAsync(
            async () =>
            {
                // Who is not the address's owner must not learn how often it was used: the same answer after the same work.
                var mayAsk = await allowance.TakeAsync(ask.Address.Trim(), ct);
                await db.Database.CurrentTransaction!.CreateSavepointAsync("before", ct);
                var invitation = new Invitation
                {
                    TopicAreaId = ask.TopicAreaId,
                    Label = Label,
                    MostUses = 1,
                    TokenHash = null, // made with the mail, so that only its reader knows it
                    EndsAt = time.GetUtcNow() + ValidFor,
                    ByMail = true,
                    Address = ask.Address.Trim(),
                    Language = ask.Language,
                };
                db.Invitations.Add(invitation);
                await db.SaveChangesAsync(ct);
                await mails.AddAsync(LinkMails.Kind, invitation.Id, 0, $"{LinkMails.Kind}/{invitation.Id}", ct);
                if (!mayAsk)
                    await db.Database.CurrentTransaction.RollbackToSavepointAsync("before", ct);
                return mayAsk;
            },
            ct
        );
        return TypedResults.Accepted(
            (string?)null,
            new LinkSent(
                new Text(
                    "Wir haben eine Mail an diese Adresse geschickt. Folgen Sie dem Link darin und schreiben Sie Ihren Beitrag.",
                    "We have sent a mail to this address. Follow the link in it and write your contribution."
                ).ToString()
            )
        );
    }
}
