namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project of the solution, run from its build output.</summary>
public sealed class ProjectResource : Resource,
    IResourceWithEnvironment, IResourceWithArgs, IResourceWithWaitSupport, IResourceWithServiceDiscovery
{
    internal ProjectResource(string name, string projectPath) : base(name) => ProjectPath = projectPath;

    internal string ProjectPath { get; }
}

/// <summary>A value from configuration (<c>Parameters:name</c>) or from code.</summary>
public sealed class ParameterResource : Resource, IValueProvider
{
    private readonly Func<string?> value;

    internal ParameterResource(string name, Func<string?> value, bool secret) : base(name)
    {
        this.value = value;
        Secret = secret;
    }

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; }

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(value() ??
        throw new DistributedApplicationException($"The parameter {Name} has no value; set Parameters:{Name} (environment: Parameters__{Name})."));
}

/// <summary>A connection string that comes from configuration (<c>ConnectionStrings:name</c>).</summary>
internal sealed class ConnectionStringResource(string name, Func<string?> value) : Resource(name), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression { get; } = new([new ParameterResource($"ConnectionStrings:{name}", value, secret: true)]);
}

/// <summary>A PostgreSQL server with its superuser.</summary>
public sealed class PostgresServerResource : Resource, IResourceWithConnectionString, IResourceWithEndpoints, IResourceWithWaitSupport
{
    internal PostgresServerResource(string name, ParameterResource? userName, ParameterResource password, int? port) : base(name)
    {
        (UserNameParameter, PasswordParameter) = (userName, password);
        Endpoints.Add(new Endpoint("tcp", "tcp", "127.0.0.1", port, null));
        PrimaryEndpoint = new EndpointReference(this, "tcp");
    }

    /// <summary>Where the server listens.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>The superuser's name; <c>postgres</c> when null.</summary>
    public ParameterResource? UserNameParameter { get; }

    /// <summary>The superuser's password.</summary>
    public ParameterResource PasswordParameter { get; }

    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression => new(
        ["Host=", PrimaryEndpoint.Property(EndpointProperty.Host), ";Port=", PrimaryEndpoint.Property(EndpointProperty.Port),
            ";Username=", UserNameParameter ?? (object)"postgres", ";Password=", PasswordParameter]);
}

/// <summary>A database on a PostgreSQL server; created when missing.</summary>
public sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource postgresParentResource)
    : Resource(name), IResourceWithConnectionString
{
    /// <summary>The server.</summary>
    public PostgresServerResource Parent { get; } = postgresParentResource;

    /// <summary>The database's name on the server.</summary>
    public string DatabaseName { get; } = databaseName;

    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression => new([Parent.ConnectionStringExpression, $";Database={DatabaseName}"]);
}

/// <summary>A RabbitMQ broker.</summary>
public sealed class RabbitMQServerResource : Resource, IResourceWithConnectionString, IResourceWithEndpoints, IResourceWithWaitSupport
{
    internal RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password, int? port) : base(name)
    {
        (UserNameParameter, PasswordParameter) = (userName, password);
        Endpoints.Add(new Endpoint("tcp", "tcp", "127.0.0.1", port, null));
        // Erlang's distribution wants a port although nobody joins this node.
        Endpoints.Add(new Endpoint("distribution", "tcp", "127.0.0.1", null, null));
        PrimaryEndpoint = new EndpointReference(this, "tcp");
    }

    /// <summary>Where the broker listens for AMQP.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>The user's name; <c>guest</c> when null.</summary>
    public ParameterResource? UserNameParameter { get; }

    /// <summary>The user's password.</summary>
    public ParameterResource PasswordParameter { get; }

    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression => new(
        ["amqp://", UserNameParameter ?? (object)"guest", ":", PasswordParameter, "@",
            PrimaryEndpoint.Property(EndpointProperty.Host), ":", PrimaryEndpoint.Property(EndpointProperty.Port)]);
}

/// <summary>A place to publish to.</summary>
public sealed class DockerComposeEnvironmentResource(string name) : Resource(name);
