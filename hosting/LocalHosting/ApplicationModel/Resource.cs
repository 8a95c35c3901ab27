namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something that AppHost.cs names: a service, a server, a database, a parameter.</summary>
public interface IResource
{
    /// <summary>The unique name.</summary>
    string Name { get; }
}

/// <summary>A resource whose environment variables can be set.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that takes command-line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens somewhere.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that can wait for others before it starts.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that others find by its name over HTTP.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource that others reach by a connection string.</summary>
public interface IResourceWithConnectionString : IResource, IValueProvider
{
    /// <summary>How the connection string is put together.</summary>
    ReferenceExpression ConnectionStringExpression { get; }

    /// <summary>The connection string, once ports are allocated.</summary>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ConnectionStringExpression.GetValueAsync(cancellationToken);

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetConnectionStringAsync(cancellationToken);
}

/// <summary>A value that may be known only once the application starts.</summary>
public interface IValueProvider
{
    /// <summary>The value.</summary>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>What all resources share.</summary>
public abstract class Resource(string name) : IResource
{
    /// <inheritdoc />
    public string Name { get; } = name;

    internal List<Wait> Waits { get; } = [];
    internal List<KeyValuePair<string, object>> Variables { get; } = [];
    internal List<string> Arguments { get; } = [];
    internal List<Endpoint> Endpoints { get; } = [];
    internal HealthCheck? Health { get; set; }
    internal bool KeepsData { get; set; }

    internal Endpoint Endpoint(string endpointName) => Endpoints.Find(e => e.Name == endpointName)
        ?? throw new DistributedApplicationException($"The resource {Name} has no endpoint called {endpointName}.");
}

internal sealed record HealthCheck(string Path, int Status, string EndpointName);

internal enum WaitKind { Healthy, Started, Completed }

internal sealed record Wait(Resource On, WaitKind Kind, int ExitCode = 0);

internal sealed class Endpoint(string name, string scheme, string host, int? port, string? variable)
{
    public string Name => name;
    public string Scheme => scheme;
    public string Host => host;
    public int? FixedPort => port;
    public string? Variable => variable;
    public int? Port { get; set; }
    public int AllocatedPort => Port ?? throw new InvalidOperationException($"The endpoint {name} gets its port when the application starts.");
    public string Url => $"{scheme}://{host}:{AllocatedPort}";
}
