using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integrationskonzept.Api.Tests;
using Integrationskonzept.Gateway;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

[assembly: AssemblyFixture(typeof(MergedDocument))]

namespace Integrationskonzept.Api.Tests;

/// <summary>The API as the gateway describes it. The services describe themselves without database and broker.</summary>
public sealed class MergedDocument : IAsyncLifetime
{
    static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The clone's root.</summary>
    public static string Root { get; } = FindRoot(new(AppContext.BaseDirectory));

    /// <summary>The document.</summary>
    public JsonObject Json { get; private set; } = [];

    /// <summary>As it is committed.</summary>
    public string Text => Json.ToJsonString(Pretty) + "\n";

    /// <summary>Every operation with its name for messages.</summary>
    public IEnumerable<(string Name, JsonObject Operation)> Operations =>
        from path in Json["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select ($"{method.Key.ToUpperInvariant()} {path.Key}", method.Value!.AsObject());

    /// <summary>The schema that a reference names, or the schema itself.</summary>
    public JsonObject Resolve(JsonNode schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference
            ? Json["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject()
            : schema.AsObject();

    public async ValueTask InitializeAsync() =>
        Json = ApiDocument.Merge([
            ("identity", await DescribeAsync<Identity.Program>()),
            ("drafting", await DescribeAsync<Drafting.Program>()),
            ("scheduling", await DescribeAsync<Scheduling.Program>()),
            ("participation", await DescribeAsync<Participation.Program>()),
            ("publication", await DescribeAsync<Publication.Program>()),
            await DescribeGatewayAsync(),
        ]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static async Task<JsonObject> DescribeAsync<TProgram>()
        where TProgram : class
    {
        using var rsa = RSA.Create(2048);
        var key = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(rsa.ExportPkcs8PrivateKeyPem()));
        await using var factory = new WebApplicationFactory<TProgram>().WithWebHostBuilder(web =>
            web.UseSetting("ConnectionStrings:rabbitmq", "amqp://localhost:1")
                .UseSetting("Logging:LogLevel:Default", "Error")
                .UseSetting("Identity:SigningKey", key)
                .UseSetting("Identity:EncryptionKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))
                .UseSetting("DataProtection:Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))
                .ConfigureTestServices(services =>
                {
                    // All but the web server itself: nothing is there to connect to.
                    foreach (
                        var background in services
                            .Where(service =>
                                service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name != "GenericWebHostService"
                            )
                            .ToList()
                    )
                        services.Remove(background);
                })
        );
        return JsonNode.Parse(await factory.CreateClient().GetStringAsync("/openapi/v1.json"))!.AsObject();
    }

    static async Task<(string Service, JsonObject Document)> DescribeGatewayAsync()
    {
        await using var factory = new WebApplicationFactory<Gateway.Program>();
        return await OwnApi.DescribeAsync(factory.Services, CancellationToken.None);
    }

    static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Integrationskonzept.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
