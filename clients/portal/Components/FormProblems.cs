using Integrationskonzept.Client.Models;
using Integrationskonzept.Components;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Integrationskonzept.Portal.Components;

/// <summary>The API's problems as forms show them.</summary>
static class FormProblems
{
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static FormProblem Of(ProblemDetails problem) =>
        new(
            Said(problem.Title),
            // In further languages the fields alone say it: this sentence names them as the API does.
            problem.Type == "/problems/validation"
            && Translations.Language is not null
                ? ""
                : Said(problem.Detail),
            problem.Errors?.AdditionalData.ToDictionary(field => field.Key, field => string.Join(" ", Texts(field.Value).Select(Said)))
                ?? None
        );

    static string Said(string? text) => text is null ? "" : Translations.Find(text) ?? text;

    static IEnumerable<string> Texts(object value) =>
        value switch
        {
            UntypedArray array => array.GetValue().SelectMany(Texts),
            UntypedString text => [text.GetValue() ?? ""],
            IEnumerable<object> many => many.SelectMany(Texts),
            _ => [value.ToString() ?? ""],
        };
}
