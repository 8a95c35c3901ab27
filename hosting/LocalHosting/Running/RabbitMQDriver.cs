using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>RabbitMQ from Debian's package: one node without epmd, on folders of our own.</summary>
internal sealed class RabbitMQDriver(RabbitMQServerResource broker, StateFolder state) : IDriver
{
    private const string Node = "rabbit@localhost";
    private readonly string folder = Path.Combine(state.Path, broker.Name);

    public async Task<Launch> PrepareAsync(CancellationToken cancellationToken)
    {
        var installed = Directory.Exists("/usr/lib/rabbitmq/lib") ? Directory.GetDirectories("/usr/lib/rabbitmq/lib", "rabbitmq_server-*").Order().LastOrDefault() : null;
        if (installed is null) throw new DistributedApplicationException("RabbitMQ is not installed (Debian package rabbitmq-server).");
        ServiceUser.OwnFolder(folder);
        if (!broker.KeepsData && Directory.Exists(In("mnesia"))) Directory.Delete(In("mnesia"), recursive: true);

        // Users come with the definitions, read at every start, so that a changed password also reaches older data.
        var user = broker.UserNameParameter is { } p ? await p.GetValueAsync(cancellationToken) : "guest";
        var password = await broker.PasswordParameter.GetValueAsync(cancellationToken);
        Write("definitions.json", JsonSerializer.Serialize(new
        {
            users = new[] { new { name = user, password, tags = new[] { "administrator" } } },
            vhosts = new[] { new { name = "/" } },
            permissions = new[] { new { user, vhost = "/", configure = ".*", write = ".*", read = ".*" } },
        }));
        Write("rabbitmq.conf", $"""
            listeners.tcp.1 = 127.0.0.1:{broker.PrimaryEndpoint.Port}
            log.console = true
            log.console.level = info
            log.file = false
            load_definitions = {In("definitions.json")}

            """);
        Write("enabled_plugins", "[].");
        // The broker looks through every plugin it finds at each start: three seconds for what nobody uses.
        Directory.CreateDirectory(In("plugins"));
        foreach (var link in Directory.GetFileSystemEntries(In("plugins"))) File.Delete(link);
        foreach (var core in Directory.GetDirectories(Path.Combine(installed, "plugins"), "rabbit-*"))
            File.CreateSymbolicLink(Path.Combine(In("plugins"), Path.GetFileName(core)), core);
        ServiceUser.Own(folder);

        var distribution = broker.Endpoint("distribution").AllocatedPort;
        string[] arguments =
        [
            "-noinput", "-sname", Node, "-start_epmd", "false", "-erl_epmd_port", $"{distribution}", "-kernel", "inet_dist_use_interface", "{127,0,0,1}",
            "-kernel", "inet_dist_listen_min", $"{distribution}", "-kernel", "inet_dist_listen_max", $"{distribution}",
        ];
        return new Launch(Path.Combine(installed, "sbin", "rabbitmq-server"), arguments, new()
        {
            ["PATH"] = "/usr/bin:/bin",
            ["LC_ALL"] = "C.UTF-8",
            ["HOME"] = folder,
            // Makes the start script become the broker instead of standing between us and it.
            ["RABBITMQ_ALLOW_INPUT"] = "1",
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_NODENAME"] = Node,
            ["RABBITMQ_MNESIA_BASE"] = In("mnesia"),
            ["RABBITMQ_LOG_BASE"] = In("log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = In("none.config"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
            ["RABBITMQ_PLUGINS_DIR"] = In("plugins"),
            ["RABBITMQ_DIST_PORT"] = $"{distribution}",
            // Every minute the broker starts a helper that would start epmd and leave it running.
            ["ERL_ZFLAGS"] = "-start_epmd false",
            ["ERL_CRASH_DUMP_BYTES"] = "0",
        })
        { AsServiceUser = true, WorkingDirectory = "/" };
    }

    public async Task<bool?> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, broker.PrimaryEndpoint.Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string In(string name) => Path.Combine(folder, name);

    private void Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        File.SetUnixFileMode(In(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
