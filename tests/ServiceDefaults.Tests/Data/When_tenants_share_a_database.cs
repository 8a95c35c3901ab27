using Integrationskonzept.Probe;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.ServiceDefaults.Tests.Data;

public sealed class When_tenants_share_a_database(ProbeService probe)
{
    [Fact]
    public async Task Every_table_that_belongs_to_tenants_is_shut()
    {
        await using var db = ServiceHost.Open<ProbeDb>(probe.AppConnection);
        db.TenantTables().ShouldBe(["echoes", "erased_persons", "idempotency_keys", "notes"]);
        foreach (var table in db.TenantTables())
            (
                await Database.ExecuteAsync(
                    probe.AdminConnection,
                    $"""
                    select relrowsecurity and relforcerowsecurity
                        and exists (select from pg_policy
                            where polrelid = pg_class.oid and polqual is not null and polwithcheck is not null)
                    from pg_class where oid = '{table}'::regclass
                    """
                )
            ).ShouldBe(true, table);
    }

    [Theory]
    [InlineData("unfiltered")]
    [InlineData("sql")]
    public async Task Careless_reads_see_only_the_own_rows(string read)
    {
        var (one, other) = (await probe.NewTenantAsync(), await probe.NewTenantAsync());
        using var ones = probe.As(one, Roles.Coordinator);
        using var others = probe.As(other, Roles.Coordinator);
        await ones.AddNoteAsync(one, "one's");
        await others.AddNoteAsync(other, "other's");

        (await ones.GetAsync($"/api/v1/{one}/careless/{read}").ReadAsync<string[]>()).ShouldBe(["one's"]);
        (await others.GetAsync($"/api/v1/{other}/careless/{read}").ReadAsync<string[]>()).ShouldBe(["other's"]);
    }

    [Fact]
    public async Task Pooled_connections_do_not_carry_the_tenant_of_the_last_user()
    {
        var (one, other) = (await probe.NewTenantAsync(), await probe.NewTenantAsync());
        await using var narrow = probe.Beside(
            ("ConnectionStrings:probe", new NpgsqlConnectionStringBuilder(probe.AppConnection) { MaxPoolSize = 1 }.ConnectionString)
        );
        using var ones = probe.As(one, Roles.Coordinator);
        using var others = probe.As(other, Roles.Coordinator);
        await ones.AddNoteAsync(one, "one's");
        await others.AddNoteAsync(other, "other's");

        using var client = narrow.CreateClient();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(async number =>
                {
                    var (path, tenant, expected) = (number % 3) switch
                    {
                        0 => ($"/api/v1/{one}/careless/sql", ones, "one's"),
                        1 => ($"/api/v1/{other}/careless/sql", others, "other's"),
                        _ => ("/careless-without-tenant", null, ""),
                    };
                    using var request = new HttpRequestMessage(HttpMethod.Get, path);
                    request.Headers.Authorization = tenant?.DefaultRequestHeaders.Authorization;
                    return (Seen: string.Join(" ", await client.SendAsync(request).ReadAsync<string[]>()), Expected: expected);
                })
        );
        answers.ShouldAllBe(answer => answer.Seen == answer.Expected);
    }

    [Fact]
    public async Task The_service_role_can_neither_read_nor_write_for_another_tenant()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        await client.AddNoteAsync(tenant, "hidden");
        await using var source = NpgsqlDataSource.Create(probe.AppConnection);
        await using var connection = await source.OpenConnectionAsync();

        (await ScalarAsync("select count(*) from notes")).ShouldBe(0L, "without a tenant");
        await ScalarAsync($"select set_config('app.tenant', '{tenant}', false)");
        (await ScalarAsync("select count(*) from notes")).ShouldBe(1L, "as the tenant");
        await ScalarAsync("select set_config('app.tenant', 'landkreis-of-nobody', false)");
        (await ScalarAsync("select count(*) from notes")).ShouldBe(0L, "as another tenant");
        (await ScalarAsync($"with gone as (delete from notes where tenant = '{tenant}' returning 1) select count(*) from gone")).ShouldBe(
            0L
        );

        var refused = await Should.ThrowAsync<PostgresException>(() =>
            ScalarAsync($"insert into notes (tenant, id, version, text) values ('{tenant}', gen_random_uuid(), 1, 'smuggled')")
        );
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => ScalarAsync("alter table notes disable row level security"))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync();
        }
    }
}
