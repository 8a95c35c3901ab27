using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly List<Resource> resources = [];
    private readonly EntryPointRun? testing = EntryPointRun.Current;

    public DistributedApplicationBuilder(string[] args)
    {
        var appHost = testing?.EntryPoint ?? Assembly.GetEntryAssembly();
        AppHostDirectory = appHost?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "apphostprojectpath")?.Value ?? Directory.GetCurrentDirectory();
        Configuration.AddEnvironmentVariables().AddEnvironmentVariables("DOTNET_").AddCommandLine(args).AddCommandLine(testing?.Args ?? []);
        if (Configuration["operation"] == "publish")
            throw new DistributedApplicationException("LocalHosting does not publish; build the AppHost with -p:UseAspire=true.");
        Environment = new LocalEnvironment(Configuration["environment"] ?? Environments.Development, appHost?.GetName().Name ?? "AppHost", AppHostDirectory);
        Configuration[StateFolder.Setting] = StateFolder.Choose(Configuration[StateFolder.Setting], AppHostDirectory);
        if (testing is not null && Configuration[StatusLines.Setting] is null) Configuration[StatusLines.Setting] = "off";
    }

    public string AppHostDirectory { get; }

    public ConfigurationManager Configuration { get; } = new();

    public IHostEnvironment Environment { get; }

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new();

    public IReadOnlyList<IResource> Resources => resources;

    public IResourceBuilder<T> Add<T>(T resource) where T : Resource
    {
        if (resources.Exists(r => string.Equals(r.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"There are two resources called {resource.Name}.");
        resources.Add(resource);
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build()
    {
        testing?.BuilderIsComplete(this);
        // A test may have set its folder after the builder was made.
        var state = StateFolder.Choose(Configuration[StateFolder.Setting], AppHostDirectory);
        var app = new DistributedApplication(resources, new StateFolder(state), Configuration, Environment.EnvironmentName, testing);
        testing?.ApplicationIsBuilt(app);
        return app;
    }

    private sealed class LocalEnvironment(string environmentName, string applicationName, string contentRootPath) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environmentName;
        public string ApplicationName { get; set; } = applicationName;
        public string ContentRootPath { get; set; } = contentRootPath;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
