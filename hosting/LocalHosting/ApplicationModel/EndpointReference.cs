using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of an endpoint.</summary>
public enum EndpointProperty
{
    /// <summary>The whole address.</summary>
    Url,

    /// <summary>The host's name.</summary>
    Host,

    /// <summary>The port.</summary>
    Port,
}

/// <summary>An endpoint of a resource; its address is known once the application starts.</summary>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IValueProvider
{
    /// <summary>The resource that listens.</summary>
    public IResourceWithEndpoints Resource { get; } = owner;

    /// <summary>The endpoint's name.</summary>
    public string EndpointName { get; } = endpointName;

    /// <summary>Whether the address is known.</summary>
    public bool IsAllocated => Endpoint.Port is not null;

    /// <summary>The whole address.</summary>
    public string Url => Endpoint.Url;

    /// <summary>The host's name.</summary>
    public string Host => Endpoint.Host;

    /// <summary>The port.</summary>
    public int Port => Endpoint.AllocatedPort;

    private Endpoint Endpoint => ((Resource)Resource).Endpoint(EndpointName);

    /// <summary>One part of it, for a <see cref="ReferenceExpression"/>.</summary>
    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Url);
}

/// <summary>A part of an endpoint's address.</summary>
public sealed class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property) : IValueProvider
{
    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(property switch
    {
        EndpointProperty.Host => endpointReference.Host,
        EndpointProperty.Port => endpointReference.Port.ToString(CultureInfo.InvariantCulture),
        _ => endpointReference.Url,
    });
}
