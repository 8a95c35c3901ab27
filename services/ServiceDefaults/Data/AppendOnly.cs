namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>
/// Tables to which the service's role adds and from which it reads, and no more. Their comment says so, as the migration step, which grants
/// rights table by table, does not know the model; the service refuses to start where it could change one.
/// </summary>
public static class AppendOnly
{
    /// <summary>The comment of such a table.</summary>
    public const string Mark = "append-only";

    /// <summary>Takes the right to change or delete rows from a role, after it was given all.</summary>
    internal static string Sql(string quotedRole) =>
        $"""
            do $append$ declare kept regclass; begin
                for kept in select oid::regclass from pg_class
                    where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') = '{Mark}'
                loop
                    execute format('revoke update, delete, truncate on %s from {quotedRole.Replace(
                "'",
                "''",
                StringComparison.Ordinal
            )}', kept);
                end loop;
            end $append$;
            """;
}
