using System.Text.Json;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Integrationskonzept.Portal.Pages.Representativeness;

/// <summary>Published figures as somebody has written them down.</summary>
static class StatisticsFile
{
    const string Api = "file";
    const int Most = 100_000;

    /// <exception cref="Unreadable">There is no file, it is too large, or no JSON.</exception>
    public static async Task<WriteDistrictStatistics> ReadAsync(IFormFile? file)
    {
        if (file is not { Length: > 0 })
            throw new Unreadable(Api, Unreadable.NoFile);
        if (file.Length > Most)
            throw TooLarge();
        await using var content = file.OpenReadStream();
        try
        {
            return await KiotaJsonSerializer.DeserializeAsync<WriteDistrictStatistics>(content) ?? throw NoJson("");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            throw NoJson(wrong is JsonException { LineNumber: { } line } ? $" ({line + 1})" : "");
        }
    }

    static Unreadable TooLarge() => new(Api, new("Die Datei ist größer als 100 kB.", "The file is larger than 100 kB."));

    static Unreadable NoJson(string line) => new(Api, new($"Die Datei ist kein gültiges JSON{line}.", $"The file is no valid JSON{line}."));
}
