using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Integrationskonzept.ServiceDefaults.Tests.Messaging;

/// <summary>Stands between a service and the broker, so that a test can take the broker away and bring it back.</summary>
sealed class BrokerProxy : IAsyncDisposable
{
    readonly Uri broker;
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<TcpClient, bool> open = [];
    readonly CancellationTokenSource ended = new();
    readonly Task accepting;
    volatile bool isAway;

    public BrokerProxy(string broker)
    {
        this.broker = new(broker);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The broker's address by way of the proxy.</summary>
    public string Address => new UriBuilder(broker) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri.AbsoluteUri;

    /// <summary>Cuts all connections and takes no new ones.</summary>
    public void TakeAway()
    {
        isAway = true;
        foreach (var client in open.Keys) client.Close();
    }

    public void BringBack() => isAway = false;

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
            if (isAway) client.Close();
            else _ = PassOnAsync(client);
        }
    }

    async Task PassOnAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            (open[client], open[server]) = (true, true);
            await server.ConnectAsync(broker.Host, broker.Port, ended.Token);
            var (near, far) = (client.GetStream(), server.GetStream());
            await Task.WhenAny(near.CopyToAsync(far, ended.Token), far.CopyToAsync(near, ended.Token));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException) { }
        finally
        {
            client.Close();
            open.TryRemove(client, out _);
            open.TryRemove(server, out _);
        }
    }
}
