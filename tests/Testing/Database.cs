using System.Globalization;
using Npgsql;

namespace Integrationskonzept.Testing;

/// <summary>SQL past the service, for looking and for breaking things on purpose.</summary>
public static class Database
{
    /// <summary>Runs a statement and returns its first value.</summary>
    public static async Task<object?> ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>As if more time had passed, or less: services go by the system's clock, so it is the rows' times that move.</summary>
    /// <param name="connection">Administrator's.</param>
    /// <param name="table">Of the rows.</param>
    /// <param name="rows">Which, as in a <c>where</c>.</param>
    /// <param name="times">Columns and how far from now, negative in the past; null takes the time away.</param>
    public static Task SetTimesAsync(
        string connection,
        string table,
        string rows,
        params IEnumerable<(string Column, TimeSpan? FromNow)> times
    )
    {
        var columns = times.Select(time =>
            time.FromNow is { } span
                ? string.Create(CultureInfo.InvariantCulture, $"\"{time.Column}\" = now() + interval '{span.TotalSeconds} seconds'")
                : $"\"{time.Column}\" = null"
        );
        return ExecuteAsync(connection, $"update {table} set {string.Join(", ", columns)} where {rows}");
    }
}
