using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Boards;

/// <summary>How a workshop works with a board; each has a template of columns, question and dots.</summary>
public enum BoardMethod
{
    /// <summary>Everything that comes to mind, sorted later.</summary>
    Collection,

    /// <summary>Who needs what.</summary>
    Needs,

    /// <summary>What is to be reached.</summary>
    Goals,

    /// <summary>What is to be done, by whom.</summary>
    Measures,

    /// <summary>Several tables, a column each.</summary>
    WorldCafe,

    /// <summary>What matters most, by dots.</summary>
    DotVoting,
}

/// <summary>What a board of a method begins with; in the language of whoever opens it.</summary>
sealed record BoardTemplate(Text Question, int Dots, Text[] Columns)
{
    public static BoardTemplate Of(BoardMethod method) =>
        method switch
        {
            BoardMethod.Needs => new(
                new("Was fehlt Ihnen oder anderen? Ein Gedanke je Karte.", "What do you or others lack? One thought a card."),
                0,
                [new("Für wen?", "For whom?"), new("Was fehlt?", "What is lacking?"), new("Was läuft gut?", "What works well?")]
            ),
            BoardMethod.Goals => new(
                new("Was soll in fünf Jahren besser sein?", "What should be better in five years?"),
                0,
                [new("Bald", "Soon"), new("In fünf Jahren", "In five years")]
            ),
            BoardMethod.Measures => new(
                new("Was genau soll jemand tun? Und wer?", "What exactly should somebody do? And who?"),
                0,
                [new("Idee", "Idea"), new("Wer macht es?", "Who does it?"), new("Was braucht es?", "What does it take?")]
            ),
            BoardMethod.WorldCafe => new(
                new("Was war an Ihrem Tisch wichtig?", "What mattered at your table?"),
                0,
                [new("Tisch 1", "Table 1"), new("Tisch 2", "Table 2"), new("Tisch 3", "Table 3"), new("Tisch 4", "Table 4")]
            ),
            BoardMethod.DotVoting => new(
                new("Was ist Ihnen am wichtigsten? Verteilen Sie Ihre Punkte.", "What matters most to you? Spread your dots."),
                5,
                [new("Zur Wahl", "To choose from")]
            ),
            _ => new(
                new("Was fällt Ihnen dazu ein? Ein Gedanke je Karte.", "What comes to your mind? One thought a card."),
                0,
                [new("Gesammelt", "Collected")]
            ),
        };

    public List<BoardColumn> NewColumns() => [.. Columns.Select(title => new BoardColumn(SequentialId.Next(), title.ToString()))];
}
