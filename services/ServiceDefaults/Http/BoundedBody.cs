using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>A file as the content of a request: of a known type, and no more of it in memory than may be.</summary>
public static class BoundedBody
{
    /// <summary>Reads the content.</summary>
    /// <param name="request">The request.</param>
    /// <param name="types">Media types that it may have.</param>
    /// <param name="limit">Bytes at most.</param>
    /// <param name="otherType">What is said of another type.</param>
    /// <param name="tooLarge">What is said of more bytes.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<byte[]> ReadAsync(
        HttpRequest request,
        IReadOnlyCollection<string> types,
        int limit,
        Func<Problem> otherType,
        Func<Problem> tooLarge,
        CancellationToken ct
    )
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is null || !types.Contains(type))
            throw otherType();
        if (request.ContentLength > limit)
            throw tooLarge();
        using var bytes = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, ct)) > 0; bytes.Write(chunk, 0, read))
            if (bytes.Length + read > limit)
                throw tooLarge();
        return bytes.ToArray();
    }
}
