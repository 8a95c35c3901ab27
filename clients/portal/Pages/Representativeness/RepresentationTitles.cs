using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Representativeness;

/// <summary>What a question is about, over its figures.</summary>
static class RepresentationTitles
{
    public static Text TitleOf(RepresentationQuestion? question) =>
        question switch
        {
            RepresentationQuestion.Age => new("Alter", "Age"),
            RepresentationQuestion.Gender => new("Geschlecht", "Gender"),
            RepresentationQuestion.Migration => new("Seit 1950 nach Deutschland gekommen", "Came to Germany since 1950"),
            _ => new("Größe des Wohnorts", "Size of the place where people live"),
        };
}
