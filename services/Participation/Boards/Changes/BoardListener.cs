using Npgsql;

namespace Integrationskonzept.Participation.Boards.Changes;

/// <summary>
/// Hears from PostgreSQL which boards have changed, on one connection for the whole process. What is told while it is not connected is
/// looked up as soon as it is again.
/// </summary>
sealed class BoardListener(IConfiguration configuration, BoardFeeds feeds, ILogger<BoardListener> log) : BackgroundService
{
    static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(1);
    const int KeepAliveSeconds = 10;

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
            try
            {
                await ListenAsync(ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(failure, "Changes of boards are not heard at the moment; connecting again");
                await Task.Delay(AgainAfter, ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException) { }
    }

    async Task ListenAsync(CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(ParticipationDb.Service))
        {
            KeepAlive = KeepAliveSeconds,
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Notification += (_, told) => Hear(told.Payload);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"listen {HeldBoard.Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        feeds.WakeAll();
        while (true)
            await connection.WaitAsync(ct);
    }

    void Hear(string payload)
    {
        if (payload.Split('/') is [var tenant, var id] && Guid.TryParse(id, out var board))
            feeds.Wake(tenant, board);
    }
}
