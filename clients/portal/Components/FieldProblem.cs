using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Components;

/// <summary>What the portal itself finds wrong with a field, shown as what the API says.</summary>
sealed class FieldProblem : ProblemDetails
{
    public FieldProblem(string field, string text)
    {
        Status = StatusCodes.Status422UnprocessableEntity;
        Title = new Text("Eingabe unvollständig oder falsch", "Input incomplete or wrong").ToString();
        Detail = text;
        Errors = new() { AdditionalData = new Dictionary<string, object> { [field] = text } };
    }
}
