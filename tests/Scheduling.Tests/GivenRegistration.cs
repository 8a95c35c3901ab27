using System.Net;
using System.Net.Http.Headers;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests;

/// <summary>An event that people can register for.</summary>
sealed class GivenRegistration(SchedulingService service, Given given, EventDto held)
{
    public static readonly DateTimeOffset Past = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Given Given => given;
    public EventDto Event => held;
    public string Api => $"{given.Api}/events/{held.Id}";

    /// <summary>Its event lies some months ahead, on the first day that is free.</summary>
    public static async Task<GivenRegistration> AnEventAsync(SchedulingService service)
    {
        var given = await Given.AMandateAsync(
            service,
            mandate =>
                mandate with
                {
                    DecidedOn = Coming.Day(100),
                    Deadline = null,
                    Programme = [new(EventKind.Kickoff, "Auftakt", 1, 1, 10)],
                }
        );
        return new(service, given, await given.EventAsync((await given.AConfirmedPlanAsync()).Events[0].Id));
    }

    public static async Task<GivenRegistration> OpenAsync(
        SchedulingService service,
        int capacity,
        Func<SetRegistration, SetRegistration>? but = null
    )
    {
        var open = await AnEventAsync(service);
        await open.SetAsync(0, open.Wish(capacity) is var wish && but is not null ? but(wish) : wish).ReadAsync();
        return open;
    }

    public SetRegistration Wish(int capacity) =>
        new()
        {
            OpensAt = Past,
            ClosesAt = held.Start.AddDays(-1),
            Capacity = capacity,
        };

    public Task<HttpResponseMessage> SetAsync(int? ifVersion, SetRegistration wish) =>
        given.Coordinator.SendAsync(HttpMethod.Put, $"{Api}/registration", wish, ifVersion);

    public HttpClient Somebody(WebApplicationFactoryClient? of = null)
    {
        var client = of?.Invoke() ?? service.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            service.Issuer.Token([$"{given.Tenant}:participant"])
        );
        return client;
    }

    /// <summary>Somebody with an account whose mail address is known.</summary>
    public HttpClient Somebody(string address) => service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], email: address));

    /// <summary>Asks to register without an account.</summary>
    public Task<HttpResponseMessage> RequestAsync(
        string address,
        StakeholderGroup group = StakeholderGroup.CivilSociety,
        MailLanguage? language = null,
        string? needs = null
    ) =>
        service
            .CreateClient()
            .SendAsync(
                HttpMethod.Post,
                $"{Api}/registrations/guests",
                new RequestRegistration(address, group, "Sportkreis", needs, Language: language)
            );

    /// <summary>Follows a link in a mail, as the public site does.</summary>
    public Task<HttpResponseMessage> FollowAsync(string purpose, string token, object? more = null)
    {
        var body = (System.Text.Json.Nodes.JsonObject)
            System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { }, ServiceDefaults.Data.JsonColumn.Options)!;
        body["token"] = token;
        return service.CreateClient().SendAsync(HttpMethod.Post, $"{given.Api}/registration-links/{purpose}", body);
    }

    public Task<HttpResponseMessage> FollowAsync(string purpose, MimeKit.MimeMessage mail, object? more = null) =>
        FollowAsync(purpose, Mailbox.TokenOf(mail, purpose), more);

    /// <summary>Somebody without an account, registered by the link in the mail.</summary>
    public async Task<RegistrationDto> GuestAsync(string address, MailLanguage? language = null)
    {
        await RequestAsync(address, language: language).ReadAsync<RegistrationRequested>(HttpStatusCode.Accepted);
        return await FollowAsync("confirm", await service.Mails.WaitAsync(address, "confirm=")).ReadAsync<RegistrationDto>();
    }

    public Task<HttpResponseMessage> RegisterAsync(
        HttpClient who,
        StakeholderGroup group = StakeholderGroup.CivilSociety,
        string? key = null,
        string? needs = null
    ) => who.SendAsync(HttpMethod.Post, $"{Api}/registrations", new Register(group, "Sportkreis", needs), idempotencyKey: key);

    /// <summary>Somebody new, registered.</summary>
    public async Task<(HttpClient Who, RegistrationDto Registration)> SomebodyRegistersAsync(
        StakeholderGroup group = StakeholderGroup.CivilSociety,
        WebApplicationFactoryClient? of = null
    )
    {
        var who = Somebody(of);
        return (who, await RegisterAsync(who, group).ReadAsync<RegistrationDto>(HttpStatusCode.Created));
    }

    public Task<HttpResponseMessage> DoAsync(HttpClient who, RegistrationDto registration, string what) =>
        who.SendAsync(HttpMethod.Post, $"{Api}/registrations/{registration.Id}/{what}", null);

    public Task<HttpResponseMessage> WithdrawAsync(HttpClient who, RegistrationDto registration) =>
        who.DeleteAsync($"{Api}/registrations/{registration.Id}");

    public Task<RegistrationDto> MineAsync(HttpClient who) => who.GetAsync($"{Api}/registrations/mine").ReadAsync<RegistrationDto>();

    public async Task<IReadOnlyList<RegistrationDto>> ListAsync(RegistrationState state) =>
        (
            await given
                .Moderator.GetAsync(
                    $"{Api}/registrations?state={char.ToLowerInvariant(state.ToString()[0])}{state.ToString()[1..]}&limit=200"
                )
                .ReadAsync<Page<RegistrationDto>>()
        ).Items;

    public Task<RegistrationNumbers> NumbersAsync() =>
        given.Coordinator.GetAsync($"{Api}/registration/numbers").ReadAsync<RegistrationNumbers>();
}

/// <summary>Where a client comes from.</summary>
delegate HttpClient WebApplicationFactoryClient();
