using Integrationskonzept.Contracts;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_person_is_erased(DraftingService service)
{
    [Fact]
    public async Task Their_words_stay_in_the_concept_and_nobody_knows_whose_they_were()
    {
        var tenant = await service.NewTenantAsync();
        var (who, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var section = Guid.CreateVersion7();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"""
            insert into revisions (tenant, section_id, number, title, markdown, editor, at) values
                ('{tenant}', '{section}', 1, 'Lage', 'Worte, die bleiben', '{who}', now()),
                ('{tenant}', '{section}', 2, 'Lage', 'Worte von anderen', '{other}', now())
            """
        );

        var receipt = await service.Bus.EraseAsync<PersonErasedInDrafting>(AnErasure.Of(who, "jemand@example.org"));

        receipt.Rows.ShouldBe(new Dictionary<string, int> { ["revisions"] = 1 });
        (await Traces.FindAsync(service.AdminConnection, who.ToString())).ShouldBeEmpty();
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select string_agg(markdown, ', ' order by number) from revisions where section_id = '{section}'"
            )
        ).ShouldBe("Worte, die bleiben, Worte von anderen");
        (await Traces.FindAsync(service.AdminConnection, other.ToString())).ShouldNotBeEmpty();
    }
}
