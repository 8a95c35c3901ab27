using System.Text.Json;
using System.Text.Json.Serialization;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace Integrationskonzept.Participation.Translations;

/// <summary>
/// The API of LibreTranslate (https://docs.libretranslate.com): free software that a Landkreis or its provider runs itself, so that no text
/// leaves the house.
/// </summary>
sealed class LibreTranslate(IHttpClientFactory clients, IOptions<TranslationOptions> options, TimeProvider time) : IMachineTranslator
{
    static readonly TimeSpan KeepLanguages = TimeSpan.FromHours(1);

    KnownLanguages languages = new([], DateTimeOffset.MinValue);

    public bool IsOn => options.Value.Endpoint is not null;

    public async Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, string from, string into, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(options.Value.Timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            var (source, target) = await RequireKnownAsync(from, into, end.Token);
            var ask = new Ask(texts, source, target, "text", Words.OrNull(options.Value.ApiKey));
            var answer = await SendAsync<Answer>(http => http.PostAsJsonAsync(At("translate"), ask, end.Token), end.Token);
            return answer.TranslatedText is { } translated && translated.Count == texts.Count && translated.All(IsText)
                ? translated
                : throw new MachineTranslationUnavailable(MachineFailure.NoTranslation);
        }
        catch (Exception ended) when (!ct.IsCancellationRequested && ended is OperationCanceledException or TimeoutRejectedException)
        {
            throw new MachineTranslationUnavailable(MachineFailure.TimedOut);
        }
        catch (Exception away) when (away is HttpRequestException or ExecutionRejectedException)
        {
            throw new MachineTranslationUnavailable(MachineFailure.Unreachable);
        }
        catch (JsonException)
        {
            throw new MachineTranslationUnavailable(MachineFailure.NoTranslation);
        }
    }

    static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && !text.Contains('\0', StringComparison.Ordinal);

    /// <summary>As the service calls the languages.</summary>
    async Task<(string Source, string Target)> RequireKnownAsync(string from, string into, CancellationToken ct)
    {
        if (time.GetUtcNow() >= languages.Until)
            languages = new(
                await SendAsync<IReadOnlyList<Language?>>(http => http.GetAsync(At("languages"), ct), ct),
                time.GetUtcNow() + KeepLanguages
            );
        // Easy language is none that a machine writes; to read it is to read German.
        return
            into != TranslationLanguages.Easy
            && Prefixes(from)
                .Select(prefix => languages.All.FirstOrDefault(one => Is(one?.Code, prefix)))
                .OfType<Language>()
                .FirstOrDefault()
                is { Targets: { } targets } source
            && targets.FirstOrDefault(code => Is(code, into)) is { } target
            ? (source.Code!, target)
            : throw new MachineLanguageUnknown();
    }

    /// <summary>The tag, then ever less of it (RFC 4647, section 3.4): <c>zh-Hant-TW</c>, <c>zh-Hant</c>, <c>zh</c>.</summary>
    static IEnumerable<string> Prefixes(string tag)
    {
        for (var end = tag.Length; end > 0; end = tag.LastIndexOf('-', end - 1))
            yield return tag[..end];
    }

    static bool Is(string? code, string tag) => string.Equals(code, tag, StringComparison.OrdinalIgnoreCase);

    Uri At(string path) => new($"{options.Value.Endpoint!.AbsoluteUri.TrimEnd('/')}/{path}");

    async Task<T> SendAsync<T>(Func<HttpClient, Task<HttpResponseMessage>> send, CancellationToken ct)
    {
        using var http = clients.CreateClient(nameof(LibreTranslate));
        using var answer = await send(http);
        if (!answer.IsSuccessStatusCode)
            throw new MachineTranslationUnavailable(MachineFailure.Refused);
        var json = await answer.Content.ReadAsByteArrayAsync(ct);
        return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) ?? throw new JsonException();
    }

    /// <summary>Of <c>POST /translate</c>.</summary>
    sealed record Ask(
        [property: JsonPropertyName("q")] IReadOnlyList<string> Texts,
        string Source,
        string Target,
        string Format,
        [property: JsonPropertyName("api_key"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ApiKey
    );

    sealed record Answer(IReadOnlyList<string>? TranslatedText);

    /// <summary>Of <c>GET /languages</c>.</summary>
    sealed record Language(string? Code, IReadOnlyList<string>? Targets);

    sealed record KnownLanguages(IReadOnlyList<Language?> All, DateTimeOffset Until);
}
