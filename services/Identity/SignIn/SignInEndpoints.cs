using System.Text;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.Identity.SecondFactors;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SignIn;

/// <summary>The pages on which people sign in and out.</summary>
static class SignInEndpoints
{
    static readonly string Css = AccountPages.Read("account.css"),
        Script = AccountPages.Read("passkeys.js");

    public static void MapSignIn(this RouteGroupBuilder account)
    {
        account.MapGet("style.css", () => TypedResults.Text(Css, "text/css", Encoding.UTF8));
        account.MapGet("passkeys.js", () => TypedResults.Text(Script, "text/javascript", Encoding.UTF8));
        account.MapGet("sign-in", (HttpContext http, string? returnUrl) => PageAsync(http, returnUrl));
        account.MapPost("sign-in", SignInAsync);
        account.MapPost(
            "sign-out",
            async (HttpContext http, Sessions sessions, CancellationToken ct) =>
            {
                await sessions.EndAsync(http, ct);
                return Results.LocalRedirect("/account/sign-in");
            }
        );
        account.MapPost(
            "sign-out-everywhere",
            async (HttpContext http, Sessions sessions, SecondStep second, CancellationToken ct) =>
            {
                var (signedIn, elsewhere) = await second.RequireAsync(http, ct);
                if (signedIn is null)
                    return elsewhere!;
                await sessions.EndAllAsync(signedIn.Account.Id, ct);
                await sessions.EndAsync(http, ct);
                return Results.LocalRedirect("/account/sign-in");
            }
        );
        account.MapGet("", OverviewAsync);
    }

    static async Task<IResult> SignInAsync(
        HttpContext http,
        [FromForm] string? userName,
        [FromForm] string? password,
        [FromForm] string? returnUrl,
        IdentityDb db,
        Sessions sessions,
        Passwords passwords,
        PasswordRounds rounds,
        Guesses guesses,
        KnownDevice device,
        SignInMetrics metrics,
        CancellationToken ct
    )
    {
        var name = Account.NameOf(userName);
        var address = CallerAddress.Of(http);
        using var turn = await passwords.TurnAsync(address, ct); // before anything else: hundreds who wait here hold no connection
        var limits = device.Of(http, name) is { } known ? Guesses.OfKnown("password", known, name) : Guesses.Of("password", name, address);
        var mayGuess = await guesses.TakeAsync(limits, ct);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.UserName == name, ct);
        // Whoever is unknown or shut out waits as long as everybody, and is answered in the same words.
        var result = passwords.Check(account?.PasswordHash, password ?? "");
        if (!mayGuess || result == PasswordVerificationResult.Failed)
        {
            metrics.Refused(limited: !mayGuess);
            return await PageAsync(
                http,
                returnUrl,
                userName,
                new(
                    $"Adresse oder Passwort stimmen nicht. Nach {Guesses.MostOfPair} Fehlversuchen geht es erst nach 15 Minuten weiter.",
                    $"Address or password is wrong. After {Guesses.MostOfPair} failures you have to wait for 15 minutes."
                )
            );
        }

        await guesses.GiveBackAsync(limits, ct);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            await rounds.RaiseAsync(account!, password!, ct);
        await sessions.BeginAsync(http, account!, [SignInMethods.Password], ct);
        device.Remember(http, name, Shown.Password);
        return Results.LocalRedirect(AccountPages.Local(returnUrl));
    }

    static async Task<IResult> OverviewAsync(HttpContext http, IdentityDb db, SecondStep second, CancellationToken ct)
    {
        var (signedIn, elsewhere) = await second.RequireAsync(http, ct);
        if (signedIn is null)
            return elsewhere!;
        var account = signedIn.Account;
        var slugs = signedIn.Account.Memberships.Select(own => own.TenantSlug).ToList();
        var tenants = await db.Tenants.AsNoTracking().Where(row => slugs.Contains(row.Slug)).ToListAsync(ct);
        return await http.ShowAsync<OverviewPage>(
            new()
            {
                [nameof(OverviewPage.Account)] = account,
                [nameof(OverviewPage.Names)] = tenants.ToDictionary(row => row.Slug, row => row.Description.Name),
                [nameof(OverviewPage.HasCodes)] = await db.CodeSecrets.AnyAsync(row => row.AccountId == account.Id, ct),
                [nameof(OverviewPage.Passkeys)] = await db
                    .Passkeys.AsNoTracking()
                    .Where(row => row.AccountId == account.Id)
                    .OrderBy(row => row.AddedAt)
                    .ToListAsync(ct),
            }
        );
    }

    static Task<IResult> PageAsync(HttpContext http, string? returnUrl, string? userName = null, Text? error = null) =>
        http.ShowAsync<SignInPage>(
            new() { [nameof(SignInPage.ReturnUrl)] = AccountPages.Local(returnUrl), [nameof(SignInPage.UserName)] = userName },
            error
        );
}
