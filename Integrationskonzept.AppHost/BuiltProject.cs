namespace Integrationskonzept.AppHost;

/// <summary>A project that the AppHost's own build has built already.</summary>
sealed class Built<TProject> : IProjectMetadata
    where TProject : IProjectMetadata, new()
{
    public string ProjectPath { get; } = new TProject().ProjectPath;

    public bool SuppressBuild => true;
}

static class BuiltProject
{
    /// <summary>
    /// A project, started from what is built: <c>dotnet exec</c> instead of <c>dotnet run</c>, which would build eleven projects at once
    /// and stay in memory beside each. Its endpoint needs no proxy: one process listens on it.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddBuilt<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = builder.AddProject<Built<TProject>>(name, options => options.ExcludeLaunchProfile = true);
        if (builder.ExecutionContext.IsPublishMode)
            return project;

        var path = new TProject().ProjectPath;
        // Artifacts layout: bin/<project>/<configuration>/; the AppHost's own output stands in such a folder.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.GetFileNameWithoutExtension(path);
        return project
            .WithAnnotation(new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = Path.GetDirectoryName(path)! })
            .WithArgs("exec", Path.Combine(output.Parent!.Parent!.FullName, assembly, output.Name, $"{assembly}.dll"))
            // No second mapping of each page of code: 5 MB less of each process on a developer's machine. Published, .NET's default holds.
            .WithEnvironment("DOTNET_EnableWriteXorExecute", "0")
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName)
            .WithEnvironment("DOTNET_ENVIRONMENT", builder.Environment.EnvironmentName);
    }
}
