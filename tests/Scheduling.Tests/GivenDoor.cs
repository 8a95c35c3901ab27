using System.Globalization;
using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests;

/// <summary>An event whose door is open: it begins within the next hours.</summary>
sealed class GivenDoor(SchedulingService service, GivenRegistration open, CheckInListDto list)
{
    public GivenRegistration Open => open;
    public CheckInListDto List => list;
    public HttpClient Helper { get; } = service.As(open.Given.Tenant, "check-in-helper");
    public string Lists => $"{open.Api}/check-in-lists";

    public static async Task<GivenDoor> AnEventTodayAsync(SchedulingService service, int capacity = 10)
    {
        var given = await Given.AMandateAsync(service);
        var today = await given.AddAsync(Soon()).ReadAsync<EventDto>(HttpStatusCode.Created);
        var open = new GivenRegistration(service, given, today);
        await open.SetAsync(0, open.Wish(capacity) with { ClosesAt = today.Start }).ReadAsync();
        return new(service, open, await AListAsync(open, "Eingang"));
    }

    public static async Task<CheckInListDto> AListAsync(GivenRegistration open, string name) =>
        await open
            .Given.Coordinator.SendAsync(HttpMethod.Post, $"{open.Api}/check-in-lists", new NameCheckInList(name))
            .ReadAsync<CheckInListDto>(HttpStatusCode.Created);

    /// <summary>An hour of the next twelve that does not go over midnight.</summary>
    public static string Soon()
    {
        var berlin = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var start = berlin.Hour < 22 ? berlin.AddHours(1) : berlin.Date.AddDays(1).AddMinutes(10);
        return start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task<(RegistrationDto Registration, string Code)> ATicketAsync()
    {
        var (who, registration) = await open.SomebodyRegistersAsync();
        return (registration, (await who.GetAsync($"{open.Api}/registrations/{registration.Id}/ticket").ReadAsync<TicketDto>()).Code);
    }

    public Task<HttpResponseMessage> SendAsync(HttpClient who, Guid listId, params Scan[] scans) =>
        who.SendAsync(HttpMethod.Post, $"{Lists}/{listId}/scans", new SendScans(scans));

    public async Task<IReadOnlyList<ScanResult>> ScanAsync(params Scan[] scans) =>
        (await SendAsync(Helper, list.Id, scans).ReadAsync<ScanResults>()).Items;

    public static Scan Of(string ticket, DateTimeOffset? at = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            At = at ?? Now,
            Ticket = ticket,
        };

    public static Scan Guest(DateTimeOffset? at = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            At = at ?? Now,
            WalkIn = new(StakeholderGroup.MigrantOrganisation, "Frauentreff"),
        };
}
