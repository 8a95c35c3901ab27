using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.Identity.SecondFactors;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SignIn;

/// <summary>
/// A new password: by a mail's link for who has forgotten the old one, or on the account's page. Everywhere else the account is signed out.
/// </summary>
static class PasswordEndpoints
{
    public static void MapPasswords(this RouteGroupBuilder account)
    {
        account.MapGet("forgotten", (Delegate)((HttpContext http) => http.ShowAsync<ForgottenPage>([])));
        account.MapPost("forgotten", ForgottenAsync);
        account.MapGet(
            "new-password/{token}",
            async (string token, HttpContext http, NewPasswordLinks links, IdentityDb db, CancellationToken ct) =>
                await PageAsync(http, await links.ReadAsync(token, db, ct))
        );
        account.MapPost("new-password/{token}", ResetAsync);
        account.MapGet(
            "password",
            async (HttpContext http, SecondStep second, CancellationToken ct) =>
                await second.RequireAsync(http, ct) is var (signedIn, elsewhere) && signedIn is null
                    ? elsewhere!
                    : await PageAsync(http, signedIn.Account, true)
        );
        account.MapPost("password", ChangeAsync);
    }

    /// <summary>The same answer, after the same work, whether or not the address has an account.</summary>
    static async Task<IResult> ForgottenAsync(
        HttpContext http,
        [FromForm] string? userName,
        IdentityDb db,
        MailAllowance allowance,
        KnownDevice device,
        NoticeMails mails,
        CancellationToken ct
    )
    {
        var name = Account.NameOf(userName);
        await allowance.RequireAsync(CallerAddress.Of(http), ct);
        var account = await db.Accounts.Where(row => row.UserName == name).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct);
        // The owner's browsers have a share that strangers can't use up; one for all of them, so that their number floods nobody.
        var share = device.Of(http, name) is null ? "new password" : "new password, asked for on a known device";
        var mayAsk = MailAddresses.IsValid(name) && await allowance.TakeAsync(name, ct, of: share);
        await mails.TellAsync(AccountNotices.NewPassword, mayAsk && account is { } id ? id : Guid.CreateVersion7(), ct);
        return await http.ShowAsync<MessagePage>(
            new()
            {
                [nameof(MessagePage.Heading)] = new Text("Sehen Sie in Ihre Mails", "Look into your mails"),
                [nameof(MessagePage.Says)] = new Text(
                    "Wenn es zu dieser Adresse ein Konto gibt, ist ein Link unterwegs. Er gilt eine Stunde.",
                    "If there is an account with this address, a link is on its way. It is good for an hour."
                ),
                [nameof(MessagePage.Href)] = "/account/sign-in",
                [nameof(MessagePage.Link)] = new Text("Zur Anmeldung", "To sign-in"),
            }
        );
    }

    static async Task<IResult> ResetAsync(
        string token,
        HttpContext http,
        [FromForm] string? password,
        NewPasswordLinks links,
        IdentityDb db,
        PasswordChange change,
        CancellationToken ct
    )
    {
        var account = await links.ReadAsync(token, db, ct);
        if (Passwords.Refusal(password) is { } refusal)
            return await PageAsync(http, account, false, refusal);
        await change.MakeAsync(http, account, password!, ct);
        return Results.LocalRedirect("/account/sign-in");
    }

    static async Task<IResult> ChangeAsync(
        HttpContext http,
        [FromForm] string? current,
        [FromForm] string? password,
        IdentityDb db,
        SecondStep second,
        Passwords passwords,
        Guesses guesses,
        Sessions sessions,
        PasswordChange change,
        CancellationToken ct
    )
    {
        var (signedIn, elsewhere) = await second.RequireAsync(http, ct);
        if (signedIn is null)
            return elsewhere!;
        var account = signedIn.Account;
        var limits = Guesses.OfKnown("password", $"session {signedIn.Session.Id}", signedIn.Account.UserName);
        if (Passwords.Refusal(password) is { } refusal)
            return await PageAsync(http, account, true, refusal);
        var mayGuess = await guesses.TakeAsync(limits, ct);
        if (!await passwords.MatchesAsync(account.PasswordHash, current ?? "", CallerAddress.Of(http), ct) || !mayGuess)
            return await PageAsync(http, account, true, new("Das bisherige Passwort stimmt nicht.", "The current password is wrong."));
        await guesses.GiveBackAsync(limits, ct);
        await change.MakeAsync(http, account, password!, ct);
        await sessions.BeginAsync(http, account, signedIn.Session.Methods, ct);
        return Results.LocalRedirect(AccountPages.Overview);
    }

    static Task<IResult> PageAsync(HttpContext http, Account account, bool asksForCurrent = false, Text? error = null) =>
        http.ShowAsync<NewPasswordPage>(
            new() { [nameof(NewPasswordPage.UserName)] = account.UserName, [nameof(NewPasswordPage.AsksForCurrent)] = asksForCurrent },
            error
        );
}

/// <summary>Sets another password, ends all sessions and tells the owner.</summary>
sealed class PasswordChange(IdentityDb db, Passwords passwords, Sessions sessions, NoticeMails mails)
{
    public async Task MakeAsync(HttpContext http, Account account, string password, CancellationToken ct)
    {
        var before = account.PasswordHash;
        var hash = await passwords.HashAsync(password, CallerAddress.Of(http), ct);
        await db.InTransactionAsync(
            async () =>
            {
                // One of two links, or of two who change at once: the first counts. Whoever begins a session meanwhile waits, and finds
                // another password.
                var changed = await db
                    .Accounts.Where(row => row.Id == account.Id && row.PasswordHash == before)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.PasswordHash, hash), ct);
                if (changed == 0)
                    throw new NewPasswordLinkInvalid();
                await sessions.EndAllAsync(account.Id, ct);
                await mails.TellAsync(AccountNotices.PasswordChanged, account.Id, ct);
                return changed;
            },
            ct
        );
        account.PasswordHash = hash;
    }
}
