using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integrationskonzept.AppHost.Servers;

namespace Integrationskonzept.AppHost;

/// <summary>
/// Parameters that hold secrets. Published, their values come from the platform team. On a developer's machine they are made up
/// at the first start and kept in the state folder, readable by its owner alone.
/// </summary>
sealed class DevelopmentSecrets
{
    readonly IDistributedApplicationBuilder builder;
    readonly string? file;
    readonly Dictionary<string, string> values = [];

    public DevelopmentSecrets(IDistributedApplicationBuilder builder, StateFolder? state)
    {
        this.builder = builder;
        file = state?.Of("secrets.json");
        if (File.Exists(file))
            values = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [];
    }

    /// <summary>A password: 32 hexadecimal characters, so that no connection string needs quoting.</summary>
    public IResourceBuilder<ParameterResource> Password(string name, string description) =>
        Parameter(name, description, () => RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>One for each service that has a user at the broker.</summary>
    public IReadOnlyDictionary<string, IResourceBuilder<ParameterResource>> BrokerPasswords() =>
        BrokerDefinitions.Services.ToDictionary(
            service => service,
            service => Password($"{service}-broker-password", $"The user that {service} has at the broker.")
        );

    /// <summary>A symmetric key of 256 bits, base64.</summary>
    public IResourceBuilder<ParameterResource> Key(string name, string description) =>
        Parameter(name, description, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>An RSA key pair as PEM, base64 (environment variables don't like lines).</summary>
    public IResourceBuilder<ParameterResource> RsaKey(string name, string description) =>
        Parameter(
            name,
            description,
            () =>
            {
                using var rsa = RSA.Create(3072);
                return Convert.ToBase64String(Encoding.ASCII.GetBytes(rsa.ExportPkcs8PrivateKeyPem()));
            }
        );

    IResourceBuilder<ParameterResource> Parameter(string name, string description, Func<string> make)
    {
        if (file is null)
            return builder.AddParameter(name, secret: true).WithDescription(description);
        if (!values.TryGetValue(name, out var value))
        {
            values[name] = value = make();
            Save(file);
        }

        return builder
            .AddParameter(name, value, secret: true)
            .WithDescription($"{description} Made up at the first start; kept in {file}.");
    }

    void Save(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Whole or not at all: a crash must not cost the passwords of data that exists.
        using (var stream = new FileStream(path + ".new", options))
            JsonSerializer.Serialize(stream, values);
        File.Move(path + ".new", path, overwrite: true);
    }
}
