using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.Identity.SecondFactors;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>
/// Where people ask to be forgotten: what goes and what stays, the password once more, a box to tick. And how far it is, which needs no
/// sign-in, as there is nobody left who could.
/// </summary>
static class ErasurePages
{
    public static void MapErasure(this RouteGroupBuilder account)
    {
        account.MapGet(
            "erasure",
            async (HttpContext http, SecondStep second, CancellationToken ct) =>
                await second.RequireAsync(http, ct) is var (signedIn, elsewhere) && signedIn is null
                    ? elsewhere!
                    : await PageAsync(http, signedIn.Account.UserName)
        );
        account.MapPost("erasure", EraseAsync);
        account.MapGet("erasures/{id:guid}", ShowAsync);
    }

    static async Task<IResult> EraseAsync(
        HttpContext http,
        [FromForm] string? password,
        [FromForm] string? confirm,
        SecondStep second,
        Passwords passwords,
        Guesses guesses,
        Sessions sessions,
        Eraser eraser,
        TenantContext tenant,
        IdentityDb db,
        CancellationToken ct
    )
    {
        var (signedIn, elsewhere) = await second.RequireAsync(http, ct);
        if (signedIn is null)
            return elsewhere!;
        var account = signedIn.Account;
        if (confirm != "yes")
            return await PageAsync(
                http,
                account.UserName,
                new("Setzen Sie den Haken, wenn Sie Ihr Konto löschen wollen.", "Tick the box if you want to erase your account.")
            );
        var limits = Guesses.OfKnown("password", $"session {signedIn.Session.Id}", account.UserName);
        var mayGuess = await guesses.TakeAsync(limits, ct);
        if (!await passwords.MatchesAsync(account.PasswordHash, password ?? "", CallerAddress.Of(http), ct) || !mayGuess)
            return await PageAsync(http, account.UserName, new("Das Passwort stimmt nicht.", "The password is wrong."));
        await guesses.GiveBackAsync(limits, ct);
        Guid id;
        try
        {
            tenant.Enter(AccountNotices.OfNoLandkreis);
            id = await eraser.EraseAsync(account.Id, ct);
        }
        catch (NotFoundProblem)
        {
            // Sent twice: the first was quicker.
            if (await OpenErasureOfAsync(db, account.Id, ct) is not { } open)
                throw;
            id = open;
        }
        catch (ConflictProblem stays)
        {
            return await PageAsync(http, account.UserName, stays.Detail);
        }
        await sessions.EndAsync(http, ct);
        return Results.LocalRedirect($"/account/erasures/{id}");
    }

    static Task<Guid?> OpenErasureOfAsync(IdentityDb db, Guid account, CancellationToken ct) =>
        db
            .Erasures.AsNoTracking()
            .Where(row => row.Person == account)
            .OrderByDescending(row => row.Id)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(ct);

    static async Task<IResult> ShowAsync(Guid id, HttpContext http, IdentityDb db, CancellationToken ct)
    {
        var erasure =
            await db.Erasures.AsNoTracking().Include(row => row.Receipts).SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw new NotFoundProblem();
        return await http.ShowAsync<ErasedPage>(
            new()
            {
                [nameof(ErasedPage.Done)] = erasure.CompletedAt is not null,
                [nameof(ErasedPage.Receipts)] = erasure.Receipts.Count,
                [nameof(ErasedPage.Services)] = ErasureRequest.Services.Count,
                [nameof(ErasedPage.Address)] = $"/account/erasures/{id}",
            }
        );
    }

    static Task<IResult> PageAsync(HttpContext http, string userName, Text? error = null) =>
        http.ShowAsync<ErasurePage>(new() { [nameof(ErasurePage.UserName)] = userName }, error);
}
