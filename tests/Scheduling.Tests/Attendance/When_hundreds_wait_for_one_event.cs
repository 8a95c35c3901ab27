using System.Net;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

[Collection(nameof(Crowd))]
public sealed class When_hundreds_wait_for_one_event(SchedulingService service)
{
    const int People = 300;

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // an idempotency key opens a transaction, and so needs a connection
    public async Task Everybody_else_is_served(bool withKey)
    {
        var (crowded, quiet) = (await GivenRegistration.OpenAsync(service, People), await GivenRegistration.OpenAsync(service, 5));
        Task<HttpResponseMessage>[] waiting;
        await using (var source = NpgsqlDataSource.Create(service.AdminConnection))
        await using (var connection = await source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            // Nobody gets on with this event for as long as this test holds its lock: all 300 wait at once, on 20 connections.
            await using (
                var command = new NpgsqlCommand(
                    $"select 1 from registration_settings where id = '{crowded.Event.Id}' for update",
                    connection
                )
            )
                await command.ExecuteNonQueryAsync();
            waiting =
            [
                .. Enumerable
                    .Range(0, People)
                    .Select(number => crowded.RegisterAsync(crowded.Somebody(), key: withKey ? $"key-{number}" : null)),
            ];

            for (var round = 0; round < 5; round++)
            {
                (await quiet.SomebodyRegistersAsync()).Registration.State.ShouldBe(RegistrationState.Confirmed);
                (
                    await crowded.Given.Participant.GetAsync($"{crowded.Given.Api}/events").ReadAsync<Page<EventDto>>()
                ).Items.ShouldNotBeEmpty();
            }
            waiting.Count(answer => answer.IsCompleted).ShouldBe(0);
            await transaction.RollbackAsync();
        }
        foreach (var answer in waiting)
            (await answer.ReadAsync<RegistrationDto>(HttpStatusCode.Created)).State.ShouldBe(RegistrationState.Confirmed);
        (await crowded.NumbersAsync()).Confirmed.ShouldBe(People);
    }
}
