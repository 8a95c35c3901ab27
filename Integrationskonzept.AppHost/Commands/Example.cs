using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.AppHost.Commands;

/// <summary>The example process, played through the gateway when somebody asks for it.</summary>
static class Example
{
    public static void AddExample(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway, string accounts)
    {
        var walkthrough = builder
            .AddBuilt<Projects.Walkthrough>("walkthrough")
            .WithIconName("Play")
            .ExcludeFromManifest()
            .WithArgs("--gateway", gateway.GetEndpoint("http"), "--accounts", accounts)
            .WithExplicitStart();
        var tenantsOnly = builder.Configuration.GetValue("Example:TenantsOnly", false);
        if (tenantsOnly)
            walkthrough.WithArgs("--tenants-only");
        walkthrough.WithCommand(
            "play",
            tenantsOnly ? "Register its Landkreise" : "Play the example",
            PlayAsync,
            new()
            {
                IconName = "Play",
                IsHighlighted = true,
                Description = tenantsOnly
                    ? "Registers the Landkreise of the example, without their process."
                    : "From the Beschlussvorlage of Limburg-Weilburg to its published edition; playing again changes nothing.",
                Progress = new() { Message = "The example is played." },
                UpdateState = context =>
                    context.ResourceSnapshot.State?.Text == KnownResourceStates.Running
                        ? ResourceCommandState.Disabled
                        : ResourceCommandState.Enabled,
            }
        );
    }

    static async Task<ExecuteCommandResult> PlayAsync(ExecuteCommandContext context)
    {
        var resources = context.Services.GetRequiredService<ResourceRuns>();
        var exitCode = await resources.RunAsync("walkthrough", context.CancellationToken);
        return exitCode == 0
            ? CommandResults.Success("The example is played.")
            : CommandResults.Failure("The example stopped; the log of walkthrough says where.");
    }
}
