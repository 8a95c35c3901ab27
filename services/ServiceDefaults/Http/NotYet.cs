namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>What nobody has set has the version 0: so of two who set it first, one learns of the other.</summary>
public sealed class NotYet : IVersioned
{
    /// <inheritdoc/>
    public int Version => 0;
}
