using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Components;

/// <summary>What somebody typed can't be read: shown at its field, with all that was typed kept.</summary>
sealed class Unreadable(string api, Text says) : Exception(says.En)
{
    /// <summary>The field's name in the API.</summary>
    public string Api => api;

    public Text Says => says;

    public static Text Day(string typed) =>
        new($"„{typed}“ ist kein Tag. Schreiben Sie ihn wie 03.05.2027.", $"“{typed}” is no day. Write it as 2027-05-03.");

    public static Text Moment(string typed) =>
        new(
            $"„{typed}“ ist kein Tag mit Uhrzeit. Schreiben Sie ihn wie 03.05.2027 18:00.",
            $"“{typed}” is no day with a time. Write it as 2027-05-03 18:00."
        );

    public static Text Number(string typed) =>
        new(
            $"„{typed}“ ist keine Zahl, die sich eindeutig lesen lässt. Schreiben Sie sie wie 1.234,50.",
            $"“{typed}” is no number that can be read in one way only. Write it as 1,234.50."
        );

    public static Text Whole(string typed) => new($"„{typed}“ ist keine ganze Zahl.", $"“{typed}” is no whole number.");

    public static Text NoFile => new("Wählen Sie eine Datei, in der etwas steht.", "Choose a file that is not empty.");

    public static Text Choose => new("Wählen Sie eines aus.", "Choose one.");

    public static Text Uncounted =>
        new(
            "Wenn Stimmen gezählt wurden, gehört jede Zahl dazu; schreiben Sie 0, wo es keine gab.",
            "If votes were counted, each number is part of it; write 0 where there were none."
        );

    public static Text AgendaLine(string typed) =>
        new(
            $"„{typed}“ hat keine Minuten. Schreiben Sie die Zeile wie „30, Begrüßung (Landrat)“.",
            $"“{typed}” has no minutes. Write the line as “30, Welcome (district administrator)”."
        );

    public static Text NoText =>
        new(
            "Das ist keine Textdatei. Öffnen Sie das Dokument, kopieren Sie seinen Text und fügen Sie ihn oben ein.",
            "This is no text file. Open the document, copy its text and paste it above."
        );

    public static Text Nameless =>
        new(
            "Hier fehlt der Name; was in der Zeile sonst steht, ginge verloren.",
            "The name is missing; what else stands in this row would be lost."
        );
}
