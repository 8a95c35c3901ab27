using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>What the platform team gets is what runs here, but for what is named below.</summary>
public sealed class When_the_platform_is_published(RunningPlatform running)
{
    static readonly string[] OnlyHere =
    [
        "ASPNETCORE_ENVIRONMENT",
        "ASPNETCORE_URLS",
        "Answers__GatherFor",
        "DOTNET_ENVIRONMENT",
        "DOTNET_EnableWriteXorExecute",
        "DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION",
        "Gateway__Patience",
        "Identity__DevelopmentAccountsFile",
        "Identity__DevelopmentSeed",
        "Mail__Lease",
        "Mail__PickupFolder",
    ];

    static readonly string[] OnlyThere =
    [
        "Edge__AllowedHosts",
        "Edge__TrustedProxies",
        "HTTP_PORTS",
        "Mail__FromAddress",
        "Mail__Smtp__Host",
        "Mail__Smtp__Password",
        "Mail__Smtp__User",
        "Translation__ApiKey",
        "Translation__Endpoint",
    ];

    [Fact]
    public async Task The_same_projects_have_the_same_references_and_environment_names()
    {
        var here = Projects(running.App.Services.GetRequiredService<DistributedApplicationModel>().Resources);
        var there = Projects((await PublishedAsync()).Resources);
        here.Keys.Except(["walkthrough"]).Order().ShouldBe(there.Keys.Order());
        foreach (var (name, project) in there)
        {
            var (run, published) = (await NamesAsync(here[name], OnlyHere), await NamesAsync(project, OnlyThere));
            run.ShouldBe(published, $"environment of {name}");
        }
    }

    [Fact]
    public async Task Every_parameter_says_what_it_is_for() =>
        (await PublishedAsync())
            .Resources.OfType<ParameterResource>()
            .Where(parameter => string.IsNullOrWhiteSpace(parameter.Description))
            .Select(parameter => parameter.Name)
            .ShouldBeEmpty();

    static Task<IDistributedApplicationTestingBuilder> PublishedAsync() =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.Integrationskonzept_AppHost>([
            "--operation",
            "publish",
            "--step",
            "publish-manifest",
        ]);

    static Dictionary<string, ProjectResource> Projects(IEnumerable<IResource> resources) =>
        resources.OfType<ProjectResource>().ToDictionary(project => project.Name);

    /// <summary>
    /// A connection's name may have a hyphen or, as some shells want it, an underscore; its administrator is development's only.
    /// </summary>
    static async Task<IReadOnlyList<string>> NamesAsync(ProjectResource project, string[] except)
    {
        var configured = await ExecutionConfigurationBuilder
            .Create(project)
            .WithEnvironmentVariablesConfig()
            .BuildAsync(new(DistributedApplicationOperation.Publish), NullLogger.Instance);
        return
        [
            .. configured
                .EnvironmentVariables.Select(variable => variable.Key)
                .Where(name =>
                    !name.StartsWith("OTEL_", StringComparison.Ordinal) && !name.StartsWith("LOGGING__", StringComparison.Ordinal)
                )
                .Except(except)
                .Select(name => name.Replace('-', '_'))
                .Where(name => !name.EndsWith("_admin", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
