using System.Diagnostics;
using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Goals;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// Traces of each kind in a concept of 2,000 contributions, 300 sections, 200 measures and four milestones. Beside it the least that a
/// database must do: from one measure to its contributions and milestones, by its key, without policies.
/// </summary>
static class TraceBench
{
    const int Contributions = 2_000,
        Sections = 300,
        Measures = 200,
        GoalsOfArea = 5,
        Areas = 6,
        Milestones = 4,
        OfMeasure = 8,
        Requests = 200,
        AtOnce = 2;

    static readonly DateTimeOffset Begin = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync()
    {
        // Outside of a test project nobody tells the factory where the service's files are; it needs none.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_DRAFTING", AppContext.BaseDirectory);
        await using var service = new ServiceUnderTest<Drafting.Program, DraftingDb>("drafting");
        await service.InitializeAsync();
        var tenant = await service.NewTenantAsync();
        var made = await FillAsync(service, tenant);
        await Database.ExecuteAsync(service.AdminConnection, "analyze");

        var random = new Random(1);
        using var editor = service.As(tenant, "editor");
        T Pick<T>(IReadOnlyList<T> rows) => rows[random.Next(rows.Count)];
        (string Name, Func<string> Of)[] asked =
        [
            ("contribution", () => $"contribution:{Pick(made.Contributions)}"),
            ("record", () => $"record:area-{random.Next(Areas)}"),
            ("goal", () => $"goal:{Pick(made.Goals)}"),
            ("measure", () => $"measure:{Pick(made.Measures)}"),
            ("section", () => $"section:{Pick(made.Sections)}"),
            ("revision", () => $"revision:{Pick(made.Sections)}/1"),
            ("milestone", () => $"milestone:{random.Next(Milestones) + 1}"),
        ];
        await using var source = NpgsqlDataSource.Create(service.AdminConnection);
        var results = new List<Result> { await MeasureAsync("one measure in SQL", () => BaselineAsync(source, Pick(made.Measures))) };
        foreach (var (name, of) in asked)
            results.Add(
                await MeasureAsync(
                    name,
                    async () =>
                    {
                        using var answer = await editor.GetAsync($"/api/v1/{tenant}/concepts/{made.Concept}/trace?of={of()}");
                        answer.EnsureSuccessStatusCode();
                    }
                )
            );
        await ReportAsync(results);
    }

    static async Task<Result> MeasureAsync(string name, Func<Task> ask)
    {
        for (var warm = 0; warm < Requests / 4; warm++)
            await ask();
        var took = new double[Requests];
        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) =>
            {
                var started = Stopwatch.GetTimestamp();
                await ask();
                took[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        );
        Array.Sort(took);
        return new(name, took[Requests / 2], took[(int)(Requests * 0.99)], took[^1]);
    }

