using System.Security.Cryptography;
using System.Text.Json;

namespace Integrationskonzept.AppHost;

/// <summary>
/// Parameters that hold secrets. Published, their values come from the platform team. On a developer's machine they are made up
/// at the first start and kept in the state folder, readable by its owner alone.
/// </summary>
internal sealed class DevelopmentSecrets
{
    private readonly IDistributedApplicationBuilder builder;
    private readonly string file;
    private readonly Dictionary<string, string> values;

    public DevelopmentSecrets(IDistributedApplicationBuilder builder)
    {
        this.builder = builder;
        // LocalHosting says where its state is; Aspire has none of its own.
        StateDirectory = builder.Configuration["LocalHosting:StateDirectory"] ?? Path.GetFullPath("../.local", builder.AppHostDirectory);
        file = Path.Combine(StateDirectory, "secrets.json");
        values = File.Exists(file) && builder.ExecutionContext.IsRunMode
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [] : [];
    }

    public string StateDirectory { get; }

    /// <summary>A password: 32 hexadecimal characters, so that no connection string needs quoting.</summary>
    public IResourceBuilder<ParameterResource> Password(string name) => Parameter(name, () => RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>A symmetric key of 256 bits, base64.</summary>
    public IResourceBuilder<ParameterResource> Key(string name) => Parameter(name, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>An RSA key pair as PEM, base64 (environment variables don't like lines).</summary>
    public IResourceBuilder<ParameterResource> RsaKey(string name) => Parameter(name, () =>
    {
        using var rsa = RSA.Create(3072);
        return Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(rsa.ExportPkcs8PrivateKeyPem()));
    });

    private IResourceBuilder<ParameterResource> Parameter(string name, Func<string> make)
    {
        if (builder.ExecutionContext.IsPublishMode) return builder.AddParameter(name, secret: true);
        if (!values.TryGetValue(name, out var value))
        {
            values[name] = value = make();
            Save();
        }

        return builder.AddParameter(name, value, secret: true);
    }

    private void Save()
    {
        Directory.CreateDirectory(StateDirectory);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Whole or not at all: a crash must not cost the passwords of data that exists.
        using (var stream = new FileStream(file + ".new", options))
            JsonSerializer.Serialize(stream, values);
        File.Move(file + ".new", file, overwrite: true);
    }
}
