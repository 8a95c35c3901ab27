using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Integrationskonzept.ServiceDefaults.Tests;

/// <summary>
/// Stands between a service and a server (the broker, the database), so that a test can take it away, let it hang, and bring it back.
/// </summary>
sealed class ServerProxy : IAsyncDisposable
{
    readonly Uri server;
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<TcpClient, bool> open = [];
    readonly CancellationTokenSource ended = new();
    readonly Task accepting;
    volatile bool isAway,
        hangs;

    public ServerProxy(string server)
    {
        this.server = new(server);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The server's address by way of the proxy.</summary>
    public string Address =>
        new UriBuilder(server) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }
            .Uri
            .AbsoluteUri;

    /// <summary>Cuts all connections and takes no new ones.</summary>
    public void TakeAway()
    {
        isAway = true;
        foreach (var client in open.Keys)
            client.Close();
    }

    /// <summary>Keeps all connections and takes new ones, and passes nothing on.</summary>
    public void Hang() => hangs = true;

    public void BringBack() => isAway = hangs = false;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        TakeAway();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(ended.Token);
            if (isAway)
                client.Close();
            else
                _ = PassOnAsync(client);
        }
    }

    async Task PassOnAsync(TcpClient client)
    {
        using var far = new TcpClient();
        try
        {
            (open[client], open[far]) = (true, true);
            await far.ConnectAsync(server.Host, server.Port, ended.Token);
            await Task.WhenAny(CopyAsync(client.GetStream(), far.GetStream()), CopyAsync(far.GetStream(), client.GetStream()));
        }
        catch (Exception cut)
            when (cut
                    is IOException
                        or SocketException
                        or ObjectDisposedException
                        or OperationCanceledException
                        or InvalidOperationException
            ) { }
        finally
        {
            client.Close();
            open.TryRemove(client, out _);
            open.TryRemove(far, out _);
        }
    }

    async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, ended.Token)) > 0; )
        {
            while (hangs)
                await Task.Delay(50, ended.Token);
            await to.WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }
}
