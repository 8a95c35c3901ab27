using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>
/// Refuses to start where the database would not keep tenants apart: a role that could see past the policies, or a table without
/// one; or where it could change what is only added to.
/// </summary>
sealed class RowLevelSecurityGuard(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var tables = db.TenantTables().ToArray();

        var mighty = await db
            .Database.SqlQuery<bool>($"select rolsuper or rolbypassrls as \"Value\" from pg_roles where rolname = current_user")
            .SingleAsync(ct);
        if (mighty)
            throw new InvalidOperationException(
                "The service's database role could bypass row-level security. Connect as the role <service>_app."
            );

        var open = await db
            .Database.SqlQuery<string>(
                $"""
                select wanted as "Value" from unnest({tables}) as wanted
                left join pg_class on pg_class.oid = to_regclass(quote_ident(wanted))
                where not coalesce(relrowsecurity and relforcerowsecurity and relowner <> (select oid from pg_roles
                    where rolname = current_user)
                    and exists (select from pg_policy where polrelid = pg_class.oid), false)
                """
            )
            .ToListAsync(ct);
        if (open.Count > 0)
            throw new InvalidOperationException(
                $"Without row-level security: {string.Join(", ", open)}. Run the migrations; a table that belongs to "
                    + "tenants has a column tenant."
            );

        var changeable = await db
            .Database.SqlQuery<string>(
                $"""
                select relname as "Value" from pg_class
                where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') = {AppendOnly.Mark}
                    and has_table_privilege(oid, 'update, delete, truncate')
                """
            )
            .ToListAsync(ct);
        if (changeable.Count > 0)
            throw new InvalidOperationException(
                $"The service's database role could change what is only added to: {string.Join(", ", changeable)}. Run the migration step."
            );
    }

    public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
}
