using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// A kickoff evening: 1,000 people want 80 seats in the same moment. Side by side with the least that a database must do for it: lock,
/// count, insert, by the same number of callers on the same server.
/// </summary>
static class RegistrationBench
{
    const int People = 1000,
        Seats = 80,
        AtOnce = 200,
        Rounds = 3;

    public static async Task RunAsync()
    {
        // Outside of a test project nobody tells the factory where the service's files are; it needs none.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_SCHEDULING", AppContext.BaseDirectory);
        await using var service = new ServiceUnderTest<Scheduling.Program, SchedulingDb>("scheduling");
        await service.InitializeAsync();
        await OursAsync(service, people: 100); // warm
        var (ours, floor) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < Rounds; round++)
        {
            floor.Add(await FloorAsync(service));
            ours.Add(await OursAsync(service));
        }
        Console.WriteLine();
        Console.WriteLine(
            $"{People} people register at once for {Seats} seats, {AtOnce} requests under way at a time, {Rounds} rounds; "
                + $"{Environment.ProcessorCount} processors"
        );
        Console.WriteLine($"{"", -16}{"per second", 12}{"worst round", 13}{"p50 ms", 10}{"p99 ms", 10}{"seated", 8}");
        Console.WriteLine(Line("lock and insert", floor));
        Console.WriteLine(Line("registration", ours));
        await BenchFile.KeepAsync(
            "registration",
            new
            {
                at = TimeProvider.System.GetUtcNow(),
                people = People,
                seats = Seats,
                atOnce = AtOnce,
                floor,
                ours,
            }
        );
    }

    sealed record Round(double PerSecond, double P50, double P99, int Seated);

    static string Line(string name, List<Round> rounds) =>
        $"{name, -16}{rounds.Select(row => row.PerSecond).Order().ElementAt(rounds.Count / 2), 12:0}"
        + $"{rounds.Min(row => row.PerSecond), 13:0}"
        + $"{rounds.Average(row => row.P50), 10:0.0}{rounds.Max(row => row.P99), 10:0.0}"
        + $"{string.Join("/", rounds.Select(row => row.Seated).Distinct()), 8}";

    static async Task<Round> OursAsync(ServiceUnderTest<Scheduling.Program, SchedulingDb> service, int people = People)
    {
        var (tenant, url) = await AnOpenEventAsync(service);
        var tokens = Enumerable.Range(0, people).Select(_ => service.Issuer.Token([$"{tenant}:participant"])).ToList();
        using var client = service.CreateClient();
        return await MeasureAsync(
            people,
            async person =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{url}/registrations")
                {
                    Content = JsonContent.Create(new Register(StakeholderGroup.CivilSociety), options: JsonColumn.Options),
                };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[person]);
                return (await client.SendAsync(request).ReadAsync<RegistrationDto>(System.Net.HttpStatusCode.Created)).State
                    == RegistrationState.Confirmed;
            }
        );
    }

    /// <summary>The same kind of row in a table without policies, indexes but for the key, mails or messages.</summary>
    static async Task<Round> FloorAsync(ServiceUnderTest<Scheduling.Program, SchedulingDb> service)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(service.AdminConnection) { MaxPoolSize = 50 }.ConnectionString
        );
        await using (
            var setUp = source.CreateCommand(
                "drop table if exists floor_seats; drop table if exists floor_event; create table floor_event (id int "
                    + "primary key); insert into floor_event values (1); create table floor_seats (id bigint generated always "
                    + "as identity primary key, seated boolean not null)"
            )
        )
            await setUp.ExecuteNonQueryAsync();
        return await MeasureAsync(
            People,
            async _ =>
            {
                await using var connection = await source.OpenConnectionAsync();
                await using var transaction = await connection.BeginTransactionAsync();
                await using var command = new NpgsqlCommand(
                    "select 1 from floor_event where id = 1 for update; insert into floor_seats (seated) select count(*) "
                        + "< @seats from floor_seats where seated returning seated",
                    connection,
                    transaction
                );
                command.Parameters.AddWithValue("seats", Seats);
                await using var reader = await command.ExecuteReaderAsync();
                await reader.NextResultAsync();
                await reader.ReadAsync();
                var seated = reader.GetBoolean(0);
                await reader.DisposeAsync();
                await transaction.CommitAsync();
                return seated;
            }
        );
    }

    static async Task<Round> MeasureAsync(int people, Func<int, Task<bool>> register)
    {
        var latencies = new ConcurrentBag<double>();
        var seated = 0;
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0,
            people,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (person, _) =>
            {
                var asked = Stopwatch.GetTimestamp();
                if (await register(person))
                    Interlocked.Increment(ref seated);
                latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        );
        var perSecond = people / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var sorted = latencies.Order().ToList();
        return new(perSecond, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)], seated);
    }

    static async Task<(string Tenant, string Url)> AnOpenEventAsync(ServiceUnderTest<Scheduling.Program, SchedulingDb> service)
    {
        var tenant = await service.NewTenantAsync();
        var api = $"/api/v1/{tenant}";
        var coordinator = service.As(tenant, "coordinator");
        var mandate = new MandateGranted
        {
            Tenant = tenant,
            AggregateId = Guid.CreateVersion7(),
            Version = 1,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            Reference = "VL-1/2029",
            Subject = "Auftrag",
            Resolution = "Ein Konzept wird erarbeitet.",
            DecidedOn = new(2029, 1, 5),
            DecidedBy = "Kreistag",
            MonthsPerTopicArea = 2,
            Deadline = null,
            Budget = 100,
            TopicAreas = [new("bildung", "Bildung")],
            Programme = [new(EventKind.Kickoff, "Auftakt", 1, 1, 10)],
        };
        await service.Bus.PublishAsync(mandate);
        await Eventually.TrueAsync(
            async () => (await coordinator.GetAsync($"{api}/mandates").ReadAsync<Page<MandateDto>>()).Items.Count > 0,
            "the mandate is known"
        );
        var held = await coordinator
            .SendAsync(
                HttpMethod.Post,
                $"{api}/events",
                new AddEvent(EventKind.Kickoff, mandate.AggregateId, "Auftakt", "2029-03-01T10:00", "2029-03-01T12:00")
            )
            .ReadAsync<EventDto>(System.Net.HttpStatusCode.Created);
        await coordinator
            .SendAsync(
                HttpMethod.Put,
                $"{api}/events/{held.Id}/registration",
                new SetRegistration
                {
                    OpensAt = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero),
                    ClosesAt = held.Start,
                    Capacity = Seats,
                },
                0
            )
            .ReadAsync();
        return (tenant, $"{api}/events/{held.Id}");
    }
}
