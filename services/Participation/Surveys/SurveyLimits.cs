namespace Integrationskonzept.Participation.Surveys;

/// <summary>How much a survey can be.</summary>
static class SurveyLimits
{
    public const int Title = 200;
    public const int Words = 2000;

    /// <summary>Of all words of a survey in all its languages: whoever answers loads them on a phone.</summary>
    public const int Bytes = 200_000;
    public const int Key = 40;
    public const int Questions = 60;
    public const int Options = 20;
    public const int Text = 2000;
    public const int LinksAtOnce = 1000;
    public const int Links = 5000;

    /// <summary>More would be no survey of a Landkreis, but somebody who floods it.</summary>
    public const int Answers = 20_000;

    /// <summary>How long people can answer at most.</summary>
    public const int Days = 366;

    public const string KeyPattern = "^[A-Za-z0-9_-]{1,40}$";
    public const string KeyInGerman = "Kürzel aus 1 bis 40 Buchstaben, Ziffern, - oder _";
    public const string KeyInEnglish = "a key of 1 to 40 letters, digits, - or _";
}
