using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Integrationskonzept.PaperSources;

/// <summary>
/// The text of an OParl 1.1 Paper: what its fields say, with labels, and the text of its main file. Consultations name their organizations
/// by address only and are not taken; the file's text has them.
/// </summary>
static class OParlText
{
    const string Type = "https://schema.oparl.org/1.";

    public static string Read(string json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = 32 });
        var paper = document.RootElement;
        if (
            Text(paper, "type") is not { } type
            || !type.StartsWith(Type, StringComparison.Ordinal)
            || !type.EndsWith("/Paper", StringComparison.Ordinal)
        )
            throw new SourceUnreadableException(SourceFault.Unknown);
        var text = new StringBuilder();
        Line(text, "Vorlage", Text(paper, "paperType"));
        Line(text, "Vorlage Nr.", Text(paper, "reference"));
        if (Text(paper, "date") is { } date)
            Line(
                text,
                "Datum",
                DateOnly.TryParseExact(
                    date[..Math.Min(10, date.Length)],
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                    ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
                    : throw new SourceUnreadableException(SourceFault.Broken)
            );
        if (Text(paper, "name") is { } name)
            text.Append("\nBetreff:\n").Append(name).Append("\n\n");
        if (paper.TryGetProperty("mainFile", out var file) && file.ValueKind == JsonValueKind.Object)
            text.Append(Text(file, "text"));
        return text.ToString();
    }

    /// <summary>Null where its text is there, or no address.</summary>
    public static Uri? MainFileOf(string json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = 32 });
        return
            document.RootElement.TryGetProperty("mainFile", out var file)
            && file.ValueKind == JsonValueKind.Object
            && string.IsNullOrWhiteSpace(Text(file, "text"))
            && Uri.TryCreate(Text(file, "downloadUrl") ?? Text(file, "accessUrl"), UriKind.Absolute, out var address)
            ? address
            : null;
    }

    static void Line(StringBuilder text, string label, string? value)
    {
        if (value is not null)
            text.Append(label).Append(": ").Append(value).Append('\n');
    }

    static string? Text(JsonElement of, string property) =>
        of.ValueKind != JsonValueKind.Object ? throw new SourceUnreadableException(SourceFault.Unknown)
        : !of.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new SourceUnreadableException(SourceFault.Broken);
}
