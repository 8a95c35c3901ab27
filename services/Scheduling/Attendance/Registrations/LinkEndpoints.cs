using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>What links in mails do. By POST alone: programs that look at links beforehand use none up.</summary>
static class LinkEndpoints
{
    public static void MapRegistrationLinks(this IEndpointRouteBuilder app)
    {
        var links = app.MapTenantApi("registration-links", "Registration links").AllowAnonymous();

        links
            .MapPost(
                "show",
                async (UseLink use, LinkActions actions, CancellationToken ct) => TypedResults.Ok(await actions.ShowAsync(use.Token, ct))
            )
            .WithName("show-link")
            .WithSummary("What a link is for and about, without using it");

        links
            .MapPost(
                "confirm",
                async (UseLink use, LinkActions actions, CancellationToken ct) => TypedResults.Ok(await actions.ConfirmAsync(use.Token, ct))
            )
            .WithName("confirm-registration")
            .WithSummary("Confirms the address and registers at this moment: a seat, or a place on the waiting list");

        links
            .MapPost(
                "invitation",
                async (TakeUpInvitation use, LinkActions actions, CancellationToken ct) =>
                    TypedResults.Ok(await actions.TakeUpAsync(use, ct))
            )
            .WithName("take-up-invitation")
            .WithSummary("Registers somebody who was invited; the link confirms the address");

        links
            .MapPost(
                "accept",
                async (UseLink use, LinkActions actions, CancellationToken ct) => TypedResults.Ok(await actions.AcceptAsync(use.Token, ct))
            )
            .WithName("accept-offer-by-link")
            .WithSummary("Takes the seat that is offered");

        links
            .MapPost(
                "change",
                async (ChangeByLink use, LinkActions actions, CancellationToken ct) => TypedResults.Ok(await actions.ChangeAsync(use, ct))
            )
            .WithName("change-registration-by-link")
            .WithSummary("Changes what the person has said; a new mail brings the next link");

        links
            .MapPost(
                "withdraw",
                async (UseLink use, LinkActions actions, CancellationToken ct) =>
                    TypedResults.Ok(await actions.WithdrawAsync(use.Token, ct))
            )
            .WithName("withdraw-by-link")
            .WithSummary("Withdraws; the seat goes to the next who waits");
    }
}
