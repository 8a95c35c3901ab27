namespace Integrationskonzept.Participation.Representativeness;

/// <summary>What people may say of themselves: what published statistics know of a whole Landkreis.</summary>
public enum RepresentationQuestion
{
    /// <summary>How old they are.</summary>
    Age,

    /// <summary>Their gender.</summary>
    Gender,

    /// <summary>Whether they or their parents came to Germany since 1950: the Einwanderungsgeschichte of the census of 2022.</summary>
    Migration,

    /// <summary>How many people live in the municipality in which they live.</summary>
    PlaceSize,
}

/// <summary>All that can be answered; each belongs to one question.</summary>
public enum RepresentationAnswer
{
    /// <summary>Age: 16 to 24 years.</summary>
    Age16To24,

    /// <summary>Age: 25 to 39 years.</summary>
    Age25To39,

    /// <summary>Age: 40 to 59 years.</summary>
    Age40To59,

    /// <summary>Age: 60 to 74 years.</summary>
    Age60To74,

    /// <summary>Age: 75 years and more.</summary>
    Age75AndMore,

    /// <summary>Gender: female.</summary>
    Female,

    /// <summary>Gender: male.</summary>
    Male,

    /// <summary>Gender: diverse, or none of the two.</summary>
    Diverse,

    /// <summary>Migration: they came to Germany themselves since 1950.</summary>
    CameThemselves,

    /// <summary>Migration: born in Germany, both parents came since 1950.</summary>
    BothParentsCame,

    /// <summary>Migration: born in Germany, one parent came since 1950.</summary>
    OneParentCame,

    /// <summary>Migration: neither they nor a parent came since 1950.</summary>
    NobodyCame,

    /// <summary>Size of the municipality: fewer than 5,000 people.</summary>
    PlaceUnder5000,

    /// <summary>Size of the municipality: 5,000 to 9,999 people.</summary>
    Place5000To9999,

    /// <summary>Size of the municipality: 10,000 to 19,999 people.</summary>
    Place10000To19999,

    /// <summary>Size of the municipality: 20,000 people and more.</summary>
    Place20000AndMore,
}

static class Questions
{
    static readonly Dictionary<RepresentationQuestion, RepresentationAnswer[]> AnswersOf = new()
    {
        [RepresentationQuestion.Age] =
        [
            RepresentationAnswer.Age16To24,
            RepresentationAnswer.Age25To39,
            RepresentationAnswer.Age40To59,
            RepresentationAnswer.Age60To74,
            RepresentationAnswer.Age75AndMore,
        ],
        [RepresentationQuestion.Gender] = [RepresentationAnswer.Female, RepresentationAnswer.Male, RepresentationAnswer.Diverse],
        [RepresentationQuestion.Migration] =
        [
            RepresentationAnswer.CameThemselves,
            RepresentationAnswer.BothParentsCame,
            RepresentationAnswer.OneParentCame,
            RepresentationAnswer.NobodyCame,
        ],
        [RepresentationQuestion.PlaceSize] =
        [
            RepresentationAnswer.PlaceUnder5000,
            RepresentationAnswer.Place5000To9999,
            RepresentationAnswer.Place10000To19999,
            RepresentationAnswer.Place20000AndMore,
        ],
    };

    public static int Count => AnswersOf.Count;

    public static IReadOnlyList<RepresentationAnswer> Answers(this RepresentationQuestion question) => AnswersOf[question];

    public static RepresentationQuestion Question(this RepresentationAnswer answer) =>
        AnswersOf.Single(pair => pair.Value.Contains(answer)).Key;
}
