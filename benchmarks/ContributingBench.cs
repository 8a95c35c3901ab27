using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Integrationskonzept.EndToEnd.Tests;
using Npgsql;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// 32 people contribute at once through the gateway, in turns with pgbench, whose 32 clients do the same transaction on the same server:
/// the topic area held, the row with its indexes, its words.
/// </summary>
static partial class ContributingBench
{
    const int Clients = 32,
        Rounds = 3,
        Seconds = 15;
    const string Tenant = Walkthrough.Walkthrough.Live,
        Moderator = $"{Tenant}.moderator",
        Text = "Kurse am Abend und am Samstag, mit Kinderbetreuung und mit Bus nach Hause, auch in kleinen Gemeinden";

    public static async Task RunAsync()
    {
        await using var running = new RunningPlatform { RequestsPerMinute = 1_000_000 };
        await running.InitializeAsync();
        var areas = (await running.Platform.GetAsync(Moderator, $"/api/v1/{Tenant}/topic-areas"))["items"]!.AsArray();
        var area = Guid.Parse($"{areas.First(one => $"{one!["state"]}" == "open")!["id"]}");
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = running.Gateway };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await running.Platform.Tokens.OfAsync(Moderator));
        var server = new NpgsqlConnectionStringBuilder(await running.App.GetConnectionStringAsync("postgres"));

        await OursAsync(client, area, TimeSpan.FromSeconds(3)); // warm
        var (ours, floor) = (new List<Round>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            floor.Add(await PgbenchAsync(server, area));
            ours.Add(await OursAsync(client, area, TimeSpan.FromSeconds(Seconds)));
        }
        Console.WriteLine();
        Console.WriteLine(
            $"{Clients} clients for {Seconds} s, {Rounds} rounds in turns; all on one machine with {Environment.ProcessorCount} processors"
        );
        Console.WriteLine($"{"", -24}{"per second", 12}{"worst round", 13}{"p50 ms", 10}{"p99 ms", 10}");
        Console.WriteLine($"{"pgbench", -24}{floor.Order().ElementAt(Rounds / 2), 12:0}{floor.Min(), 13:0}");
        Console.WriteLine(
            $"{"POST by the gateway", -24}{ours.Select(row => row.PerSecond).Order().ElementAt(Rounds / 2), 12:0}"
                + $"{ours.Min(row => row.PerSecond), 13:0}{ours.Average(row => row.P50), 10:0.0}{ours.Max(row => row.P99), 10:0.0}"
        );
        await BenchFile.KeepAsync(
            "contributing",
            new
            {
                at = TimeProvider.System.GetUtcNow(),
                processors = Environment.ProcessorCount,
                clients = Clients,
                floor,
                ours,
            }
        );
    }

    sealed record Round(double PerSecond, double P50, double P99);

    static async Task<Round> OursAsync(HttpClient client, Guid area, TimeSpan time)
    {
        var took = new ConcurrentBag<double>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async _ =>
                {
                    while (Stopwatch.GetElapsedTime(started) < time)
                    {
                        var asked = Stopwatch.GetTimestamp();
                        using var answer = await client.PostAsJsonAsync(
                            $"/api/v1/{Tenant}/topic-areas/{area}/contributions",
                            new
                            {
                                kind = "need",
                                text = Text,
                                group = "civilSociety",
                            }
                        );
                        answer.EnsureSuccessStatusCode();
                        took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                    }
                })
        );
        var sorted = took.Order().ToList();
        return new(
            sorted.Count / Stopwatch.GetElapsedTime(started).TotalSeconds,
            sorted[sorted.Count / 2],
            sorted[(int)(sorted.Count * 0.99)]
        );
    }

    /// <summary>Transactions a second.</summary>
    static async Task<double> PgbenchAsync(NpgsqlConnectionStringBuilder server, Guid area)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Transaction(area));
        try
        {
            var start = new ProcessStartInfo(Directory.GetFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories)[0])
            {
                RedirectStandardOutput = true,
                ArgumentList =
                {
                    "--no-vacuum",
                    $"--client={Clients}",
                    "--jobs=2",
                    $"--time={Seconds}",
                    $"--file={script}",
                    $"--host={server.Host}",
                    $"--port={server.Port}",
                    $"--username={server.Username}",
                    "participation",
                },
                Environment = { ["PGPASSWORD"] = server.Password },
            };
            using var pgbench = Process.Start(start)!;
            var said = await pgbench.StandardOutput.ReadToEndAsync();
            await pgbench.WaitForExitAsync();
            return double.Parse(Tps().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    static string Transaction(Guid area) =>
        $"""
            begin;
            select set_config('app.tenant', '{Tenant}', true);
            select * from topic_areas where id = '{area}' for share;
            select gen_random_uuid() as id \gset
            insert into contributions (id, tenant, version, topic_area_id, kind, text, language, "group", author, submitted_at)
                values (':id', '{Tenant}', 1, '{area}', 'Need', '{Text}', 'de', 'CivilSociety', 'pgbench', now());
            with said as (
                select word, (ts_lexize('german_stem', word))[1] as stem
                from unnest(tsvector_to_array(to_tsvector('simple', '{Text}'))) as word where length(word) between 2 and 60
            ), kept as (
                insert into vocabulary (tenant, topic_area_id, word, stem) select '{Tenant}', '{area}', word, stem from said
                where stem is not null on conflict do nothing
            )
            insert into contribution_words (tenant, topic_area_id, word, contribution_id)
                select '{Tenant}', '{area}', word, ':id' from said where stem is not null;
            commit;

            """;

    [GeneratedRegex(@"tps = ([0-9.]+) \(without")]
    private static partial Regex Tps();
}
