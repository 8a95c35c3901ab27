using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Representativeness;

/// <summary>What is asked and answered, as people say it.</summary>
static class RepresentationWords
{
    public static Text Of(RepresentationQuestion? question) =>
        question switch
        {
            RepresentationQuestion.Age => new("Wie alt sind Sie?", "How old are you?"),
            RepresentationQuestion.Gender => new("Welches Geschlecht haben Sie?", "What is your gender?"),
            RepresentationQuestion.Migration => new(
                "Sind Sie oder Ihre Eltern seit 1950 nach Deutschland gekommen?",
                "Did you or your parents come to Germany since 1950?"
            ),
            _ => new("Wie viele Menschen leben in Ihrer Stadt oder Gemeinde?", "How many people live in your town or municipality?"),
        };

    /// <summary>What the question is about, over its figures.</summary>
    public static Text TitleOf(RepresentationQuestion? question) =>
        question switch
        {
            RepresentationQuestion.Age => new("Alter", "Age"),
            RepresentationQuestion.Gender => new("Geschlecht", "Gender"),
            RepresentationQuestion.Migration => new("Seit 1950 nach Deutschland gekommen", "Came to Germany since 1950"),
            _ => new("Größe des Wohnorts", "Size of the place where people live"),
        };

    public static Text Of(RepresentationAnswer? answer) =>
        answer switch
        {
            RepresentationAnswer.Age16To24 => new("16 bis 24 Jahre", "16 to 24 years"),
            RepresentationAnswer.Age25To39 => new("25 bis 39 Jahre", "25 to 39 years"),
            RepresentationAnswer.Age40To59 => new("40 bis 59 Jahre", "40 to 59 years"),
            RepresentationAnswer.Age60To74 => new("60 bis 74 Jahre", "60 to 74 years"),
            RepresentationAnswer.Age75AndMore => new("75 Jahre und älter", "75 years and older"),
            RepresentationAnswer.Female => new("weiblich", "female"),
            RepresentationAnswer.Male => new("männlich", "male"),
            RepresentationAnswer.Diverse => new("divers oder keines davon", "diverse, or none of these"),
            RepresentationAnswer.CameThemselves => new("ja, ich selbst", "yes, I myself"),
            RepresentationAnswer.BothParentsCame => new("ich nicht, aber beide Eltern", "not I, but both parents"),
            RepresentationAnswer.OneParentCame => new("ich nicht, aber ein Elternteil", "not I, but one parent"),
            RepresentationAnswer.NobodyCame => new("nein", "no"),
            RepresentationAnswer.PlaceUnder5000 => new("weniger als 5.000", "fewer than 5,000"),
            RepresentationAnswer.Place5000To9999 => new("5.000 bis 9.999", "5,000 to 9,999"),
            RepresentationAnswer.Place10000To19999 => new("10.000 bis 19.999", "10,000 to 19,999"),
            _ => new("20.000 und mehr", "20,000 and more"),
        };
}
