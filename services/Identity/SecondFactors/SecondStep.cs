using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Operators;
using Integrationskonzept.Identity.Pages;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SecondFactors;

static class SecondFactorSetup
{
    public static void AddSecondFactors(this IServiceCollection services) =>
        services.AddSingleton<PasskeyCeremonies>().AddSingleton<OneTimeCodes>().AddScoped<SecondStep>();
}

/// <summary>Whether a password is enough.</summary>
sealed class SecondStep(IdentityDb db, Sessions sessions, OperatorSettings operators)
{
    /// <summary>Where the person has to go before they are signed in wholly; null if they are.</summary>
    public async Task<string?> MissingAsync(SignedIn signedIn, CancellationToken ct)
    {
        if (signedIn.Session.HasSecondFactor)
            return null;
        if (await IsSetUpAsync(signedIn.Account, ct))
            return "/account/code";
        return await IsDemandedOfAsync(signedIn.Account, ct) ? "/account/code/set-up" : null;
    }

    /// <summary>Who is signed in wholly, or where to send the browser instead.</summary>
    public async Task<(SignedIn? SignedIn, IResult? Elsewhere)> RequireAsync(HttpContext http, CancellationToken ct)
    {
        if (await sessions.FindAsync(http, ct) is not { } signedIn)
            return (null, http.ToSignIn());
        return await MissingAsync(signedIn, ct) is { } step ? (null, To(step, http)) : (signedIn, null);
    }

    /// <summary>Who may set up a factor: with a password alone only while there is nothing else to ask for.</summary>
    public async Task<(SignedIn? SignedIn, IResult? Elsewhere)> MaySetUpAsync(HttpContext http, CancellationToken ct)
    {
        if (await sessions.FindAsync(http, ct) is not { } signedIn)
            return (null, http.ToSignIn());
        return !signedIn.Session.HasSecondFactor && await IsSetUpAsync(signedIn.Account, ct)
            ? (null, To("/account/code", http))
            : (signedIn, null);
    }

    /// <summary>To that step, and back here after it.</summary>
    public static IResult To(string step, HttpContext http) =>
        Results.LocalRedirect($"{step}?returnUrl={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");

    /// <summary>One change of an account's second factors at a time, whole or not at all.</summary>
    public Task<int> UnderLockAsync(Account account, Func<Task<int>> change, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.Database.ExecuteSqlAsync($"select id from accounts where id = {account.Id} for update", ct);
                return await change();
            },
            ct
        );

    public async Task<bool> IsSetUpAsync(Account account, CancellationToken ct) =>
        await db.CodeSecrets.AnyAsync(row => row.AccountId == account.Id, ct)
        || await db.Passkeys.AnyAsync(row => row.AccountId == account.Id, ct);

    /// <summary>By a Landkreis in which the account has a role of staff, or by the platform of who runs it.</summary>
    public async Task<bool> IsDemandedOfAsync(Account account, CancellationToken ct)
    {
        if (account.IsOperator && operators.NeedSecondFactor)
            return true;
        var slugs = account.Memberships.Where(own => Roles.OfStaff.Contains(own.Role)).Select(own => own.TenantSlug).Distinct().ToList();
        return (await db.Tenants.AsNoTracking().Where(row => slugs.Contains(row.Slug)).Select(row => row.Rules).ToListAsync(ct)).Any(
            rules => rules.SecondFactor
        );
    }
}
