using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>The kinds of resources that AppHost.cs can add.</summary>
public static class ResourceCreationExtensions
{
    /// <summary>A .NET project; the path is relative to the AppHost's folder. It is run from its build output.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.Add(new ProjectResource(name, Path.GetFullPath(projectPath, builder.AppHostDirectory)));

    /// <summary>A value from configuration, <c>Parameters:name</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.Add(new ParameterResource(name, () => builder.Configuration[$"Parameters:{name}"], secret));

    /// <summary>A value given in code.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.Add(new ParameterResource(name, () => value, secret));

    /// <summary>A connection string from configuration, <c>ConnectionStrings:name</c>.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name) =>
        builder.Add(new ConnectionStringResource(name, () => builder.Configuration.GetConnectionString(name)));

    /// <summary>Where Aspire publishes to. LocalHosting only runs, so that AppHost.cs never gets here.</summary>
    public static IResourceBuilder<DockerComposeEnvironmentResource> AddDockerComposeEnvironment(this IDistributedApplicationBuilder builder, string name) =>
        throw new DistributedApplicationException($"{name}: LocalHosting does not publish; build with -p:UseAspire=true.");

    /// <summary>A PostgreSQL server; without a password one is made up for this run.</summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null, int? port = null) =>
        builder.Add(new PostgresServerResource(name, userName?.Resource, password?.Resource ?? MadeUp(name), port));

    /// <summary>A database on the server; its name is also the default of the database's name.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var database = builder.ApplicationBuilder.Add(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));
        database.Resource.Waits.Add(new Wait(builder.Resource, WaitKind.Healthy));
        return database;
    }

    /// <summary>Keeps the data from run to run.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder)
    {
        builder.Resource.KeepsData = true;
        return builder;
    }

    /// <summary>A RabbitMQ broker; without a password one is made up for this run.</summary>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null, int? port = null) =>
        builder.Add(new RabbitMQServerResource(name, userName?.Resource, password?.Resource ?? MadeUp(name), port));

    /// <summary>Keeps the messages from run to run.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder)
    {
        builder.Resource.KeepsData = true;
        return builder;
    }

    private static IResourceBuilder<T> Add<T>(this IDistributedApplicationBuilder builder, T resource) where T : Resource =>
        ((DistributedApplicationBuilder)builder).Add(resource);

    private static ParameterResource MadeUp(string name)
    {
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new ParameterResource($"{name}-password", () => password, secret: true);
    }
}
