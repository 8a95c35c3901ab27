using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Integrationskonzept.AppHost.Servers;

/// <summary>
/// Whether this machine runs containers: a client alone is none. <c>Servers=containers|debian</c> in the configuration overrides.
/// </summary>
static class ContainerRuntime
{
    static readonly Lazy<bool> Found = new(() => InfoSucceeds("docker") || InfoSucceeds("podman"));

    public static bool Answers(IConfiguration configuration) =>
        configuration["Servers"] switch
        {
            "containers" => true,
            "debian" => false,
            _ => Found.Value,
        };

    static bool InfoSucceeds(string client)
    {
        try
        {
            using var info = Process.Start(
                new ProcessStartInfo(client, "info") { RedirectStandardOutput = true, RedirectStandardError = true }
            )!;
            _ = info.StandardOutput.ReadToEndAsync();
            _ = info.StandardError.ReadToEndAsync();
            if (info.WaitForExit(TimeSpan.FromSeconds(10)))
                return info.ExitCode == 0;
            info.Kill();
            return false;
        }
        catch (Win32Exception) // it is not installed
        {
            return false;
        }
    }
}
