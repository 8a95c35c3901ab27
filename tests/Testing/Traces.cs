using System.Text;
using Npgsql;

namespace Integrationskonzept.Testing;

/// <summary>Looks through every table of a database, whatever its columns are, for what leads to a person.</summary>
public static class Traces
{
    /// <summary>Tables that hold one of the words in any column of any row, also in bytes; with how many rows do.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(string connection, params IEnumerable<string> words)
    {
        // A row as text has all its columns; bytes stand in it as hexadecimal digits.
        var patterns = words
            .SelectMany(word => new[] { word, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)) })
            .Select(word => $"%{word.Replace("_", @"\_", StringComparison.Ordinal)}%")
            .ToArray();
        await using var source = NpgsqlDataSource.Create(connection);
        var found = new List<string>();
        foreach (var table in await TablesAsync(source))
        {
            await using var command = source.CreateCommand($"select count(*) from {table} as looked where looked::text ilike any ($1)");
            command.Parameters.Add(new() { Value = patterns });
            if (await command.ExecuteScalarAsync() is long and > 0L and var rows)
                found.Add($"{table}: {rows}");
        }
        return found;
    }

    /// <summary>All tables that are ours.</summary>
    static async Task<IReadOnlyList<string>> TablesAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1
            """
        );
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await rows.ReadAsync())
            tables.Add(rows.GetString(0));
        return tables.Count > 0 ? tables : throw new InvalidOperationException("There is no table to look into.");
    }
}
