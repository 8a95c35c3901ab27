using System.Security.Claims;
using System.Text;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Rendering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SignIn;

/// <summary>The pages on which people sign in and accept an invitation: server-rendered, without scripts.</summary>
static class SignInEndpoints
{
    const int ShortestPassword = 12;
    static readonly string Css = ReadCss();

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account").ExcludeFromDescription().AllowAnonymous().DisableAntiforgery(); // checked by hand, to answer in words
        account.MapGet("style.css", () => TypedResults.Text(Css, "text/css", Encoding.UTF8));
        account.MapGet("sign-in", (HttpContext http, string? returnUrl) => PageAsync(http, Local(returnUrl), null));
        account.MapPost("sign-in", SignInAsync);
        account.MapGet("invitation/{token}", (string token, HttpContext http, Invitations invitations, IdentityDb db, CancellationToken ct) =>
            InvitationAsync(token, http, invitations, db, ct));
        account.MapPost("invitation/{token}", AcceptAsync);
    }

    static async Task<IResult> SignInAsync(
        HttpContext http, [FromForm] string? userName, [FromForm] string? password, [FromForm] string? returnUrl, IAntiforgery antiforgery,
        IdentityDb db, IPasswordHasher<Account> hasher, SignInMetrics metrics, TimeProvider time, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) throw new FormExpired();
        var name = (userName ?? "").Trim().ToLowerInvariant();
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.UserName == name, ct);
        // An unknown account costs the same time as a wrong password, and is answered in the same words.
        var accepted = account?.Accepts(password ?? "", hasher, time.GetUtcNow())
            ?? hasher.HashPassword(new() { UserName = name }, password ?? "").Length == 0;
        await db.SaveChangesAsync(ct);
        if (!accepted)
        {
            metrics.Refused();
            return await PageAsync(http, Local(returnUrl), new(
                "Adresse oder Passwort stimmen nicht. Nach fünf Fehlversuchen ist das Konto 15 Minuten gesperrt.",
                "Address or password is wrong. After five failures the account is locked for 15 minutes."));
        }

        await http.SignInAsync(SignInSetup.Scheme, new(new ClaimsIdentity([new("sub", account!.Id.ToString())], SignInSetup.Scheme)));
        return Results.LocalRedirect(Local(returnUrl));
    }

    static async Task<IResult> InvitationAsync(
        string token, HttpContext http, Invitations invitations, IdentityDb db, CancellationToken ct, Text? error = null)
    {
        var account = await FindInvitedAsync(token, invitations, db, ct);
        return await PageAsync(http, "/", error, account.UserName);
    }

    static async Task<IResult> AcceptAsync(
        string token, HttpContext http, [FromForm] string? password, IAntiforgery antiforgery, Invitations invitations, IdentityDb db,
        IPasswordHasher<Account> hasher, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) throw new FormExpired();
        if (password is not { Length: >= ShortestPassword })
            return await InvitationAsync(token, http, invitations, db, ct, new(
                $"Das Passwort braucht mindestens {ShortestPassword} Zeichen.", $"The password needs at least {ShortestPassword} characters."));
        var account = await FindInvitedAsync(token, invitations, db, ct);
        account.SetPassword(password, hasher);
        await db.SaveChangesAsync(ct);
        return Results.LocalRedirect("/account/sign-in");
    }

    static async Task<Account> FindInvitedAsync(string token, Invitations invitations, IdentityDb db, CancellationToken ct) =>
        invitations.Read(token) is { } id && await db.Accounts.SingleOrDefaultAsync(row => row.Id == id && row.PasswordHash == null, ct) is { } account
            ? account
            : throw new InvitationInvalid();

    static async Task<IResult> PageAsync(HttpContext http, string returnUrl, Text? error, string? invited = null)
    {
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(await RazorHtml.RenderAsync<SignInPage>(http.RequestServices, new()
        {
            [nameof(SignInPage.Antiforgery)] = antiforgery.RequestToken, [nameof(SignInPage.ReturnUrl)] = returnUrl,
            [nameof(SignInPage.Error)] = error, [nameof(SignInPage.Invited)] = invited,
        }), "text/html", Encoding.UTF8, error is null ? 200 : 422);
    }

    /// <summary>Only addresses of our own: nobody is sent elsewhere by a link to this page.</summary>
    static string Local(string? url) => url is ['/', not ('/' or '\\'), ..] ? ServiceDefaults.Http.Locations.ForHeader(url) : "/";

    static string ReadCss()
    {
        using var reader = new StreamReader(typeof(SignInEndpoints).Assembly.GetManifestResourceStream("sign-in.css")!);
        return reader.ReadToEnd();
    }
}

/// <summary>Expired, forged, or used already.</summary>
public sealed class InvitationInvalid() : NotFoundProblem("invitation-invalid", new(
    "Diese Einladung ist abgelaufen oder schon benutzt. Bitten Sie die Koordination um eine neue.",
    "This invitation has expired or was used already. Ask the coordination for a new one."));

/// <summary>The form was open too long, or comes from elsewhere.</summary>
public sealed class FormExpired() : Problem(StatusCodes.Status400BadRequest, "form-expired", new("Formular abgelaufen", "Form expired"),
    new("Laden Sie die Seite neu und senden Sie das Formular noch einmal ab.", "Load the page again and send the form once more."));
