using System.Text.Json;
using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Boards;

/// <summary>What is said of boards, also by the script.</summary>
static class BoardWords
{
    public static Text Of(BoardMethod? method) =>
        method switch
        {
            BoardMethod.Collection => new("Sammeln", "Collection"),
            BoardMethod.Needs => new("Bedarfe", "Needs"),
            BoardMethod.Goals => new("Ziele", "Goals"),
            BoardMethod.Measures => new("Maßnahmen", "Measures"),
            BoardMethod.WorldCafe => new("World-Café (eine Spalte je Tisch)", "World café (a column for each table)"),
            _ => new("Punkten", "Dot voting"),
        };

    public static Text Of(BoardState? state) =>
        state switch
        {
            BoardState.Draft => new("noch nicht gestartet", "not started yet"),
            BoardState.Running => new("läuft", "running"),
            BoardState.Frozen => new("angehalten", "frozen"),
            _ => new("geschlossen", "closed"),
        };

    public static string Kind(BoardState? state) =>
        state switch
        {
            BoardState.Running => "success",
            BoardState.Frozen => "warning",
            _ => "info",
        };

    /// <summary>In which people write here, in their own words.</summary>
    public static readonly (string Tag, string Name)[] Languages =
    [
        ("de", "Deutsch"),
        ("en", "English"),
        ("ar", "العربية"),
        ("uk", "Українська"),
        ("tr", "Türkçe"),
        ("fa", "فارسی"),
        ("ru", "Русский"),
        ("fr", "Français"),
    ];

    /// <summary>For the script, in the language of the page.</summary>
    public static string ForScript() =>
        JsonSerializer.Serialize(
            new Dictionary<string, Text>
            {
                ["draft"] = Of(BoardState.Draft),
                ["running"] = Of(BoardState.Running),
                ["frozen"] = Of(BoardState.Frozen),
                ["closed"] = Of(BoardState.Closed),
                ["live"] = new("Neue Karten erscheinen von selbst.", "New cards appear by themselves."),
                ["away"] = new("Verbindung unterbrochen. Es wird neu verbunden.", "Connection lost. Connecting again."),
                ["over"] = new("Dieses Board ist zu Ende, oder sein Link wurde erneuert.", "This board is over, or its link was renewed."),
                ["sent"] = new("Ihre Karte steht auf dem Board.", "Your card is on the board."),
                ["dotsLeft"] = new("Gespeichert. Übrige Punkte: ", "Saved. Dots left: "),
                ["minute"] = new("Noch eine Minute.", "One minute left."),
                ["back"] = new("Ihre Karte ist zurückgenommen.", "Your card is taken back."),
                ["notSent"] = new(
                    "Nicht gesendet: keine Verbindung. Ihr Text steht noch da, senden Sie ihn noch einmal.",
                    "Not sent: no connection. Your text is still there, send it once more."
                ),
                ["card"] = new("Neue Karte: ", "New card: "),
                ["cards"] = new(" neue Karten", " new cards"),
                ["removed"] = new("Eine Karte wurde entfernt: ", "A card was removed: "),
                ["reload"] = new("Das Board wurde geändert. Seite neu laden", "The board was changed. Reload the page"),
                ["timeOver"] = new("Die Zeit ist um.", "Time is up."),
                ["left"] = new("Noch ", "Left: "),
            }.ToDictionary(word => word.Key, word => word.Value.ToString())
        );
}
