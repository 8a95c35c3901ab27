using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Integrationskonzept.Identity;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// 300 people sign in at the same moment from one address: how much longer do others wait for Identity? Side by side with the same requests
/// before, when nobody does. How many of the 300 get in (the others are told at once that too many do), and how long the last of them
/// waits: less than the gateway's 15 s.
/// </summary>
static partial class SignInBench
{
    const int People = 300,
        Rounds = 3;
    static readonly TimeSpan Alone = TimeSpan.FromSeconds(5),
        Pause = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_IDENTITY", AppContext.BaseDirectory);
        using var rsa = RSA.Create(2048);
        await using var service = new ServiceUnderTest<Identity.Program, IdentityDb>("identity");
        service.Settings["Identity:SigningKey"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(rsa.ExportPkcs8PrivateKeyPem()));
        service.Settings["Identity:EncryptionKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await service.InitializeAsync();
        using var other = service.CreateClient();
        await OthersAsync(other, Task.Delay(Alone)); // warm

        Console.WriteLine();
        Console.WriteLine(
            $"{People} sign-ins at once, {Rounds} rounds; others ask for the list of Landkreise every "
                + $"{Pause.TotalMilliseconds} ms; {Environment.ProcessorCount} processors"
        );
        Console.WriteLine($"{"", -22}{"p50 ms", 10}{"p99 ms", 10}{"worst ms", 10}{"answered", 10}{"too many", 10}{"last after s", 14}");
        for (var round = 0; round < Rounds; round++)
        {
            Show("nobody signs in", await OthersAsync(other, Task.Delay(Alone)));
            var forms = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => FormAsync(service)));
            var started = Stopwatch.StartNew();
            var all = Task.WhenAll(forms.Select(SendAsync));
            var latencies = await OthersAsync(other, all);
            var answers = (await all).CountBy(status => status).ToDictionary();
            answers.Remove(HttpStatusCode.UnprocessableEntity, out var answered);
            answers.Remove(HttpStatusCode.ServiceUnavailable, out var tooMany);
            Show($"{People} sign in", latencies, $"{answered, 10}{tooMany, 10}{started.Elapsed.TotalSeconds, 14:0.0}");
            if (answers.Count > 0)
                throw new InvalidOperationException($"A sign-in answered {answers.Keys.First()}.");
        }
    }

    static void Show(string name, List<double> latencies, string signIns = "") =>
        Console.WriteLine(
            $"{name, -22}{latencies[latencies.Count / 2], 10:0.0}"
                + $"{latencies[(int)(latencies.Count * 0.99)], 10:0.0}{latencies[^1], 10:0.0}{signIns}"
        );

    static async Task<List<double>> OthersAsync(HttpClient other, Task until)
    {
        var latencies = new List<double>();
        for (; !until.IsCompleted; await Task.Delay(Pause))
        {
            var asked = Stopwatch.GetTimestamp();
            using (await other.GetAsync("/api/v1/tenants"))
                latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        latencies.Sort();
        return latencies;
    }

    static async Task<(HttpClient Browser, FormUrlEncodedContent Form)> FormAsync(ServiceUnderTest<Identity.Program, IdentityDb> service)
    {
        var browser = service.CreateClient(new() { AllowAutoRedirect = false });
        var token = Antiforgery().Match(await browser.GetStringAsync("/account/sign-in")).Groups[1].Value;
        return (
            browser,
            new([
                new("antiforgery", WebUtility.HtmlDecode(token)),
                new("userName", $"{Guid.CreateVersion7():N}@example.org"),
                new("password", "ein falsches Passwort"),
            ])
        );
    }

    static async Task<HttpStatusCode> SendAsync((HttpClient Browser, FormUrlEncodedContent Form) signIn)
    {
        using (signIn.Browser)
        using (var answer = await signIn.Browser.PostAsync("/account/sign-in", signIn.Form))
            return answer.StatusCode;
    }

    [GeneratedRegex("name=\"antiforgery\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
