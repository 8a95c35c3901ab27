namespace Integrationskonzept.Participation.Boards;

/// <summary>How much a board holds.</summary>
static class BoardLimits
{
    public const int Question = 500,
        Column = 80,
        Columns = 12,
        Card = 500,
        Cards = 2000,
        Dots = 20,
        Reason = 300,
        CardsAMinute = 30,
        TapsAMinute = 120,
        AtOnce = 100,
        Minutes = 240;
}
