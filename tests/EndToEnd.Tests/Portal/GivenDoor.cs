using System.Globalization;
using System.Text.Json.Nodes;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>An event that begins within the next hours, with people registered and a list of its own for each test.</summary>
sealed class GivenDoor(RunningPlatform running, string eventId, string listId, IReadOnlyList<GivenPerson> people)
{
    public const string Tenant = Walkthrough.Walkthrough.Live;

    static readonly SemaphoreSlim One = new(1);
    static JsonNode? today;

    public IReadOnlyList<GivenPerson> People => people;
    public string Path => $"{Tenant}/events/{eventId}/door?list={listId}";

    public static async Task<GivenDoor> OpenAsync(RunningPlatform running)
    {
        await One.WaitAsync();
        try
        {
            today ??= await AddEventAsync(running); // there is at most one a day
        }
        finally
        {
            One.Release();
        }
        var (coordinator, url) = ($"{Tenant}.coordinator", $"/api/v1/{Tenant}/events/{today["id"]}");
        var list = await running.Platform.PostAsync(
            coordinator,
            $"{url}/check-in-lists",
            new { name = $"Eingang {Guid.CreateVersion7():N}" }
        );
        var people = new List<GivenPerson>();
        foreach (var row in (await running.Platform.GetAsync(coordinator, $"{url}/registrations"))["items"]!.AsArray())
        {
            var ticket = await running.Platform.GetAsync(coordinator, $"{url}/registrations/{row!["id"]}/ticket");
            people.Add(new($"{row["name"]}", $"{ticket["code"]}", $"{url}/registrations/{row["id"]}/ticket.png"));
        }
        return new(running, $"{today["id"]}", $"{list["id"]}", people);
    }

    /// <summary>How many the platform knows to have come on this list.</summary>
    public async Task<int> CameAsync() =>
        (await running.Platform.GetAsync($"{Tenant}.check-in-helper", $"/api/v1/{Tenant}/events/{eventId}/check-in-lists"))
            .AsArray()
            .Single(list => $"{list!["id"]}" == listId)!["checkedIn"]!.GetValue<int>();

    static async Task<JsonNode> AddEventAsync(RunningPlatform running)
    {
        var platform = running.Platform;
        var mandate = (await platform.GetAsync($"{Tenant}.coordinator", $"/api/v1/{Tenant}/mandates"))["items"]![0]!;
        var start = Soon();
        var added = await platform.PostAsync(
            $"{Tenant}.coordinator",
            $"/api/v1/{Tenant}/events",
            new
            {
                kind = "meeting",
                mandateId = mandate["id"],
                title = "Runder Tisch am Einlass",
                start = start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
                end = start.AddMinutes(30).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            }
        );
        var url = $"/api/v1/{Tenant}/events/{added["id"]}";
        await platform.PutAsync(
            $"{Tenant}.coordinator",
            $"{url}/registration",
            new
            {
                opensAt = TimeProvider.System.GetUtcNow().AddDays(-1),
                closesAt = added["start"],
                capacity = 20,
            },
            version: 0
        );
        await platform.PostAsync($"{Tenant}.coordinator", $"{url}/confirm", null);
        foreach (var (role, name) in new[] { ("participant", "Gast mit ş"), ("moderator", "Gast mit ß"), ("editor", "Gast mit ö") })
            await platform.PostAsync($"{Tenant}.{role}", $"{url}/registrations", new { group = "civilSociety", name });
        return added;
    }

    /// <summary>An hour of the next twelve that does not go over midnight.</summary>
    static DateTime Soon()
    {
        var berlin = TimeZoneInfo
            .ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"))
            .DateTime;
        return berlin.Hour < 22 ? berlin.AddHours(1) : berlin.Date.AddDays(1).AddMinutes(10);
    }
}

/// <summary>Somebody who is registered.</summary>
sealed record GivenPerson(string Name, string Code, string Picture);
