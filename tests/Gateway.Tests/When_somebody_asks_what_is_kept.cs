using System.Net;
using System.Text.Json.Nodes;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_somebody_asks_what_is_kept
{
    const string MyData = "/api/v1/musterkreis/my-data",
        Retention = "/api/v1/musterkreis/retention";

    static readonly string[] Services = ["drafting", "identity", "participation", "publication", "scheduling"];

    static HttpClient Person(GatewayUnderTest gateway) =>
        gateway.Client(gateway.Issuer.Token(["musterkreis:participant"], email: "jemand@example.org"));

    static DataClassDto Class(string key, string? period = null) =>
        new()
        {
            Key = key,
            Title = key,
            Data = "Daten",
            Purpose = "Zweck",
            Basis = "Grund",
            Period = period,
            Kept = "danach",
            OnErasure = "Wird gelöscht.",
        };

    [Fact]
    public async Task All_services_are_one_file_asked_as_the_caller()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        foreach (var name in Services)
            gateway.Services[name].Answer = http =>
            {
                var token = http.Request.Headers.Authorization.ToString().Length;
                return http.Response.WriteAsync($$"""{"service":"{{name}}","classes":[{"key":"x","items":[{"token":"{{token}}"}]}]}""");
            };
        using var client = Person(gateway);

        using var answer = await client.GetAsync(MyData);
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("musterkreis.json");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        ((string?)told["tenant"]).ShouldBe("musterkreis");
        told["services"]!.AsArray().Select(one => (string)one!["service"]!).ShouldBe(Services);
        var token = client
            .DefaultRequestHeaders.Authorization!.ToString()
            .Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        told["services"]!.AsArray().ShouldAllBe(one => (string)one!["classes"]![0]!["items"]![0]!["token"]! == token);
    }

    [Fact]
    public async Task Half_of_it_is_not_told()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(away: "scheduling");
        foreach (var name in Services)
            gateway.Services[name].Answer = http => http.Response.WriteAsync("{}");
        using var client = Person(gateway);

        var problem = await client.GetAsync(MyData).ProblemAsync(503, "my-data-incomplete");

        ((string)problem["detail"]!).ShouldContain("scheduling");
    }

    [Fact]
    public async Task What_breaks_off_in_between_is_no_file()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        foreach (var name in Services)
            gateway.Services[name].Answer = http => http.Response.WriteAsync("{}");
        gateway.Services["participation"].Answer = async http =>
        {
            await http.Response.WriteAsync("{\"service\":");
            await http.Response.Body.FlushAsync();
            http.Abort();
        };
        using var client = Person(gateway);

        (await IsWholeAsync(client)).ShouldBeFalse();
    }

    /// <summary>Refused, or broken off while it is read, depending on when it is noticed.</summary>
    static async Task<bool> IsWholeAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(MyData);
            answer.EnsureSuccessStatusCode(); // it broke off before it had begun
            await answer.Content.ReadAsStringAsync();
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return false;
        }
    }

    [Fact]
    public async Task A_service_that_stops_writing_holds_nobody()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(settings: [("Gateway:OwnDataPatience", "00:00:01")]);
        foreach (var name in Services)
            gateway.Services[name].Answer = http => http.Response.WriteAsync("{}");
        gateway.Services["participation"].Answer = async http =>
        {
            await http.Response.WriteAsync("{\"service\":");
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        using var client = Person(gateway);
        client.Timeout = Eventually.Patience;

        var failure = await Should.ThrowAsync<Exception>(async () =>
        {
            using var answer = await client.GetAsync(MyData);
            await answer.Content.ReadAsStringAsync();
        });

        failure.ShouldNotBeOfType<TaskCanceledException>("the gateway has ended it, not the client");
    }

    [Fact]
    public async Task Services_are_not_made_to_read_everything_again_and_again()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        foreach (var name in Services)
            gateway.Services[name].Answer = http => http.Response.WriteAsync("{}");
        using var busy = Person(gateway);
        using var calm = gateway.Client(
            gateway.Issuer.Token(["musterkreis:participant", "anderer-kreis:participant"], subject: "calm", email: "ruhig@example.org")
        );
        for (var time = 0; time < 6; time++)
            await busy.GetAsync(MyData).ReadAsync();

        await busy.GetAsync(MyData).ProblemAsync(429, "too-many-requests");
        await calm.GetAsync(MyData).ReadAsync();
        await calm.GetAsync("/api/v1/anderer-kreis/my-data").ReadAsync();
    }

    [Fact]
    public async Task Only_people_of_the_Landkreis_are_told_and_no_service_is_asked_for_others()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var nobody = gateway.Client();
        using var foreign = gateway.Client(gateway.Issuer.Token(["anderer-kreis:participant"], email: "jemand@example.org"));
        using var integration = gateway.Client(gateway.Issuer.Token(["musterkreis:participant"]));
        await nobody.GetAsync(MyData).ProblemAsync(401, "unauthenticated");
        await foreign.GetAsync(MyData).ProblemAsync(404, "not-found");
        await integration.GetAsync(MyData).ProblemAsync(404, "not-found");
        using var person = Person(gateway);
        await person.GetAsync($"{MyData}/identity").ProblemAsync(404, "not-found");
        gateway.Asked().ShouldBe(0);
    }

    [Fact]
    public async Task Everybody_is_told_the_periods_and_what_several_services_keep_alike_stands_there_once()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(away: "publication");
        foreach (var name in Services)
            gateway.Services[name].Answer = http => http.Response.WriteAsJsonAsync(new[] { Class("answers", "P1D"), Class(name) });
        gateway.Services["drafting"].Answer = http => http.Response.WriteAsync("no JSON");
        using var anybody = gateway.Client();

        var list = await anybody.GetAsync(Retention).ReadAsync();

        list["incomplete"]!.AsArray().Select(one => (string)one!).ShouldBe(["drafting", "publication"]);
        var items = list["items"]!.AsArray();
        items.Select(item => (string)item!["data"]!["key"]!).ShouldBe(["answers", "identity", "participation", "scheduling"]);
        items[0]!["services"]!.AsArray().Select(one => (string)one!).ShouldBe(["identity", "participation", "scheduling"]);
        ((string?)items[0]!["data"]!["period"]).ShouldBe("P1D");
    }

    [Fact]
    public async Task Services_tell_their_periods_once_a_minute_for_each_Landkreis_and_language()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var asked = 0;
        foreach (var name in Services)
            gateway.Services[name].Answer = http =>
            {
                if (name == "identity")
                    Interlocked.Increment(ref asked);
                return http.Response.WriteAsJsonAsync(new[] { Class($"{name} {http.Request.Headers.AcceptLanguage}") });
            };
        using var anybody = gateway.Client();
        using var person = Person(gateway);

        var german = await anybody.GetAsync(Retention).ReadAsync();
        (await anybody.GetAsync($"{Retention}?and=again").ReadAsync()).ToJsonString().ShouldBe(german.ToJsonString());
        (await person.GetAsync(Retention).ReadAsync()).ToJsonString().ShouldBe(german.ToJsonString());
        asked.ShouldBe(1);

        anybody.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        (await anybody.GetAsync(Retention).ReadAsync()).ToJsonString().ShouldContain("identity en");
        (await anybody.GetAsync("/api/v1/anderer-kreis/retention").ReadAsync()).ToJsonString().ShouldContain("identity en");
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_that_lacks_something_is_not_kept()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        foreach (var name in Services)
            gateway.Services[name].Answer = http => http.Response.WriteAsJsonAsync(new[] { Class(name) });
        gateway.Services["drafting"].Answer = http => http.Response.WriteAsync("no JSON");
        using var anybody = gateway.Client();
        (await anybody.GetAsync(Retention).ReadAsync())["incomplete"]!.AsArray().Count.ShouldBe(1);

        gateway.Services["drafting"].Answer = http => http.Response.WriteAsJsonAsync(new[] { Class("drafting") });

        (await anybody.GetAsync(Retention).ReadAsync())["incomplete"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_Landkreis_keeps_nothing()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        foreach (var name in Services)
            gateway.Services[name].Answer = http =>
            {
                http.Response.StatusCode = (int)HttpStatusCode.NotFound;
                return Task.CompletedTask;
            };
        using var anybody = gateway.Client();
        await anybody.GetAsync(Retention).ProblemAsync(404, "tenant-unknown");
    }
}
