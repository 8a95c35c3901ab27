using Integrationskonzept.Probe;

namespace Integrationskonzept.ServiceDefaults.Tests.Data;

public sealed class When_the_database_would_not_keep_tenants_apart(ProbeService probe)
{
    [Fact]
    public async Task The_service_does_not_start_as_a_superuser() =>
        (await StartAsync(probe.AdminConnection)).ShouldContain("could bypass row-level security");

    [Fact]
    public async Task The_service_does_not_start_as_the_owner_of_its_tables() =>
        (await StartAsync(probe.Settings["ConnectionStrings:probe-migrator"]!)).ShouldContain(
            "Without row-level security: echoes, erased_persons, idempotency_keys, notes"
        );

    [Theory]
    [InlineData("drop policy tenant_isolation on notes")]
    [InlineData("alter table notes no force row level security")]
    [InlineData("alter table notes disable row level security")]
    public async Task The_service_does_not_start_with_an_open_table(string opened)
    {
        var refused = await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await using var own = await probe.OwnAsync(
                $"open_{Math.Abs(opened.GetHashCode(StringComparison.Ordinal))}",
                beforeStart: own => own.SqlAsync(opened)
            );
        });
        refused.Message.ShouldContain("Without row-level security: notes.");
    }

    async Task<string> StartAsync(string connection)
    {
        await using var host = probe.Beside(($"ConnectionStrings:{ProbeDb.Service}", connection));
        return Should.Throw<InvalidOperationException>(() => host.Server).Message;
    }
}
