using System.Net.Http.Headers;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_attendance_is_certified(SchedulingService service)
{
    [Fact]
    public async Task Those_who_were_checked_in_get_it_in_their_language_once_the_event_was_held()
    {
        var given = await Given.AMandateAsync(service);
        var row = await given.EventAsync((await given.AConfirmedPlanAsync()).Events[1].Id);
        var open = new GivenRegistration(service, given, row);
        var door = new GivenDoor(service, open, await GivenDoor.AListAsync(open, "Eingang"));
        Scan Guest(string? name) =>
            new()
            {
                Id = Guid.CreateVersion7(),
                At = row.Start,
                WalkIn = new(StakeholderGroup.CivilSociety, Name: name),
            };
        var came = await door.ScanAsync(Guest("Gast <b>Eins</b>"), Guest(null), Guest("Gast Drei"));
        Task<HttpResponseMessage> Certificate(int who, string language = "de")
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"{open.Api}/registrations/{came[who].RegistrationId}/certificate");
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
            return given.Moderator.SendAsync(request);
        }

        await Certificate(0).ProblemAsync(409, "event-not-held");
        await given.Coordinator.DeleteAsync($"{door.Lists}/{door.List.Id}/people/{came[2].RegistrationId}");
        await given.Moderator.SendAsync(HttpMethod.Post, $"{open.Api}/held", new HoldEvent()).ReadAsync<EventDto>();
        await Certificate(1).ProblemAsync(409, "name-missing");
        await Certificate(2).ProblemAsync(409, "not-checked-in");

        var german = await Certificate(0);
        (german.Content.Headers.ContentType!.MediaType, german.Headers.CacheControl!.NoStore).ShouldBe(("application/pdf", true));
        var printed = await german.Content.ReadAsStringAsync();
        foreach (
            var word in new[]
            {
                "Teilnahmebescheinigung",
                "Gast &lt;b&gt;Eins&lt;/b&gt;",
                row.Title.Split('„')[0].Trim(),
                "Bildung &amp; Sprache",
                "09:00–13:00",
            }
        )
            printed.ShouldContain(word);
        (await (await Certificate(0, "en")).Content.ReadAsStringAsync()).ShouldContain("Certificate of attendance");

        await given.Participant.GetAsync($"{open.Api}/registrations/{came[0].RegistrationId}/certificate").ProblemAsync(404, "not-found");
        await (await Given.AMandateAsync(service))
            .Moderator.GetAsync($"/api/v1/{given.Tenant}/events/{row.Id}/registrations/{came[0].RegistrationId}/certificate")
            .ProblemAsync(404, "not-found");
    }
}
