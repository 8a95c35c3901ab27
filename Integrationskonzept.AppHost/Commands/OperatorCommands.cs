using System.Text.Json.Nodes;

namespace Integrationskonzept.AppHost.Commands;

/// <summary>What an operator does now and then, as buttons on the dashboard and as <c>aspire resource</c>.</summary>
static class OperatorCommands
{
    /// <summary>Failed messages back to work; for a service that sends mails these, too.</summary>
    public static IResourceBuilder<ProjectResource> WithRedrive(
        this IResourceBuilder<ProjectResource> service,
        OperatorApi api,
        bool sendsMails
    ) =>
        service.WithCommand(
            "redrive",
            sendsMails ? "Redrive messages and mails" : "Redrive messages",
            async context =>
            {
                var operations = $"/api/v1/operations/{service.Resource.Name}";
                var messages = await api.TryPostAsync(
                    $"{operations}/messages/redrive",
                    new JsonObject(),
                    "Messages are back at work.",
                    context.CancellationToken
                );
                return !messages.Success || !sendsMails
                    ? messages
                    : await api.TryPostAsync(
                        $"{operations}/mails/redrive",
                        new JsonObject(),
                        $"Mails are tried again. Messages: {messages.Data!.Value}",
                        context.CancellationToken
                    );
            },
            new() { IconName = "ArrowRepeatAll", Description = "Puts what was given up on back to work: mend the cause before." }
        );

    /// <summary>Forgetting, counting and clearing up, without waiting for the hour.</summary>
    public static IResourceBuilder<ProjectResource> WithHousekeeping(this IResourceBuilder<ProjectResource> service, OperatorApi api) =>
        service.WithCommand(
            "housekeeping",
            "Run housekeeping now",
            context =>
                api.TryPostAsync(
                    $"/api/v1/operations/{service.Resource.Name}/housekeeping",
                    new JsonObject(),
                    "Housekeeping has run.",
                    context.CancellationToken
                ),
            new() { IconName = "Broom", Description = "Runs what the service otherwise does every hour or day." }
        );

    /// <summary>A further Landkreis, with the bodies that every one has; they can be changed by the API afterwards.</summary>
    public static IResourceBuilder<ProjectResource> WithTenantRegistration(
        this IResourceBuilder<ProjectResource> identity,
        OperatorApi api
    ) =>
        identity.WithCommand(
            "register-tenant",
            "Register a Landkreis",
            context =>
                api.TryPostAsync(
                    "/api/v1/tenants",
                    Tenant(context.Arguments),
                    "Registered; its sign-ins are in the list of development accounts.",
                    context.CancellationToken
                ),
            new()
            {
                IconName = "BuildingGovernment",
                IsHighlighted = true,
                Arguments =
                [
                    Text("slug", "Name in addresses", "landkreis-beispiel", "Lower-case letters, digits and hyphens; never changes."),
                    Text("name", "Name", "Landkreis Beispiel", "As people read it."),
                    Text("ags", "AGS", "06531", "Official district key, five digits."),
                ],
            }
        );

    static InteractionInput Text(string name, string label, string placeholder, string description) =>
        new()
        {
            Name = name,
            Label = label,
            Placeholder = placeholder,
            Description = description,
            InputType = InputType.Text,
            Required = true,
        };

    static JsonObject Tenant(InteractionInputCollection given) =>
        new()
        {
            ["slug"] = given["slug"].Value,
            ["districtKey"] = given["ags"].Value,
            ["description"] = new JsonObject
            {
                ["name"] = given["name"].Value,
                ["centre"] = "WIR-Vielfaltszentrum",
                ["organizations"] = new JsonArray(
                    Organization("Kreistag", true),
                    Organization("Kreisausschuss", false),
                    Organization("Integrationsbeirat", false)
                ),
            },
        };

    static JsonObject Organization(string name, bool authoritative) =>
        new()
        {
            ["key"] = name.ToLowerInvariant(),
            ["name"] = name,
            ["authoritative"] = authoritative,
        };
}
