using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Attendance;

public sealed class When_people_join_online(SchedulingService service)
{
    const string Url = "https://konferenz.example/auftakt",
        Other = "https://konferenz.example/anders";

    [Fact]
    public async Task Those_who_take_part_learn_where_and_nobody_else()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        await DescribeAsync(open, Url);
        var (coming, waiting) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var (here, late) = (open.Somebody(coming), open.Somebody(waiting));
        await open.RegisterAsync(here).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RegisterAsync(late).ReadAsync<RegistrationDto>(HttpStatusCode.Created);

        (await here.GetAsync($"{open.Api}/registrations/mine").ReadAsync())["onlineUrl"]!.GetValue<string>().ShouldBe(Url);
        (await late.GetAsync($"{open.Api}/registrations/mine").ReadAsync())["onlineUrl"].ShouldBeNull();
        var mail = await service.Mails.WaitAsync(coming, "Sie sind angemeldet");
        Mailbox.TextOf(mail).ShouldContain(Url);
        var entry = Rfc5545.Read(Mailbox.CalendarOf(mail)!.Value.Text).Parts.Single(part => part.Name == "VEVENT");
        (entry.Of("URL"), entry.Of("LOCATION")).ShouldBe((Url, Url));
        Mailbox.TextOf(await service.Mails.WaitAsync(waiting, "Warteliste")).ShouldNotContain("konferenz.example");
        (await service.CreateClient().GetStringAsync($"/{open.Given.Tenant}/calendar.ics")).ShouldNotContain("konferenz.example");
    }

    [Fact]
    public async Task They_learn_when_that_changes()
    {
        var open = await GivenRegistration.OpenAsync(service, 1);
        await DescribeAsync(open, Url);
        var (coming, waiting) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        await open.RegisterAsync(open.Somebody(coming)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await open.RegisterAsync(open.Somebody(waiting)).ReadAsync<RegistrationDto>(HttpStatusCode.Created);
        await DescribeAsync(open, Other);
        Mailbox.TextOf(await service.Mails.WaitAsync(coming, "Änderung")).ShouldContain(Other);
        Mailbox.TextOf(await service.Mails.WaitAsync(waiting, "Änderung")).ShouldNotContain(Other);
    }

    static async Task DescribeAsync(GivenRegistration open, string url) =>
        await open
            .Given.Coordinator.SendAsync(
                HttpMethod.Put,
                $"{open.Given.Api}/events/{open.Event.Id}",
                new DescribeEvent
                {
                    Title = open.Event.Title,
                    Mode = EventMode.Online,
                    OnlineUrl = url,
                },
                (await open.Given.EventAsync(open.Event.Id)).Version
            )
            .ReadAsync<EventDto>();
}