    static async Task BaselineAsync(NpgsqlDataSource source, Guid measure)
    {
        await using var command = source.CreateCommand(
            """
            select s.contribution_id, m.id, p.milestone from measures as m
            left join sources as s on m.proposal -> 'contributionIds' ? s.contribution_id::text and s.concept_id = m.concept_id
            left join milestone_parts as p on p.concept_id = m.concept_id and p.kind = 'Measure' and p.part_id = m.id
            where m.id = $1
            """
        );
        command.Parameters.Add(new() { Value = measure });
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) { }
    }

    static async Task ReportAsync(List<Result> results)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"{Contributions} contributions, {Sections} sections, {Measures} measures, {Milestones} milestones; {Requests} requests of "
                + $"each kind, {AtOnce} at once; {Environment.ProcessorCount} processors"
        );
        Console.WriteLine($"{"", -20}{"p50 ms", 10}{"p99 ms", 10}{"worst ms", 10}");
        foreach (var row in results)
            Console.WriteLine($"{row.Name, -20}{row.P50, 10:0.0}{row.P99, 10:0.0}{row.Worst, 10:0.0}");
        await BenchFile.KeepAsync(
            "trace",
            new
            {
                at = TimeProvider.System.GetUtcNow(),
                processors = Environment.ProcessorCount,
                contributions = Contributions,
                sections = Sections,
                measures = Measures,
                milestones = Milestones,
                atOnce = AtOnce,
                results,
            }
        );
    }

    static async Task<Made> FillAsync(ServiceUnderTest<Drafting.Program, DraftingDb> service, string tenant)
    {
        await using var scope = service.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeOf(tenant);
        var db = scope.ServiceProvider.GetRequiredService<DraftingDb>();
        List<MandatedTopicArea> areas =
        [
            .. Enumerable.Range(0, Areas).Select(number => new MandatedTopicArea($"area-{number}", $"Feld {number}")),
        ];
        var concept = new Concept
        {
            MandateId = SequentialId.Next(),
            MandateReference = "VL-1/2027",
            Title = "Integrationskonzept",
            TopicAreas = areas,
        };
        List<Guid> contributions = [.. Enumerable.Range(0, Contributions).Select(_ => SequentialId.Next())];
        Guid[] SomeOf(int area, int from, int count) =>
            [.. Enumerable.Range(0, count).Select(one => contributions[((from * count + one) * Areas + area) % Contributions])];
        List<Goal> goals =
        [
            .. Enumerable
                .Range(0, Areas * GoalsOfArea)
                .Select(number => new Goal
                {
                    ConceptId = concept.Id,
                    SectionKey = $"area-{number % Areas}",
                    TopicArea = number % Areas + 1,
                    Position = number / Areas + 1,
                    Title = $"Ziel {number}",
                    Description = "",
                    ContributionIds = [.. SomeOf(number % Areas, number, OfMeasure)],
                }),
        ];
        List<Measure> measures = [.. Enumerable.Range(0, Measures).Select(number => AMeasure(concept.Id, number, goals, SomeOf))];
        List<Section> sections = [.. Enumerable.Range(0, Sections).Select(number => ASection(concept.Id, number))];
        List<Revision> revisions =
        [
            .. sections.SelectMany(row => Enumerable.Range(1, 3).Select(number => row.Edit(row.Title, new('x', 2_000), "editor", Begin))),
        ];
        db.Concepts.Add(concept);
        db.Goals.AddRange(goals);
        db.Measures.AddRange(measures);
        db.Sections.AddRange(sections);
        db.Revisions.AddRange(revisions);
        db.Sources.AddRange(contributions.Select((id, number) => ASource(concept.Id, id, number)));
        for (var number = 1; number <= Milestones; number++)
        {
            db.Milestones.Add(Milestone.Freeze(concept.Id, concept.NextMilestone(), $"Stand {number}", new([], []), Begin));
            db.MilestoneParts.AddRange(
                sections
                    .Select(row => APart(concept.Id, number, MilestonePartKind.Section, row.Id, Math.Min(number, 3)))
                    .Concat(goals.Select(row => APart(concept.Id, number, MilestonePartKind.Goal, row.Id, null)))
                    .Concat(measures.Select(row => APart(concept.Id, number, MilestonePartKind.Measure, row.Id, null)))
            );
        }
        await db.SaveChangesAsync();
        return new(
            concept.Id,
            contributions,
            [.. goals.Select(row => row.Id)],
            [.. measures.Select(row => row.Id)],
            [.. sections.Select(row => row.Key)]
        );
    }

    static Measure AMeasure(Guid concept, int number, List<Goal> goals, Func<int, int, int, Guid[]> someOf)
    {
        var area = number % Areas;
        var words = new MeasureProposal(
            SequentialId.Next(),
            $"Maßnahme {number}",
            new('x', 600),
            null,
            "Volkshochschule",
            null,
            null,
            null,
            null,
            someOf(area, number / Areas, OfMeasure)
        );
        var measure = Measure.From(words, concept, $"area-{area}", area + 1, number / Areas + 1);
        measure.GoalId = goals[number % goals.Count].Id;
        return measure;
    }

    static Section ASection(Guid concept, int number) =>
        new()
        {
            ConceptId = concept,
            Key = number < Areas ? $"area-{number}" : $"section-{number}",
            Title = $"Kapitel {number}",
            Order = number + 1,
            TopicAreaKey = number < Areas ? $"area-{number}" : null,
            Markdown = "",
        };

    static Source ASource(Guid concept, Guid id, int number) =>
        new()
        {
            ContributionId = id,
            ConceptId = concept,
            TopicAreaKey = $"area-{number % Areas}",
            Contribution = new(id, ContributionKind.Need, new('y', 400), "Kulturverein", StakeholderGroup.MigrantOrganisation, 3),
            TopicAreaId = Guid.Empty,
            Revision = 1,
        };

    static MilestonePart APart(Guid concept, int milestone, MilestonePartKind kind, Guid id, int? revision) =>
        new()
        {
            ConceptId = concept,
            Milestone = milestone,
            Kind = kind,
            PartId = id,
            Revision = revision,
        };

    sealed record Made(
        Guid Concept,
        IReadOnlyList<Guid> Contributions,
        IReadOnlyList<Guid> Goals,
        IReadOnlyList<Guid> Measures,
        IReadOnlyList<string> Sections
    );

    sealed record Result(string Name, double P50, double P99, double Worst);
}
