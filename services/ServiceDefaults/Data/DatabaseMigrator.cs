using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>
/// The migration step: makes the database and its two roles where an administrator's connection is given (development), migrates as
/// the role that owns the schema, and lets the service's role read and write rows, nothing else.
/// </summary>
public sealed class DatabaseMigrator(string name, IConfiguration configuration, ILogger log)
{
    /// <summary>Brings the database up to date.</summary>
    /// <exception cref="InvalidOperationException">Another version made it, which this one doesn't follow; nothing was changed.</exception>
    public async Task MigrateAsync<TDb>(Func<string, TDb> open, CancellationToken ct)
        where TDb : DbContext
    {
        var migrator = new NpgsqlConnectionStringBuilder(Connection("-migrator"));
        var app = new NpgsqlConnectionStringBuilder(Connection(""));
        if (configuration.GetConnectionString($"{name}-admin") is { Length: > 0 } admin)
            await MakeRolesAsync(admin, migrator, app, ct);

        var pending = await PendingAsync(migrator.ConnectionString, typeof(TDb).Assembly, ct);
        if (pending.Length > 0)
        {
            await using var db = open(migrator.ConnectionString);
            await db.Database.MigrateAsync(ct);
        }
        await ExecuteAsync(
            migrator.ConnectionString,
            $"""
            grant usage on schema public to {Quote(app)};
            grant select, insert, update, delete on all tables in schema public to {Quote(app)};
            grant usage, select on all sequences in schema public to {Quote(app)};
            {AppendOnly.Sql(Quote(app))}
            """,
            ct
        );
        log.LogInformation("Database {Database} is up to date; {Count} migrations applied", name, pending.Length);
    }

    /// <summary>Without EF's model, which costs more than all the rest of a start that has nothing to migrate.</summary>
    async Task<string[]> PendingAsync(string connectionString, Assembly assembly, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("""select migration_id from "__EFMigrationsHistory" order by migration_id""");
        var applied = new List<string>();
        try
        {
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                applied.Add(rows.GetString(0));
        }
        catch (PostgresException none) when (none.SqlState == PostgresErrorCodes.UndefinedTable) { }

        string[] known = [.. assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];
        return applied.Except(known).LastOrDefault() is not { } unknown
            ? [.. known.Except(applied)]
            : throw new InvalidOperationException(
                $"The database {name} is of another version than this service, which does not know its migration {unknown}. Start the "
                    + "version that made it, or restore a backup; on a developer's machine ./run --reset drops all data."
            );
    }

    string Connection(string suffix) =>
        configuration.GetConnectionString(name + suffix)
        ?? throw new InvalidOperationException($"ConnectionStrings:{name}{suffix} is not configured.");

    static async Task MakeRolesAsync(
        string admin,
        NpgsqlConnectionStringBuilder migrator,
        NpgsqlConnectionStringBuilder app,
        CancellationToken ct
    )
    {
        await MakeDatabaseAsync(new(admin), ct);
        foreach (var role in new[] { migrator, app })
            await ExecuteAsync(
                admin,
                $"""
                do $$ begin
                    if not exists (select from pg_roles where rolname = {Literal(role.Username!)}) then create role {Quote(role)}; end if;
                end $$;
                alter role {Quote(role)} login nosuperuser nobypassrls nocreatedb nocreaterole password {Literal(role.Password!)};
                """,
                ct
            );
        await ExecuteAsync(
            admin,
            $"""
            alter database {Quote(migrator.Database!)} owner to {Quote(migrator)};
            revoke all on database {Quote(migrator.Database!)} from public;
            grant connect on database {Quote(migrator.Database!)} to {Quote(app)};
            """,
            ct
        );
    }

    static async Task MakeDatabaseAsync(NpgsqlConnectionStringBuilder admin, CancellationToken ct)
    {
        var database = admin.Database!;
        admin.Database = "postgres";
        try
        {
            await ExecuteAsync(admin.ConnectionString, $"create database {Quote(database)}", ct);
        }
        catch (PostgresException exists) when (exists.SqlState == PostgresErrorCodes.DuplicateDatabase) { }
        // No service looks into a database that is not its own, nor into those that every server has. One at a time: services migrate side
        // by side.
        await ExecuteAsync(
            admin.ConnectionString,
            """
            do $$ begin
                perform pg_advisory_xact_lock(hashtext('integrationskonzept'));
                if has_database_privilege('public', 'postgres', 'connect') then revoke all on database postgres from public; end if;
                if has_database_privilege('public', 'template1', 'connect') then revoke all on database template1 from public; end if;
            end $$
            """,
            ct
        );
    }

    static async Task ExecuteAsync(string connectionString, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    static string Quote(NpgsqlConnectionStringBuilder role) => Quote(role.Username!);

    static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
