using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.SignIn;

/// <summary>Forgets sessions and guesses that are over, and invitations that nobody accepted.</summary>
sealed class SignInHousekeeping(WorkTools tools) : Housekeeping(tools, TimeSpan.FromMinutes(10))
{
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using (var scope = NewScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var now = Now;
            await ForgetAsync(
                null,
                async () =>
                    await db.Sessions.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(ct)
                    + await db.Guesses.Where(row => row.Until <= now).ExecuteDeleteAsync(ct)
            );
        }
        await ForgetOfEachTenantAsync(
            services =>
            {
                var db = services.GetRequiredService<IdentityDb>();
                var now = Now;
                return db.Invitations.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(ct);
            },
            ct
        );
    }
}
