namespace Integrationskonzept.ServiceDefaults.Tests.Data;

public sealed class When_a_database_is_of_another_version(ProbeService probe)
{
    [Fact]
    public async Task The_migration_step_names_what_it_does_not_know_and_changes_nothing()
    {
        await using var own = await probe.OwnAsync("newer");
        await own.SqlAsync(
            """
            insert into "__EFMigrationsHistory" values ('29990101000000_Later', '99.0');
            revoke select on notes from newer_app
            """
        );
        var refusal = await Should.ThrowAsync<InvalidOperationException>(own.MigrateAsync);
        refusal.Message.ShouldBe(
            "The database newer is of another version than this service, which does not know its migration 29990101000000_Later. "
                + "Start the version that made it, or restore a backup; on a developer's machine ./run --reset drops all data."
        );
        (await own.SqlAsync("select has_table_privilege('newer_app', 'notes', 'select')")).ShouldBe(false);

        await own.SqlAsync("""delete from "__EFMigrationsHistory" where product_version = '99.0'""");
        await own.MigrateAsync();
        (await own.SqlAsync("select has_table_privilege('newer_app', 'notes', 'select')")).ShouldBe(true);
    }
}
