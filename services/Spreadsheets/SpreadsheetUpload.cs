using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Spreadsheets;

/// <summary>A table as it comes in: CSV or a workbook, at most 2 MiB.</summary>
public static class SpreadsheetUpload
{
    public const int Limit = 2 * 1024 * 1024;

    /// <exception cref="TableMediaType">Said to be something else.</exception>
    /// <exception cref="TableTooLarge">More than 2 MiB.</exception>
    public static Task<byte[]> ReadAsync(HttpRequest request, CancellationToken ct) =>
        BoundedBody.ReadAsync(
            request,
            [SpreadsheetTypes.Csv, SpreadsheetTypes.Xlsx],
            Limit,
            () => new TableMediaType(),
            () => new TableTooLarge(),
            ct
        );
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
