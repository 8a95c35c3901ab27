namespace Integrationskonzept.AppHost.Servers;

/// <summary>A server that the platform stands on, and where it listens; in a container or as Debian's binary.</summary>
sealed record Server(IResourceBuilder<IResourceWithConnectionString> Resource, EndpointReference Endpoint)
{
    public const string PostgresUser = "postgres",
        RabbitUser = "integrationskonzept";

    public static Server AddPostgres(
        IDistributedApplicationBuilder builder,
        StateFolder state,
        IResourceBuilder<ParameterResource> password
    )
    {
        if (ContainerRuntime.Answers(builder.Configuration))
        {
            var container = builder.AddPostgres("postgres", password: password).WithDataVolume(state.VolumeName("postgres"));
            return new(container.WithIconName("Database"), container.Resource.PrimaryEndpoint);
        }

        var local = LocalServer.Add(
            builder,
            state,
            "postgres",
            password,
            (endpoint, secret) =>
                ReferenceExpression.Create(
                    $"Host={endpoint.Property(EndpointProperty.Host)};Port="
                        + $"{endpoint.Property(EndpointProperty.Port)};Username={PostgresUser};Password={secret}"
                ),
            LocalServer.AnswersAsPostgresAsync
        );
        return new(local.WithIconName("Database"), local.Resource.Endpoint);
    }

    /// <summary>The broker; each service has a user of its own there, with its password from <paramref name="services"/>.</summary>
    public static Server AddRabbitMQ(
        IDistributedApplicationBuilder builder,
        StateFolder state,
        IResourceBuilder<ParameterResource> password,
        IReadOnlyDictionary<string, IResourceBuilder<ParameterResource>> services,
        bool impersonates = false
    )
    {
        var user = builder.AddParameter("rabbitmq-user", RabbitUser).WithDescription("The broker's administrator.");
        if (ContainerRuntime.Answers(builder.Configuration))
        {
            var container = builder
                .AddRabbitMQ("rabbitmq", user, password)
                .WithDataVolume(state.VolumeName("rabbitmq"))
                .WithContainerFiles(
                    "/etc/rabbitmq",
                    async (_, ct) =>
                        [
                            new ContainerFile { Name = "definitions.json", Contents = await DefinitionsAsync(ct) },
                            new ContainerDirectory
                            {
                                Name = "conf.d",
                                Entries =
                                [
                                    new ContainerFile
                                    {
                                        Name = "20-definitions.conf",
                                        Contents = "load_definitions = /etc/rabbitmq/definitions.json\n",
                                    },
                                ],
                            },
                        ]
                );
            return new(container.WithIconName("Mailbox"), container.Resource.PrimaryEndpoint);
        }

        var local = LocalServer.Add(
            builder,
            state,
            "rabbitmq",
            password,
            (endpoint, secret) =>
                ReferenceExpression.Create(
                    $"amqp://{user.Resource}:{secret}@{endpoint.Property(EndpointProperty.Host)}:{endpoint.Property(EndpointProperty.Port)}"
                ),
            LocalServer.AnswersAsRabbitMQAsync
        );
        local
            .WithEnvironment(async context =>
                context.EnvironmentVariables["DEFINITIONS"] = await DefinitionsAsync(context.CancellationToken)
            )
            .WithEndpoint(name: "distribution", env: "DISTRIBUTION_PORT", isProxied: false);
        return new(local.WithIconName("Mailbox"), local.Resource.Endpoint);

        async Task<string> DefinitionsAsync(CancellationToken ct)
        {
            var passwords = new Dictionary<string, string>();
            foreach (var (service, given) in services)
                passwords[service] = (await given.Resource.GetValueAsync(ct))!;
            return BrokerDefinitions.Write(
                RabbitUser,
                (await password.Resource.GetValueAsync(ct))!,
                impersonates,
                passwords,
                (builder.Configuration["Servers:VirtualHosts"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            );
        }
    }

    /// <summary>The broker as a service's own user.</summary>
    public ReferenceExpression BrokerAs(string service, IResourceBuilder<ParameterResource> password)
    {
        var (host, port) = (Endpoint.Property(EndpointProperty.Host), Endpoint.Property(EndpointProperty.Port));
        return ReferenceExpression.Create($"amqp://{service}:{password.Resource}@{host}:{port}");
    }
}
