using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Aspire.Hosting.Testing;
using Integrationskonzept.EndToEnd.Tests;
using Integrationskonzept.EndToEnd.Tests.Portal;
using Integrationskonzept.Testing;
using Npgsql;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// The portal's list of an event with 2,000 registrations, on the whole platform and through the gateway, side by side with the API's
/// answer of which the page is made.
/// </summary>
static class PortalBench
{
    const int Registrations = 2000,
        Times = 200;
    const string Tenant = Walkthrough.Walkthrough.Live;

    public static async Task RunAsync()
    {
        await using var running = new RunningPlatform();
        await running.InitializeAsync();
        var id = await AFullEventAsync(running);
        var (list, page) = ($"/api/v1/{Tenant}/events/{id}/registrations", $"/portal/{Tenant}/events/{id}/registrations");
        using var api = new HttpClient { BaseAddress = running.Gateway };
        api.DefaultRequestHeaders.Authorization = new("Bearer", await running.Platform.Tokens.OfAsync($"{Tenant}.coordinator"));
        using var portal = await SignedInAsync(running);
        foreach (var (client, path) in new[] { (api, list), (portal, page) })
            await MeasureAsync(client, path); // warm

        Console.WriteLine();
        Console.WriteLine(
            $"a list of {Registrations} registrations, asked {Times} times, one after the other; {Environment.ProcessorCount} processors"
        );
        Console.WriteLine($"{"", -24}{"p50 ms", 10}{"p99 ms", 10}{"worst ms", 10}{"bytes", 10}");
        Show("the API's first page", await MeasureAsync(api, list));
        Show("the portal's first page", await MeasureAsync(portal, page));
        Show("the portal, by state", await MeasureAsync(portal, $"{page}?state=Confirmed"));
    }

    static void Show(string name, (List<double> Latencies, int Bytes) asked) =>
        Console.WriteLine(
            $"{name, -24}{asked.Latencies[Times / 2], 10:0.0}{asked.Latencies[(int)(Times * 0.99)], 10:0.0}"
                + $"{asked.Latencies[^1], 10:0.0}{asked.Bytes, 10}"
        );

    static async Task<(List<double> Latencies, int Bytes)> MeasureAsync(HttpClient client, string path)
    {
        var (latencies, bytes) = (new List<double>(), 0);
        for (var time = 0; time < Times; time++)
        {
            var asked = Stopwatch.GetTimestamp();
            var answer = await client.GetByteArrayAsync(path);
            latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            bytes = answer.Length;
        }
        latencies.Sort();
        return (latencies, bytes);
    }

    /// <summary>One who registers as everybody does, and as many rows like theirs.</summary>
    static async Task<string> AFullEventAsync(RunningPlatform running)
    {
        var platform = running.Platform;
        var coordinator = $"{Tenant}.coordinator";
        var mandate = (await platform.GetAsync(coordinator, $"/api/v1/{Tenant}/mandates"))["items"]![0]!;
        var start = Coming.Day(330).ToDateTime(new(18, 0));
        var added = await platform.PostAsync(
            coordinator,
            $"/api/v1/{Tenant}/events",
            new
            {
                kind = "meeting",
                mandateId = mandate["id"],
                title = "Großer Saal",
                start = start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
                end = start.AddHours(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            }
        );
        var url = $"/api/v1/{Tenant}/events/{added["id"]}";
        var opened = new
        {
            opensAt = TimeProvider.System.GetUtcNow().AddDays(-1),
            closesAt = added["start"],
            capacity = Registrations + 1,
        };
        await platform.PutAsync(coordinator, $"{url}/registration", opened, version: 0);
        await platform.PostAsync(coordinator, $"{url}/confirm", null);
        await platform.PostAsync($"{Tenant}.participant", $"{url}/registrations", new { group = "civilSociety", name = "Ein Gast" });
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(await running.App.GetConnectionStringAsync("postgres"))
            {
                Database = "scheduling",
            }.ConnectionString
        );
        await using var more = source.CreateCommand(
            "insert into registrations select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'subject', "
                + "'bench-' || number, 'turn', one.turn + number))).* from registrations one, generate_series(1, @more) number "
                + "where one.event_id = @event"
        );
        more.Parameters.AddWithValue("more", Registrations - 1);
        more.Parameters.AddWithValue("event", Guid.Parse($"{added["id"]}"));
        await more.ExecuteNonQueryAsync();
        return $"{added["id"]}";
    }

    /// <summary>With the session of somebody who signed in as people do.</summary>
    static async Task<HttpClient> SignedInAsync(RunningPlatform running)
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Tenant}.example", to: Tenant);
        var cookies = await visit.Page.Context.CookiesAsync([visit.Page.Url]);
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = running.Gateway,
        };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return client;
    }
}
