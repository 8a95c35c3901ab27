using System.Globalization;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>
/// Names of files that people download: in a folder with many of them each still tells what it is, of which Landkreis and mandate, and of
/// which day.
/// </summary>
public static class FileNames
{
    /// <summary><c>Verwendungsnachweis_limburg-weilburg_VL-320-2022_2026-11-26.csv</c>; only of what every file system takes.</summary>
    public static string Of(string title, string landkreis, string? mandate, DateOnly day, string extension) =>
        string.Join(
            '_',
            new[] { title, landkreis, mandate, day.ToString("O", CultureInfo.InvariantCulture) }
                .Where(part => !string.IsNullOrWhiteSpace(part))
                .Select(Plain!)
        ) + $".{extension}";

    static string Plain(string part) =>
        string.Join(
            '-',
            string.Concat(part.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}
