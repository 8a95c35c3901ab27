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
}
