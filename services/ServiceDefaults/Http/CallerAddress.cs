using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>Where a request comes from, as limits count it.</summary>
public static class CallerAddress
{
    /// <summary>Of IPv6 the network, as one subscriber has all of it.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"{new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]])}/64"
            : address.ToString();
    }
}
