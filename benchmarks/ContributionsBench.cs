using System.Diagnostics;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// What people wait for while they read and type: lists, search, what is similar; one Landkreis with 100,000 contributions in a topic area,
/// 400 beside it. Side by side with the least that a database must do for a page: its rows by their key, without policies.
/// </summary>
static class ContributionsBench
{
    const int Contributions = 100_000,
        Landkreise = 400,
        Beside = 50,
        Requests = 400,
        Chunk = 2_000,
        Words = 3_000,
        WordsOfText = 14;

    /// <summary>One asks how long it takes; more at once than there are processors, how long one waits for others, too.</summary>
    static readonly int[] AtOnce = [1, 4];

    public static async Task RunAsync()
    {
        // Outside of a test project nobody tells the factory where the service's files are; it needs none.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_PARTICIPATION", AppContext.BaseDirectory);
        await using var service = new ServiceUnderTest<Participation.Program, ParticipationDb>("participation");
        await service.InitializeAsync();
        var (tenant, area) = await AnOpenTopicAreaAsync(service);
        var random = new Random(1);
        var words = MadeUpWords(random);
        var ids = await FillAsync(service, tenant, area, Contributions, words, random);
        for (var number = 0; number < Landkreise; number++)
            await FillAsync(service, $"beside-{number}", Guid.CreateVersion7(), Beside, words, random);
        await Database.ExecuteAsync(service.AdminConnection, "analyze");

        using var reader = service.As(tenant, "participant");
        var url = $"/api/v1/{tenant}/topic-areas/{area}/contributions";
        string Word() => Pick(words, random);
        (string Name, Func<string> Ask)[] asked =
        [
            ("list, first page", () => $"{url}?limit=50"),
            ("list, deep inside", () => $"{url}?limit=50&after={ids[random.Next(ids.Count)]}"),
            ("list by support", () => $"{url}?limit=50&sort=supports"),
            ("list of a group", () => $"{url}?limit=50&group=administration"),
            ("search, one word", () => $"{url}?limit=50&q={Word()}"),
            ("search, two words", () => $"{url}?limit=50&q={Word()}%20{Word()}"),
            ("search, mistyped", () => $"{url}?limit=50&q={Mistyped(Word())}"),
            ("similar, 14 words", () => $"{url}/similar?text={Uri.EscapeDataString(Text(words, random))}"),
        ];
        await using var source = NpgsqlDataSource.Create(service.AdminConnection);
        var results = new List<Result>();
        foreach (var atOnce in AtOnce)
        {
            results.Add(await MeasureAsync("rows by their key", atOnce, _ => RowsAsync(source, ids[random.Next(ids.Count)])));
            foreach (var (name, ask) in asked)
                results.Add(
                    await MeasureAsync(name, atOnce, async _ => (await reader.GetAsync(ask())).EnsureSuccessStatusCode().Dispose())
                );
        }
        await ReportAsync(results);
    }

    static async Task<Result> MeasureAsync(string name, int atOnce, Func<int, Task> ask)
    {
        var took = new double[Requests];
        for (var warm = 0; warm < Requests / 4; warm++)
            await ask(warm);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        await Parallel.ForAsync(
            0,
            Requests,
            parallel,
            async (number, _) =>
            {
                var started = Stopwatch.GetTimestamp();
                await ask(number);
                took[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        );
        Array.Sort(took);
        return new(name, atOnce, took[Requests / 2], took[(int)(Requests * 0.99)], took[^1]);
    }

    static async Task ReportAsync(List<Result> results)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"{Contributions} contributions in a topic area, {Landkreise} Landkreise with {Beside} each beside it; {Requests} requests of "
                + $"each kind; {Environment.ProcessorCount} processors"
        );
        Console.WriteLine($"{"", -20}{"at once", 10}{"p50 ms", 10}{"p99 ms", 10}{"worst ms", 10}");
        foreach (var row in results)
            Console.WriteLine($"{row.Name, -20}{row.AtOnce, 10}{row.P50, 10:0.0}{row.P99, 10:0.0}{row.Worst, 10:0.0}");
        await BenchFile.KeepAsync(
            "contributions",
            new
            {
                at = TimeProvider.System.GetUtcNow(),
                processors = Environment.ProcessorCount,
                contributions = Contributions,
                landkreise = Landkreise,
                results,
            }
        );
    }

