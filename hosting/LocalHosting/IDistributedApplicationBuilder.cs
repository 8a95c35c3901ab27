using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>What AppHost.cs fills.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>The folder of the AppHost's project.</summary>
    string AppHostDirectory { get; }

    /// <summary>Environment variables and command line.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>Development unless DOTNET_ENVIRONMENT says otherwise.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>Whether the application runs or is published.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>All resources so far.</summary>
    IReadOnlyList<IResource> Resources { get; }

    /// <summary>Makes the application.</summary>
    DistributedApplication Build();
}

/// <summary>LocalHosting only runs; publishing is Aspire's.</summary>
public sealed class DistributedApplicationExecutionContext
{
    /// <summary>Always true here.</summary>
    public bool IsRunMode => !IsPublishMode;

    /// <summary>Always false here.</summary>
    public bool IsPublishMode { get; }
}

/// <summary>A failure told in one sentence.</summary>
public sealed class DistributedApplicationException(string message) : Exception(message);
