using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>Row-level security for the tables that belong to tenants.</summary>
public static class RowLevelSecurity
{
    /// <summary>The statements that shut a table: also its owner sees only the rows of <c>app.tenant</c>.</summary>
    public static string Sql(string table) => $"""
        alter table "{table}" enable row level security;
        alter table "{table}" force row level security;
        create policy tenant_isolation on "{table}"
            using (tenant = nullif(current_setting('app.tenant', true), ''))
            with check (tenant = nullif(current_setting('app.tenant', true), ''));
        """;

    /// <summary>For migrations: call it for each new tenant-owned table.</summary>
    public static void IsolateTenants(this MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables) migration.Sql(Sql(table));
    }

    /// <summary>Every table of the model that belongs to tenants.</summary>
    public static IReadOnlyList<string> TenantTables(this DbContext db) =>
        [.. db.Model.GetEntityTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType))
            .Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal)];
}
