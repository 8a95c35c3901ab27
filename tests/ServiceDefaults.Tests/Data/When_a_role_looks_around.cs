using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.ServiceDefaults.Tests.Data;

public sealed class When_a_role_looks_around(ProbeService probe)
{
    [Fact]
    public async Task It_gets_into_its_own_database_alone()
    {
        await using var other = await probe.OwnAsync("next_door");
        await Database.ExecuteAsync(probe.AppConnection, "select 1");
        foreach (var database in new[] { "next_door", "postgres", "template1" })
        {
            var connection = new NpgsqlConnectionStringBuilder(probe.AppConnection)
            {
                Database = database,
                Pooling = false,
            }.ConnectionString;
            (await Should.ThrowAsync<PostgresException>(() => Database.ExecuteAsync(connection, "select 1"))).SqlState.ShouldBe(
                PostgresErrorCodes.InsufficientPrivilege,
                database
            );
        }
    }
}
