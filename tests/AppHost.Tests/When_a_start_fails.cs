namespace Integrationskonzept.AppHost.Tests;

public sealed class When_a_start_fails : IDisposable
{
    readonly StateOfATest state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task Data_of_a_newer_PostgreSQL_are_named_and_stay_as_they_are()
    {
        Directory.CreateDirectory(state.Of("postgres/data"));
        await File.WriteAllTextAsync(state.Of("postgres/data/PG_VERSION"), "99\n");
        (await state.RefusalAsync()).ShouldContain(
            $"postgres ended with exit code 1: The data in {state.Of("postgres/data")} need PostgreSQL 99, which is not "
                + $"installed. (log: {state.Of("logs/postgres.log")})"
        );
        File.ReadAllText(state.Of("postgres/data/PG_VERSION")).ShouldBe("99\n");
        File.ReadAllText(state.Of("logs/postgres.log")).ShouldContain("PostgreSQL 99");
    }

    [Fact]
    public async Task A_data_folder_that_was_only_half_made_is_made_anew()
    {
        Directory.CreateDirectory(state.Of("postgres/data/base"));
        Directory.CreateDirectory(state.Of("postgres/data.new/base"));
        await using var servers = await state.StartAsync();
        await StateOfATest.ExecuteAsync(servers, "select 1");
    }

    [Fact]
    public async Task A_folder_that_can_not_be_written_is_named()
    {
        // A full disk looks the same to whoever wants to write: even root can't make a folder where a file is.
        await File.WriteAllTextAsync(state.Of("postgres"), "");
        (await state.RefusalAsync()).ShouldContain($"PostgreSQL can't use its folder {state.Of("postgres")}.");
    }

    [Fact]
    public async Task A_container_runtime_that_answers_and_then_fails_is_named()
    {
        state.Programs = state.Of("programs");
        Directory.CreateDirectory(state.Programs);
        var docker = Path.Combine(state.Programs, "docker");
        await File.WriteAllTextAsync(docker, "#!/bin/sh\n[ \"$1\" = info ] || { echo 'no space left on device' >&2; exit 1; }\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(docker, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        (await state.RefusalAsync("--Servers=", "--Start:Limit=00:00:10")).ShouldBe(
            "Not up after 10 s: postgres (not created), rabbitmq (not created). Does the container runtime work? "
                + "Servers=debian takes Debian's packages instead."
        );
    }
}