    sealed record Result(string Name, int AtOnce, double P50, double P99, double Worst);

    static async Task RowsAsync(NpgsqlDataSource source, Guid after)
    {
        await using var command = source.CreateCommand("select * from contributions where id > $1 order by tenant, id limit 51");
        command.Parameters.Add(new() { Value = after });
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) { }
    }

    static async Task<(string Tenant, Guid Area)> AnOpenTopicAreaAsync(ServiceUnderTest<Participation.Program, ParticipationDb> service)
    {
        var tenant = await service.NewTenantAsync();
        await using var scope = service.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeOf(tenant);
        var db = scope.ServiceProvider.GetRequiredService<ParticipationDb>();
        var area = new TopicArea
        {
            MandateId = Guid.CreateVersion7(),
            Key = "bildung",
            Title = "Bildung",
            Order = 1,
        };
        area.Open();
        db.TopicAreas.Add(area);
        await db.SaveChangesAsync();
        return (tenant, area.Id);
    }

    /// <summary>As they come by the API, with their words, without a request for each.</summary>
    static async Task<List<Guid>> FillAsync(
        ServiceUnderTest<Participation.Program, ParticipationDb> service,
        string tenant,
        Guid area,
        int count,
        string[] words,
        Random random
    )
    {
        var (groups, kinds) = (Enum.GetValues<StakeholderGroup>(), Enum.GetValues<ContributionKind>());
        var ids = new List<Guid>(count);
        for (var done = 0; done < count; done += Chunk)
        {
            await using var scope = service.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeOf(tenant);
            var db = scope.ServiceProvider.GetRequiredService<ParticipationDb>();
            var chunk = Enumerable
                .Range(0, Math.Min(Chunk, count - done))
                .Select(_ =>
                {
                    var made = new Contribution
                    {
                        TopicAreaId = area,
                        Kind = kinds[random.Next(kinds.Length)],
                        Title = null,
                        Text = Text(words, random),
                        Language = "de",
                        Voice = new(groups[random.Next(groups.Length)], null, null),
                        Author = $"person-{random.Next(2_000)}",
                        SubmittedAt = TimeProvider.System.GetUtcNow(),
                    };
                    made.CountSupport(random.Next(200));
                    return made;
                })
                .ToList();
            db.Contributions.AddRange(chunk);
            await db.SaveChangesAsync();
            await db.IndexWordsAsync([.. chunk.Select(row => row.Id)], CancellationToken.None);
            ids.AddRange(chunk.Select(row => row.Id));
        }
        return ids;
    }

    /// <summary>A few are said by very many, most by few, as in a language.</summary>
    static string Pick(string[] words, Random random) => words[(int)(words.Length * Math.Pow(random.NextDouble(), 2))];

    static string Text(string[] words, Random random) =>
        string.Join(' ', Enumerable.Range(0, WordsOfText).Select(_ => Pick(words, random)));

    static string Mistyped(string word) => word.Remove(word.Length / 2, 1);

    /// <summary>Of two or three syllables; each fifth is put together from two others, as German does.</summary>
    static string[] MadeUpWords(Random random)
    {
        const string Consonants = "bdfghklmnprstwz",
            Vowels = "aeiou";
        char One(string letters) => letters[random.Next(letters.Length)];
        string Syllable() => $"{One(Consonants)}{One(Vowels)}{One(Consonants)}";
        var made = new List<string>();
        while (made.Count < Words)
        {
            var word =
                made.Count % 5 == 4
                    ? made[random.Next(made.Count)] + made[random.Next(made.Count)]
                    : string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Syllable()));
            if (!made.Contains(word))
                made.Add(word);
        }
        return [.. made];
    }
}
