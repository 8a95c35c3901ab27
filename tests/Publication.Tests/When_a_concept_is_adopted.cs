using System.Security.Cryptography;
using Integrationskonzept.Contracts;
using Integrationskonzept.Publication.Editions;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.Publication.Tests;

public sealed class When_a_concept_is_adopted(PublicationService service)
{
    [Fact]
    public async Task Its_edition_is_sealed_with_the_hash_of_what_anybody_can_download()
    {
        var (tenant, _, adopted) = await service.AnAdoptedConceptAsync();
        var published = await service.Bus.WaitForAsync<EditionPublished>(tenant);
        published.ConceptId.ShouldBe(adopted.AggregateId);
        published.Path.ShouldBe($"/{tenant}/konzept/1");

        var bytes = await service.Client(null).GetByteArrayAsync($"/{tenant}/konzept/1/inhalt.json");
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(published.ContentHash);
    }

    [Fact]
    public async Task Goals_and_plans_are_sealed_and_read_in_their_chapter()
    {
        var tenant = await service.NewTenantAsync();
        var mandate = Given.Mandate(tenant);
        var whole = Given.Adoption(mandate);
        var goal = new AdoptedGoal(Guid.CreateVersion7(), "Z1.1", "bildung", "Alle lernen Deutsch", "Auch **im Schichtdienst**.");
        var plan = new MeasurePlan(
            "2027-03",
            "2028-12",
            5_000,
            24_000.5m,
            "Landesmittel",
            12_000,
            new("Teilnehmende", "Personen", 40, 120, "2028-12")
        );
        await service.Bus.PublishAsync(mandate);
        await service.Bus.PublishAsync(
            whole with
            {
                Goals = [goal],
                Measures = [whole.Measures[0] with { GoalId = goal.Id, Plan = plan }],
            }
        );
        await service.Bus.WaitForAsync<EditionPublished>(tenant);
        var page = await service.Client(null).GetStringAsync($"/{tenant}/konzept/1");
        foreach (
            var words in new[]
            {
                "Z1.1 Alle lernen Deutsch",
                "<strong>im Schichtdienst</strong>",
                "ab 2024 (März 2027 bis Dezember 2028)",
                "5.000 € einmalig, 24.000,50 € im Jahr",
                "Landesmittel: 12.000 €",
                "Teilnehmende in Personen: heute 40, Ziel 120, bis Dezember 2028",
                "href=\"#ziel-1-1\"",
            }
        )
            System.Net.WebUtility.HtmlDecode(page).ShouldContain(words);
        var edition = await service.Client(null).GetAsync($"/api/v1/{tenant}/editions/1").ReadAsync<EditionDto>();
        (edition.Content.Goals!.Single(), edition.Content.Measures[0].Plan).ShouldBe((goal, plan));
    }

