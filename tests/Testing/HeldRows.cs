using Npgsql;

namespace Integrationskonzept.Testing;

/// <summary>Rows that a test keeps others from until it is disposed of: so something can happen between two steps.</summary>
public sealed class HeldRows : IAsyncDisposable
{
    readonly NpgsqlDataSource source;
    readonly NpgsqlConnection connection;
    readonly NpgsqlTransaction transaction;

    HeldRows(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (this.source, this.connection, this.transaction) = (source, connection, transaction);

    /// <summary>Locks what a <c>select … for update</c> finds.</summary>
    public static async Task<HeldRows> HoldAsync(string connectionString, string select)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        var connection = await source.OpenConnectionAsync();
        var held = new HeldRows(source, connection, await connection.BeginTransactionAsync());
        await using var command = new NpgsqlCommand(select, connection);
        return await command.ExecuteScalarAsync() is not null ? held : throw new InvalidOperationException($"Nothing to hold: {select}");
    }

    /// <summary>Until so many wait for the rows, also those who wait behind others who do.</summary>
    public Task BlocksAsync(int waiting = 1) =>
        Eventually.TrueAsync(
            async () =>
            {
                await using var command = source.CreateCommand(
                    """
                    with recursive behind(pid) as (
                        select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))
                        union select other.pid from pg_stat_activity as other, behind where behind.pid = any(pg_blocking_pids(other.pid))
                    )
                    select count(*) from behind
                    """
                );
                command.Parameters.Add(new() { Value = connection.ProcessID });
                return await command.ExecuteScalarAsync() is long count && count >= waiting;
            },
            $"{waiting} wait for what is held"
        );

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }
}
