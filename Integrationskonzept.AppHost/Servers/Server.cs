namespace Integrationskonzept.AppHost.Servers;

/// <summary>A server that the platform stands on, and where it listens; in a container or as Debian's binary.</summary>
internal sealed record Server(IResourceBuilder<IResourceWithConnectionString> Resource, EndpointReference Endpoint)
{
    public const string PostgresUser = "postgres", RabbitUser = "integrationskonzept";

    public static Server AddPostgres(IDistributedApplicationBuilder builder, StateFolder state, IResourceBuilder<ParameterResource> password)
    {
        if (ContainerRuntime.Answers(builder.Configuration))
        {
            var container = builder.AddPostgres("postgres", password: password).WithDataVolume(state.VolumeName("postgres"));
            return new(container.WithIconName("Database"), container.Resource.PrimaryEndpoint);
        }

        var local = LocalServer.Add(builder, state, "postgres", password, (endpoint, secret) => ReferenceExpression.Create(
            $"Host={endpoint.Property(EndpointProperty.Host)};Port={endpoint.Property(EndpointProperty.Port)};Username={PostgresUser};Password={secret}"),
            LocalServer.AnswersAsPostgresAsync);
        return new(local.WithIconName("Database"), local.Resource.Endpoint);
    }

    public static Server AddRabbitMQ(IDistributedApplicationBuilder builder, StateFolder state, IResourceBuilder<ParameterResource> password)
    {
        var user = builder.AddParameter("rabbitmq-user", RabbitUser).WithDescription("The broker's user.");
        if (ContainerRuntime.Answers(builder.Configuration))
        {
            var container = builder.AddRabbitMQ("rabbitmq", user, password).WithDataVolume(state.VolumeName("rabbitmq"));
            return new(container.WithIconName("Mailbox"), container.Resource.PrimaryEndpoint);
        }

        var local = LocalServer.Add(builder, state, "rabbitmq", password, (endpoint, secret) => ReferenceExpression.Create(
            $"amqp://{user.Resource}:{secret}@{endpoint.Property(EndpointProperty.Host)}:{endpoint.Property(EndpointProperty.Port)}"),
            LocalServer.AnswersAsRabbitMQAsync);
        local.WithEnvironment("USERNAME", user)
            .WithEnvironment("VIRTUAL_HOSTS", builder.Configuration["Servers:VirtualHosts"] ?? "")
            .WithEndpoint(name: "distribution", env: "DISTRIBUTION_PORT", isProxied: false);
        return new(local.WithIconName("Mailbox"), local.Resource.Endpoint);
    }
}
