using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Walkthrough.Api;

/// <summary>What an update says of the version that was read, so that nobody overwrites what they have not seen.</summary>
static class Versions
{
    /// <summary>For what nobody has set before.</summary>
    public static void New(RequestConfiguration<DefaultQueryParameters> request) => request.Headers.Add("If-None-Match", "*");

    public static Action<RequestConfiguration<DefaultQueryParameters>> Seen(int? version) =>
        request => request.Headers.Add("If-Match", $"\"{version}\"");

    /// <summary>What can be read before anybody has set it has version 0 until then.</summary>
    public static Action<RequestConfiguration<DefaultQueryParameters>> SeenOrNew(int? version) => version == 0 ? New : Seen(version);
}
