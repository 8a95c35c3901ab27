namespace Integrationskonzept.AppHost;

/// <summary>What every service with a database stands on: PostgreSQL, RabbitMQ, its two roles, its migrations, its tokens.</summary>
internal sealed class Platform
{
    private readonly IDistributedApplicationBuilder builder;
    private readonly DevelopmentSecrets secrets;
    private readonly IResourceBuilder<PostgresServerResource>? postgres;
    private readonly IResourceBuilder<RabbitMQServerResource>? rabbit;
    private readonly IResourceBuilder<IResourceWithConnectionString> broker;
    private readonly IResourceBuilder<ParameterResource>? publicUrl;
    private IResourceBuilder<ProjectResource>? gateway;
    private IResourceBuilder<ProjectResource>? identity;

    public Platform(IDistributedApplicationBuilder builder, DevelopmentSecrets secrets)
    {
        (this.builder, this.secrets) = (builder, secrets);
        if (builder.ExecutionContext.IsPublishMode)
        {
            // The platform team runs the servers; databases, roles and broker come in as connection strings.
            broker = builder.AddConnectionString("rabbitmq");
            publicUrl = builder.AddParameter("public-url");
            return;
        }

        postgres = builder.AddPostgres("postgres", password: secrets.Password("postgres-password")).WithDataVolume();
        broker = rabbit = builder.AddRabbitMQ("rabbitmq", builder.AddParameter("rabbitmq-user", "integrationskonzept"), secrets.Password("rabbitmq-password"))
            .WithDataVolume();
    }

    /// <summary>The one address that people and integrations use.</summary>
    public void IsReachedThrough(IResourceBuilder<ProjectResource> door) => gateway = door;

    /// <summary>The service whose tokens all others accept.</summary>
    public void TokensComeFrom(IResourceBuilder<ProjectResource> issuer) => identity = issuer;

    /// <summary>A service with a database of its own, which its migrations bring up to date before it starts.</summary>
    public IResourceBuilder<ProjectResource> AddService(string name, string project)
    {
        var path = $"../services/{project}/{project}.csproj";
        var service = builder.AddProject(name, path).WithHttpEndpoint().WithHttpHealthCheck("/health").WithReference(broker, "rabbitmq");
        var migrations = builder.AddProject($"{name}-migrations", path).WithArgs("migrate");
        if (postgres is not null)
        {
            var database = postgres.AddDatabase($"{name}-db", name);
            var app = As($"{name}_app", secrets.Password($"{name}-app-password"), name);
            service.WithEnvironment($"ConnectionStrings__{name}", app);
            migrations.WithEnvironment($"ConnectionStrings__{name}", app)
                .WithEnvironment($"ConnectionStrings__{name}-migrator", As($"{name}_migrator", secrets.Password($"{name}-migrator-password"), name))
                .WithReference(database, $"{name}-admin")
                .WaitFor(database);
        }
        else
        {
            var app = builder.AddConnectionString(name);
            service.WithReference(app);
            migrations.WithReference(app).WithReference(builder.AddConnectionString($"{name}-migrator"));
        }

        service.WaitForCompletion(migrations);
        if (rabbit is not null) service.WaitFor(rabbit);
        if (identity is not null) service.WithReference(identity).WithEnvironment("Identity__Url", identity.GetEndpoint("http"));
        else service.WithEnvironment("Identity__Url", service.GetEndpoint("http"));
        TellPublicUrl(service);
        return service;
    }

    /// <summary>What links and tokens name as this system's address.</summary>
    public void TellPublicUrl(IResourceBuilder<ProjectResource> project)
    {
        if (publicUrl is not null) project.WithEnvironment("Platform__PublicUrl", publicUrl);
        else project.WithEnvironment("Platform__PublicUrl", gateway!.GetEndpoint("http"));
    }

    private ReferenceExpression As(string role, IResourceBuilder<ParameterResource> password, string database)
    {
        var server = postgres!.Resource.PrimaryEndpoint;
        return ReferenceExpression.Create(
            $"Host={server.Property(EndpointProperty.Host)};Port={server.Property(EndpointProperty.Port)};Username={role};Password={password.Resource};Database={database}");
    }
}
