using System.Diagnostics;
using System.Text.Json;
using Integrationskonzept.Client;
using Integrationskonzept.Walkthrough.Api;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Integrationskonzept.Walkthrough;

/// <summary>The platform as its clients see it: the gateway's API, with the token of a role or with none.</summary>
public sealed class Platform : IDisposable
{
    // After a broker that was away for a minute, what waits is told again within another.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    readonly Action<string> say;

    public Platform(WalkthroughOptions options, Action<string> say)
    {
        this.say = say;
        Http = new() { BaseAddress = options.Gateway, Timeout = TimeSpan.FromSeconds(100) };
        Tokens = new(Http, options.Accounts);
        Anonymous = Client(new AnonymousAuthenticationProvider());
    }

    internal HttpClient Http { get; }
    internal Tokens Tokens { get; }

    /// <summary>Anybody, who sees what is public.</summary>
    public ApiClient Anonymous { get; }

    public ApiClient Operator => As("platform.operator");

    public ApiClient As(string client) => Client(new BaseBearerTokenAuthenticationProvider(new AsClient(Tokens, client)));

    public void Say(string text) => say(text);

    /// <summary>Asks again until the answer is as wanted: services tell each other by messages.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask, Func<T, bool> wanted, string what)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        var last = "";
        for (; waited.Elapsed < Patience; await Task.Delay(200))
        {
            try
            {
                var answer = (await ask())!;
                if (wanted(answer))
                    return answer;
                last = JsonSerializer.Serialize(answer);
            }
            catch (ApiException failure)
            {
                last = failure.Tell();
            }
        }
        throw new WalkthroughException(
            $"{what} did not happen within {Patience.TotalSeconds} s. Last answer: {last[..Math.Min(last.Length, 300)]}"
        );
    }

    public void Dispose() => Http.Dispose();

    ApiClient Client(IAuthenticationProvider provider) =>
        new(new HttpClientRequestAdapter(provider, httpClient: Http) { BaseUrl = Http.BaseAddress!.OriginalString });
}
