using Integrationskonzept.PaperSources;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Drafting.Papers.Fetching;

/// <summary>
/// Fetches a paper from a council system: from allowed origins only, without following redirects, and at most as much as may be imported.
/// </summary>
sealed class PaperFetching(IOptions<PaperOptions> options, ILogger<PaperFetching> logger) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = PublicAddress.ConnectAsync,
        }
    )
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = PaperText.Limit,
    };

    /// <summary>The paper's text; of an OParl object that has none, the text of its main file.</summary>
    public async Task<string> TextAsync(Uri address, CancellationToken ct)
    {
        var paper = await BytesAsync(address, ct);
        var text = PaperFile.Text(paper);
        return PaperSource.MainFileOf(paper) is { } file ? $"{text}\n\n{PaperFile.Text(await BytesAsync(file, ct))}" : text;
    }

    async Task<byte[]> BytesAsync(Uri address, CancellationToken ct)
    {
        if (!options.Value.Allows(address))
            throw new PaperSourceNotAllowed();
        try
        {
            using var answer = await http.GetAsync(address, ct);
            if (!answer.IsSuccessStatusCode)
                throw new PaperSourceUnavailable($"{(int)answer.StatusCode}");
            return await answer.Content.ReadAsByteArrayAsync(ct);
        }
        catch (HttpRequestException failed) when (failed.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new PaperTooLarge();
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            logger.LogWarning(failed, "A paper could not be fetched from {Host}", address.Authority);
            throw new PaperSourceUnavailable(null);
        }
    }

    public void Dispose() => http.Dispose();
}
