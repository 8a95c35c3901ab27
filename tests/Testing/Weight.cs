using System.Text.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.Testing;

/// <summary>How large a message is.</summary>
public static class Weight
{
    /// <summary>What no message of a large fact may exceed: the items of one part, and what all parts repeat.</summary>
    public const int Most = 192 * 1024;

    /// <summary>Bytes of its body.</summary>
    public static int Of(IntegrationEvent message) =>
        JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), JsonColumn.Options).Length;
}
