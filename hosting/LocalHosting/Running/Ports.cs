using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

internal static class Ports
{
    /// <summary>Gives each endpoint its port, from below the range that the kernel hands out for outgoing connections.</summary>
    public static void Allocate(IEnumerable<Resource> resources)
    {
        var taken = new HashSet<int>();
        foreach (var (resource, endpoint) in resources.SelectMany(r => r.Endpoints.Select(e => (r, e))))
        {
            if (endpoint.FixedPort is { } wanted && !IsFree(wanted))
                throw new DistributedApplicationException($"{resource.Name} needs port {wanted}, which is in use; free it or choose another (./run --port N).");
            var port = endpoint.FixedPort ?? Random.Shared.Next(20000, 32000);
            while (!taken.Add(port) || !IsFree(port)) port = Random.Shared.Next(20000, 32000);
            endpoint.Port = port;
        }
    }

    private static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
        }
    }
}
