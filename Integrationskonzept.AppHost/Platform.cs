using Integrationskonzept.AppHost.Servers;

namespace Integrationskonzept.AppHost;

/// <summary>What every service with a database stands on: PostgreSQL, RabbitMQ, its two roles, its migrations, its tokens.</summary>
sealed class Platform
{
    readonly IDistributedApplicationBuilder builder;
    readonly DevelopmentSecrets secrets;
    readonly List<IResourceBuilder<ProjectResource>> services = [];
    readonly Server? postgres;
    readonly Server? rabbit;
    readonly IReadOnlyDictionary<string, IResourceBuilder<ParameterResource>> brokerPasswords =
        new Dictionary<string, IResourceBuilder<ParameterResource>>();
    readonly IResourceBuilder<ParameterResource>? publicUrl;
    IResourceBuilder<ProjectResource>? gateway;
    IResourceBuilder<ProjectResource>? identity;

    public Platform(IDistributedApplicationBuilder builder, DevelopmentSecrets secrets, StateFolder? state)
    {
        (this.builder, this.secrets) = (builder, secrets);
        if (state is null)
        {
            // Published: the platform team runs the servers; databases, roles and broker come in as connection strings.
            publicUrl = builder
                .AddParameter("public-url")
                .WithDescription("The gateway's address as everybody outside sees it: issuer of tokens, start of links.");
            return;
        }

        postgres = Server.AddPostgres(builder, state, secrets.Password("postgres-password", "PostgreSQL's administrator."));
        brokerPasswords = secrets.BrokerPasswords();
        rabbit = Server.AddRabbitMQ(builder, state, secrets.Password("rabbitmq-password", "The broker's administrator."), brokerPasswords);
    }

    /// <summary>The services with a database, in the order in which they were added.</summary>
    public IReadOnlyList<IResourceBuilder<ProjectResource>> Services => services;

    /// <summary>RabbitMQ as its administrator; none where the platform team runs it.</summary>
    public IResourceWithConnectionString? Broker => rabbit?.Resource.Resource;

    /// <summary>PostgreSQL as its administrator; none where the platform team runs it.</summary>
    public IResourceWithConnectionString? Database => postgres?.Resource.Resource;

    /// <summary>The one address that people and integrations use.</summary>
    public void IsReachedThrough(IResourceBuilder<ProjectResource> door) => gateway = door;

    /// <summary>The service whose tokens all others accept.</summary>
    public void TokensComeFrom(IResourceBuilder<ProjectResource> issuer) => identity = issuer;

    /// <summary>A service with a database and a user at the broker of its own.</summary>
    public IResourceBuilder<ProjectResource> AddService<TProject>(string name, string icon)
        where TProject : IProjectMetadata, new()
    {
        var service = AddWithDatabase<TProject>(name, icon);
        if (rabbit is null)
            service.WithReference(
                Given($"{name}-rabbitmq", $"The broker as the user {name}: amqp://{name}:…; see docs/operations."),
                "rabbitmq"
            );
        else
            service.WithEnvironment("ConnectionStrings__rabbitmq", rabbit.BrokerAs(name, brokerPasswords[name])).WaitFor(rabbit.Resource);
        if (identity is not null)
            service.WithReference(identity).WithEnvironment("Identity__Url", identity.GetEndpoint("http"));
        else
            service.WithEnvironment("Identity__Url", service.GetEndpoint("http"));
        TellPublicUrl(service);
        services.Add(service);
        return service;
    }

    /// <summary>A process with a database of its own, which its migrations bring up to date before it starts.</summary>
    public IResourceBuilder<ProjectResource> AddWithDatabase<TProject>(string name, string icon)
        where TProject : IProjectMetadata, new()
    {
        var service = AddHttp<TProject>(name, icon);
        var migrations = builder
            .AddBuilt<TProject>($"{name}-migrations")
            .WithArgs("migrate")
            .WithIconName("DatabaseArrowUp")
            .WithParentRelationship(service)
            .WithHiddenOnCompletion(0);
        if (postgres is null)
        {
            // Named apart from the service, which has its name already.
            var app = Given($"{name}-db", $"The database of {name} as the role that reads and writes rows and owns nothing.");
            service.WithReference(app, name);
            migrations
                .WithReference(app, name)
                .WithReference(
                    Given($"{name}-migrator-db", $"The database of {name} as the role that owns the schema."),
                    $"{name}-migrator"
                );
        }
        else
        {
            var app = As($"{name}_app", secrets.Password($"{name}-app-password", $"The role that {name} reads and writes as."), name);
            var migrator = As(
                $"{name}_migrator",
                secrets.Password($"{name}-migrator-password", $"The role that owns the schema of {name}."),
                name
            );
            service.WithEnvironment($"ConnectionStrings__{name}", app);
            migrations
                .WithEnvironment($"ConnectionStrings__{name}", app)
                .WithEnvironment($"ConnectionStrings__{name}-migrator", migrator)
                .WithEnvironment($"ConnectionStrings__{name}-admin", ReferenceExpression.Create($"{postgres.Resource};Database={name}"))
                .WaitFor(postgres.Resource);
        }
        return service.WaitForCompletion(migrations);
    }

    /// <summary>A process that answers over HTTP and says itself how it is.</summary>
    public IResourceBuilder<ProjectResource> AddHttp<TProject>(string name, string icon, int? port = null)
        where TProject : IProjectMetadata, new()
    {
        var project = builder.AddBuilt<TProject>(name).WithIconName(icon).WithHttpEndpoint(port: port);
        return builder.ExecutionContext.IsPublishMode
            ? project.DisableForwardedHeaders().WithHttpProbe(ProbeType.Readiness, "/ready").WithHttpProbe(ProbeType.Liveness, "/alive")
            // One process listens on it, so nothing has to stand before it.
            : project
                .WithEndpoint("http", endpoint => endpoint.IsProxied = false)
                .WithUrlForEndpoint("http", _ => new() { Url = "/health", DisplayText = "Health" })
                .WithReportedHealth();
    }

    /// <summary>What links and tokens name as this system's address.</summary>
    public void TellPublicUrl(IResourceBuilder<ProjectResource> project)
    {
        if (publicUrl is not null)
            project.WithEnvironment("Platform__PublicUrl", publicUrl);
        else
            project.WithEnvironment("Platform__PublicUrl", gateway!.GetEndpoint("http"));
    }

    /// <summary>A connection string that the platform team gives.</summary>
    IResourceBuilder<IResourceWithConnectionString> Given(string name, string description)
    {
        var given = builder.AddConnectionString(name);
        if (given.Resource is ParameterResource parameter)
            parameter.Description = description;
        return given;
    }

    ReferenceExpression As(string role, IResourceBuilder<ParameterResource> password, string database)
    {
        var (host, port) = (postgres!.Endpoint.Property(EndpointProperty.Host), postgres.Endpoint.Property(EndpointProperty.Port));
        return ReferenceExpression.Create($"Host={host};Port={port};Username={role};Password={password.Resource};Database={database}");
    }
}
