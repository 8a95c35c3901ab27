using Npgsql;

namespace Integrationskonzept.AppHost.Tests;

public sealed class When_servers_run : IDisposable
{
    readonly StateOfATest state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task They_are_not_root_want_the_password_and_keep_secrets_to_themselves()
    {
        await using var servers = await state.StartAsync();
        foreach (var name in (string[])["postgres", "rabbitmq"])
            File.ReadLines($"/proc/{servers.Pid(name)}/status")
                .First(line => line.StartsWith("Uid:", StringComparison.Ordinal))
                .Split('\t')[2]
                .ShouldNotBe("0", name);

        var wrong = new NpgsqlConnectionStringBuilder(servers.Connections["postgres"]) { Password = "wrong" };
        await using var refused = new NpgsqlConnection(wrong.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => refused.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);

        var postgres = new NpgsqlConnectionStringBuilder(servers.Connections["postgres"]).Password!;
        foreach (var secret in (string[])[postgres, new Uri(servers.Connections["rabbitmq"]).UserInfo.Split(':')[1]])
        {
            Readable(state.Folder).Where(file => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
            foreach (var name in (string[])["postgres", "rabbitmq"])
                File.ReadAllText($"/proc/{servers.Pid(name)}/cmdline")
                    .ShouldNotContain(secret, Case.Sensitive, "everybody reads arguments");
        }
    }

    [Fact]
    public async Task A_link_in_their_folder_leads_nobody_to_write_elsewhere()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root starts servers as somebody else.");
        await (await state.StartAsync()).DisposeAsync();
        var victim = state.Of("victim");
        await File.WriteAllTextAsync(victim, "mine");
        File.Delete(state.Of("rabbitmq/enabled_plugins"));
        File.CreateSymbolicLink(state.Of("rabbitmq/enabled_plugins"), victim);
        (await state.RefusalAsync()).ShouldContain("rabbitmq ended with exit code 1");
        File.ReadAllText(victim).ShouldBe("mine");
    }

    [Fact]
    public async Task Where_their_user_can_not_enter_the_clone_their_data_lie_elsewhere_and_a_note_says_where()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root starts servers as somebody else.");
        using var clone = new StateOfATest { Folder = Directory.CreateDirectory(state.Of("home/clone/.local")).FullName };
        File.SetUnixFileMode(state.Of("home"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string elsewhere;
        await using (var servers = await clone.StartAsync())
        {
            await StateOfATest.ExecuteAsync(servers, "select 1");
            elsewhere = await File.ReadAllTextAsync(clone.Of("state-folder"));
            elsewhere.ShouldStartWith("/var/lib/integrationskonzept/");
            Directory.Exists(Path.Combine(elsewhere, "postgres/data")).ShouldBeTrue();
        }

        Directory.Delete(elsewhere, recursive: true);
    }

    static IEnumerable<string> Readable(string folder) =>
        new DirectoryInfo(folder)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => (file.UnixFileMode & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0 && file.Length < 1_000_000)
            .Select(file => file.FullName);
}
