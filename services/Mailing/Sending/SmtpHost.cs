using System.Net;
using System.Net.Sockets;
using Integrationskonzept.Mailing.Messages;

namespace Integrationskonzept.Mailing.Sending;

/// <summary>
/// Connects to servers that tenants have named: to public addresses only, unless the configuration says otherwise, and to the very
/// address that was checked, so that a name can't lead elsewhere a moment later.
/// </summary>
static class SmtpHost
{
    public static async Task<Socket> ConnectAsync(SmtpServer server, bool allowPrivate, CancellationToken ct)
    {
        var addresses = IPAddress.TryParse(server.Host, out var one) ? [one] : await Dns.GetHostAddressesAsync(server.Host, ct);
        var allowed = allowPrivate ? addresses : [.. addresses.Where(IsPublic)];
        if (allowed.Length == 0)
            throw new HostNotAllowed();
        Exception? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, server.Port, ct);
                return socket;
            }
            catch (Exception failure)
            {
                socket.Dispose();
                if (failure is not SocketException)
                    throw;
                last = failure;
            }
        }
        throw last!;
    }

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (
            IPAddress.IsLoopback(address)
            || address.IsIPv6LinkLocal
            || address.IsIPv6SiteLocal
            || address.IsIPv6UniqueLocal
            || address.IsIPv6Multicast
        )
            return false;
        var bytes = address.GetAddressBytes();
        // Tunnels to IPv4 (NAT64, 6to4, Teredo) could lead anywhere.
        if (bytes.Length == 16)
            return (bytes[0] & 0xe0) == 0x20
                && !(bytes[0] == 0x20 && bytes[1] is 0x02)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        return bytes[0] switch
        {
            0 or 10 or 127 or >= 224 => false,
            100 => bytes[1] is < 64 or > 127,
            169 => bytes[1] != 254,
            172 => bytes[1] is < 16 or > 31,
            192 => bytes[1] != 168 && !(bytes[1] == 0 && bytes[2] is 0 or 2),
            198 => bytes[1] is not (18 or 19),
            _ => true,
        };
    }
}
