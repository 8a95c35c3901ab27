using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>Row-level security for the tables that belong to tenants.</summary>
public static class RowLevelSecurity
{
    /// <summary>The statements that shut a table: also its owner sees only the rows of <c>app.tenant</c>.</summary>
    public static string Sql(string table) =>
        $"""
            alter table "{table}" enable row level security;
            alter table "{table}" force row level security;
            create policy tenant_isolation on "{table}"
                using (tenant = nullif(current_setting('app.tenant', true), ''))
                with check (tenant = nullif(current_setting('app.tenant', true), ''));
            """;

    /// <summary>Every table of the model that belongs to tenants.</summary>
    public static IReadOnlyList<string> TenantTables(this DbContext db) =>
        [
            .. db
                .Model.GetEntityTypes()
                .Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType))
                .Select(type => type.GetTableName()!)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}

/// <summary>
/// Shuts every table with a column <c>tenant</c> in the migration that creates it, so that nobody can forget to. The outbox alone
/// carries the tenant as data: the relay reads it for all.
/// </summary>
#pragma warning disable EF1001 // the options type is the constructor's own
sealed class TenantIsolatingSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        base.Generate(operation, model, builder, terminate);
        if (operation.Name == "outbox" || operation.Columns.All(column => column.Name != "tenant"))
            return;
        builder.AppendLine(RowLevelSecurity.Sql(operation.Name)).EndCommand();
    }
}
