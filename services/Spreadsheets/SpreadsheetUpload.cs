using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Spreadsheets;

/// <summary>A table as it comes in: CSV or a workbook, at most 2 MiB.</summary>
public static class SpreadsheetUpload
{
    public const int Limit = 2 * 1024 * 1024;

    /// <exception cref="TableMediaType">Said to be something else.</exception>
    /// <exception cref="TableTooLarge">More than 2 MiB.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not (SpreadsheetTypes.Csv or SpreadsheetTypes.Xlsx))
            throw new TableMediaType();
        if (request.ContentLength > Limit)
            throw new TableTooLarge();
        using var bytes = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, ct)) > 0; )
        {
            if (bytes.Length + read > Limit)
                throw new TableTooLarge();
            bytes.Write(chunk, 0, read);
        }
        return bytes.ToArray();
    }
}

/// <summary>415: neither CSV nor a workbook.</summary>
public sealed class TableMediaType()
    : Problem(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type",
        new("Inhaltstyp nicht verwendbar", "Unsupported media type"),
        new(
            $"Senden Sie die Tabelle als {SpreadsheetTypes.Csv} oder {SpreadsheetTypes.Xlsx}.",
            $"Send the table as {SpreadsheetTypes.Csv} or {SpreadsheetTypes.Xlsx}."
        )
    );

/// <summary>413: more than 2 MiB.</summary>
public sealed class TableTooLarge()
    : Problem(
        StatusCodes.Status413PayloadTooLarge,
        "table-too-large",
        new("Zu groß", "Too large"),
        new("Eine Tabelle darf höchstens 2 MiB groß sein. Teilen Sie die Datei.", "A table may have 2 MiB at most. Split the file.")
    );
