using Integrationskonzept.Contracts;

namespace Integrationskonzept.Publication.Tests;

/// <summary>What other services tell Publication.</summary>
static class Given
{
    static readonly DateTimeOffset At = new(2023, 9, 29, 10, 0, 0, TimeSpan.Zero);

    public static MandateGranted Mandate(string tenant, string reference = "VL-1/2022") =>
        new()
        {
            Tenant = tenant,
            AggregateId = Guid.CreateVersion7(),
            Version = 3,
            OccurredAt = At,
            Reference = reference,
            Subject = "Auftrag zum Konzept",
            Resolution = "Ein Konzept wird erarbeitet.",
            DecidedOn = new(2022, 9, 16),
            DecidedBy = "Kreistag",
            TopicAreas = [new("bildung", "Bildung"), new("arbeit", "Arbeit")],
            Programme = [new(EventKind.Kickoff, "Auftakt", 1, 1, 1000)],
            MonthsPerTopicArea = 2,
            Deadline = new(2023, 9, 30),
            Budget = 1000,
        };

    public static ConceptAdopted Adoption(MandateGranted mandate, string text = "Gute **Bildung** für alle.", int edition = 1) =>
        new()
        {
            Tenant = mandate.Tenant,
            AggregateId = Guid.CreateVersion7(),
            Version = 9,
            OccurredAt = At,
            MandateId = mandate.AggregateId,
            PaperReference = "VL-9/2023",
            MandateReference = mandate.Reference,
            Edition = edition,
            Title = "Integrationskonzept",
            AdoptedOn = new(2023, 9, 29),
            AdoptedBy = "Kreistag",
            Resolution = "Das Konzept wird beschlossen.",
            Sections =
            [
                new("vorwort", "Vorwort", null, text),
                new("bildung", "Bildung", "bildung", "## Lage\n\n| A | B |\n|---|---|\n| 1 | 2 |"),
            ],
            Measures =
            [
                new(
                    "1.1",
                    "bildung",
                    new(
                        Guid.CreateVersion7(),
                        "Sprachtreff",
                        "Einmal die Woche.",
                        "Erwachsene",
                        "Volkshochschule",
                        null,
                        "ab 2024",
                        "Landesmittel",
                        "Teilnehmende",
                        [Contribution]
                    ),
                    [
                        new(
                            Contribution,
                            ContributionKind.Need,
                            "Abends fehlen Kurse",
                            "Kulturverein",
                            StakeholderGroup.MigrantOrganisation,
                            12
                        ),
                    ]
                ),
            ],
        };

    public static EventScheduled Workshop(MandateGranted mandate)
    {
        var details = new EventDetails(
            Guid.CreateVersion7(),
            EventKind.Workshop,
            "Workshop Bildung",
            "bildung",
            new(2023, 3, 1, 8, 0, 0, TimeSpan.Zero),
            new(2023, 3, 1, 12, 0, 0, TimeSpan.Zero),
            "Kreishaus"
        );
        return new()
        {
            Tenant = mandate.Tenant,
            AggregateId = details.EventId,
            Version = 1,
            OccurredAt = At,
            MandateId = mandate.AggregateId,
            Event = details,
        };
    }

    public static Guid Contribution { get; } = Guid.CreateVersion7();

    public static async Task<(string Tenant, MandateGranted Mandate, ConceptAdopted Adopted)> AnAdoptedConceptAsync(
        this PublicationService service,
        string? text = null
    )
    {
        var tenant = await service.NewTenantAsync();
        var mandate = Mandate(tenant);
        var adopted = text is null ? Adoption(mandate) : Adoption(mandate, text);
        await service.Bus.PublishAsync(mandate);
        await service.Bus.PublishAsync(adopted);
        await service.Bus.WaitForAsync<EditionPublished>(tenant);
        return (tenant, mandate, adopted);
    }
}
