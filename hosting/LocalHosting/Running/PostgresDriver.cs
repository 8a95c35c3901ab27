using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>PostgreSQL from Debian's package, on a data folder of our own.</summary>
internal sealed class PostgresDriver(PostgresServerResource server, IReadOnlyList<PostgresDatabaseResource> databases, StateFolder state) : IDriver
{
    private const string Binaries = "/usr/lib/postgresql";
    private readonly string folder = Path.Combine(state.Path, server.Name);
    private string superuser = "postgres";

    private string Data => Path.Combine(folder, "data");

    // Abstract (no file, no length limit); who may come in is decided by the user id of the process that knocks.
    private string Socket => "@" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data)))[..24];

    public async Task<Launch> PrepareAsync(CancellationToken cancellationToken)
    {
        if (server.UserNameParameter is not null) superuser = (await server.UserNameParameter.GetValueAsync(cancellationToken))!;
        ServiceUser.OwnFolder(folder);
        if (!server.KeepsData && Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
        if (!File.Exists(Path.Combine(Data, "PG_VERSION"))) Initialise();
        File.WriteAllText(Path.Combine(Data, "pg_hba.conf"), "local all all peer map=host\nhost all all 127.0.0.1/32 scram-sha-256\n");
        File.WriteAllText(Path.Combine(Data, "pg_ident.conf"), $"host {ServiceUser.Name} {superuser}\n");
        // We hold the state folder and have ended what an earlier run left there, so this id is nobody's of ours.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={server.PrimaryEndpoint.Port}", $"unix_socket_directories={Socket}", "max_connections=300",
            "shared_buffers=128MB", "logging_collector=off", "log_line_prefix=%m ", .. server.KeepsData ? Array.Empty<string>() : ["fsync=off", "full_page_writes=off"],
        ];
        return new Launch(Binary("postgres"), ["-D", Data, .. settings.SelectMany(s => new[] { "-c", s })], new() { ["LC_ALL"] = "C.UTF-8", ["PATH"] = "/usr/bin:/bin" })
        {
            AsServiceUser = true,
            StopSignal = Native.Interrupt,
        };
    }

    public Task<bool?> IsHealthyAsync(CancellationToken cancellationToken)
    {
        var status = Path.Combine(Data, "postmaster.pid");
        return Task.FromResult<bool?>(File.Exists(status) && File.ReadAllLines(status) is { Length: >= 8 } lines && lines[7].Trim() == "ready");
    }

    public async Task ReadyAsync()
    {
        // Also on data from an earlier run, whose password may be another.
        var password = await server.PasswordParameter.GetValueAsync();
        var sql = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"ALTER ROLE {Identifier(superuser)} PASSWORD {Literal(password!)};");
        foreach (var name in databases.Select(d => d.DatabaseName))
            sql.AppendLine(CultureInfo.InvariantCulture,
                $"SELECT {Literal($"CREATE DATABASE {Identifier(name)}")} WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = {Literal(name)}) \\gexec");
        ServiceUser.RunAs(Binary("psql"), ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", Socket, "-p", $"{server.PrimaryEndpoint.Port}", "-U", superuser, "-d", "postgres"], sql.ToString());
    }

    private void Initialise()
    {
        // Made beside and then renamed, so that half a data folder never looks like a whole one.
        var half = Data + ".new";
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        if (Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
        ServiceUser.RunAs(Binary("initdb"), ["-D", half, "-U", superuser, "-E", "UTF8", "--locale=C.UTF-8", "--auth=peer", .. server.KeepsData ? Array.Empty<string>() : ["--no-sync"]]);
        Directory.Move(half, Data);
    }

    private string Binary(string name)
    {
        var version = Path.Combine(Data, "PG_VERSION");
        var wanted = File.Exists(version) ? File.ReadAllText(version).Trim() : "*";
        if (!Directory.Exists(Binaries)) throw new DistributedApplicationException("PostgreSQL is not installed (Debian package postgresql).");
        return Directory.GetDirectories(Binaries, wanted).OrderByDescending(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture))
                .Select(d => Path.Combine(d, "bin", name)).FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException($"The data in {Data} needs PostgreSQL {wanted}, which is not installed.");
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Identifier(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
