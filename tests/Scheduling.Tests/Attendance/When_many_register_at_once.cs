using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

/// <summary>Alone, after the others: while hundreds wait for one lock, the pool of connections has none left for them.</summary>
[CollectionDefinition(nameof(Crowd), DisableParallelization = true)]
public sealed class Crowd;

[Collection(nameof(Crowd))]
public sealed class When_many_register_at_once(SchedulingService service)
{
    const int People = 300,
        Capacity = 80,
        Parallel = 32;

    [Fact]
    public async Task No_seat_is_given_twice_and_nobody_is_overtaken()
    {
        var open = await GivenRegistration.OpenAsync(service, Capacity);
        var client = service.CreateClient();
        var answers = new ConcurrentBag<(RegistrationDto Registration, long Sent, long Answered)>();
        var tokens = Enumerable.Range(0, People).Select(_ => service.Issuer.Token([$"{open.Given.Tenant}:participant"])).ToList();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            tokens,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (token, ct) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{open.Api}/registrations")
                {
                    Content = JsonContent.Create(new Register(StakeholderGroup.CivilSociety), options: JsonColumn.Options),
                };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                var sent = Stopwatch.GetTimestamp();
                answers.Add(
                    (await client.SendAsync(request, ct).ReadAsync<RegistrationDto>(HttpStatusCode.Created), sent, Stopwatch.GetTimestamp())
                );
            }
        );

        answers.Count(row => row.Registration.State == RegistrationState.Confirmed).ShouldBe(Capacity);
        answers
            .Where(row => row.Registration.Position is not null)
            .Select(row => row.Registration.Position!.Value)
            .Order()
            .ShouldBe(Enumerable.Range(1, People - Capacity));
        (await open.NumbersAsync()).ShouldBe(new(Capacity, Capacity, 0, 0, People - Capacity));
        // Whoever had an answer before another asked comes before that other: 0 has a seat, then the places of the queue.
        var unfair =
            from early in answers
            from late in answers
            where early.Answered < late.Sent && (early.Registration.Position ?? 0) > (late.Registration.Position ?? 0)
            select (early, late);
        unfair.ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_who_leave_meanwhile_make_room_for_exactly_as_many()
    {
        var open = await GivenRegistration.OpenAsync(service, 10);
        var seated = new List<(HttpClient Who, RegistrationDto Registration)>();
        for (var count = 0; count < 10; count++)
            seated.Add(await open.SomebodyRegistersAsync());
        await Task.WhenAll(
            seated
                .Take(6)
                .Select(row => open.WithdrawAsync(row.Who, row.Registration).ReadAsync())
                .Concat(
                    Enumerable
                        .Range(0, 20)
                        .Select(async _ =>
                            (System.Text.Json.Nodes.JsonNode)
                                System.Text.Json.JsonSerializer.SerializeToNode((await open.SomebodyRegistersAsync()).Registration.Id)!
                        )
                )
        );
        var numbers = await open.NumbersAsync();
        (numbers.Confirmed + numbers.Offered, numbers.Waiting).ShouldBe((10, 14));
    }
}