    [Fact]
    public async Task A_redelivered_or_repeated_adoption_changes_nothing()
    {
        var (tenant, mandate, adopted) = await service.AnAdoptedConceptAsync();
        var id = Guid.CreateVersion7();
        await service.Bus.PublishAsync(adopted with { Title = "Anders" }, id);
        await service.Bus.PublishAsync(adopted with { Title = "Anders" }, id);
        await Eventually.TrueAsync(
            async () =>
                (long)(await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from inbox where message_id = '{id}'"))! == 1,
            "the repetition was handled"
        );

        var editions = await service.Client(null).GetAsync($"/api/v1/{tenant}/editions").ReadAsync<Page<EditionSummary>>();
        editions.Items.Select(edition => edition.Title).ShouldBe(["Integrationskonzept"]);
        (await service.PublishedAsync<EditionPublished>(tenant)).Count.ShouldBe(1);
        mandate.Tenant.ShouldBe(tenant);
    }

    [Fact]
    public async Task Told_in_parts_it_is_sealed_once_with_the_last_of_them_in_any_order_each_delivered_twice()
    {
        var tenant = await service.NewTenantAsync();
        var mandate = Given.Mandate(tenant);
        var id = Guid.CreateVersion7();
        var whole = Given.Adoption(mandate);
        await service.Bus.PublishAsync(mandate);
        var empty = whole with { Sections = [], Measures = [] };
        ConceptAdopted[] parts =
        [
            empty with
            {
                Part = new(id, 1, 4),
                Sections = [whole.Sections[0]],
            },
            empty with
            {
                Part = new(id, 2, 4),
                Sections = [whole.Sections[1]],
            },
            empty with
            {
                Part = new(id, 3, 4),
                Measures = [whole.Measures[0] with { Contributions = [] }],
            },
            empty with
            {
                Part = new(id, 4, 4),
                Contributions = whole.Measures[0].Contributions,
            },
        ];
        foreach (var part in parts.Skip(1).Reverse())
        {
            await ConsumedAsync(part);
            await ConsumedAsync(part);
        }
        await service.Client(null).GetAsync($"/api/v1/{tenant}/editions/1").ProblemAsync(404, "edition-unknown");

        await ConsumedAsync(parts[0]);
        foreach (var part in parts)
            await ConsumedAsync(part);
        (await service.PublishedAsync<EditionPublished>(tenant)).Count.ShouldBe(1);
        var content = (await service.Client(null).GetAsync($"/api/v1/{tenant}/editions/1").ReadAsync<EditionDto>()).Content;
        content.Sections.Select(section => section.Key).ShouldBe(["vorwort", "bildung"]);
        content.Measures.Single().Contributions.ShouldBe(whole.Measures[0].Contributions);
    }

    [Fact]
    public async Task Nobody_can_change_the_sealed_edition_not_even_in_the_database()
    {
        var (tenant, _, _) = await service.AnAdoptedConceptAsync();
        (
            await Should.ThrowAsync<PostgresException>(() =>
                Database.ExecuteAsync(service.AdminConnection, $"update editions set content_hash = 'x' where tenant = '{tenant}'")
            )
        ).MessageText.ShouldContain("sealed");
        await Should.ThrowAsync<PostgresException>(() =>
            Database.ExecuteAsync(service.AdminConnection, $"delete from editions where tenant = '{tenant}'")
        );
    }

    [Fact]
    public async Task A_measure_leads_back_to_the_contributions_behind_it()
    {
        var (tenant, _, _) = await service.AnAdoptedConceptAsync();
        var trace = await service.Client(null).GetAsync($"/api/v1/{tenant}/editions/1/measures/1.1/trace").ReadAsync<PublishedTrace>();
        trace.Contributions.Single().Id.ShouldBe(Given.Contribution);
        trace.MandateReference.ShouldBe("VL-1/2022");
        await service.Client(null).GetAsync($"/api/v1/{tenant}/editions/1/measures/9.9/trace").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Its_pdf_is_made_in_the_background()
    {
        using var spans = new Spans("Integrationskonzept.Work");
        using var meters = new Meters();
        var (tenant, _, _) = await service.AnAdoptedConceptAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await service.Client(null).GetAsync($"/{tenant}/konzept/1/pdf");
                return answer.Content.Headers.ContentType?.MediaType == "application/pdf";
            },
            "the PDF is there"
        );
        await Eventually.TrueAsync(
            () => Task.FromResult(spans.Outcomes(("tenant", tenant), ("kind", "pdf")) is ["made"]),
            "its span ended"
        );
        meters.Sum("renditions.made", ("tenant", tenant), ("format", "pdf")).ShouldBe(1);
    }

    [Fact]
    public async Task A_pdf_that_fails_says_so_and_is_tried_again()
    {
        using var spans = new Spans("Integrationskonzept.Work");
        using var meters = new Meters();
        var (tenant, _, _) = await service.AnAdoptedConceptAsync($"Text {RenderingDouble.Unprintable}");
        await Eventually.TrueAsync(
            async () =>
                (long)
                    (
                        await Database.ExecuteAsync(
                            service.AdminConnection,
                            $"select count(*) from rendition_jobs where tenant_slug = '{tenant}' and attempts > 0 and "
                                + "last_error is not null and due_at > now()"
                        )
                    )! == 1,
            "the failure is kept"
        );
        using var answer = await service.Client(null).GetAsync($"/{tenant}/konzept/1/pdf");
        ((int)answer.StatusCode).ShouldBe(503);
        answer.Headers.RetryAfter.ShouldNotBeNull();

        spans.Outcomes(("tenant", tenant), ("kind", "pdf")).ShouldContain("failed");
        meters.Sum("renditions.failures", ("tenant", tenant), ("format", "pdf")).ShouldBeGreaterThanOrEqualTo(1);
        await Eventually.TrueAsync(
            () => Task.FromResult(meters.Highest("renditions.depth") >= 1 && meters.Highest("renditions.oldest.age") > 0),
            "it is missed"
        );
    }

    [Fact]
    public async Task Another_landkreis_has_no_such_edition()
    {
        await service.AnAdoptedConceptAsync();
        var other = await service.NewTenantAsync();
        await service.Client(null).GetAsync($"/api/v1/{other}/editions/1").ProblemAsync(404, "edition-unknown");
    }

    async Task ConsumedAsync(ConceptAdopted part)
    {
        var id = Guid.CreateVersion7();
        await service.Bus.PublishAsync(part, id);
        await Eventually.TrueAsync(
            async () => await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from inbox where message_id = '{id}'") is 1L,
            "it is consumed"
        );
    }
}
