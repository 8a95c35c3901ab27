using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Identity.Pages;

/// <summary>The form was open too long, or comes from elsewhere.</summary>
public sealed class FormExpired()
    : Problem(
        StatusCodes.Status400BadRequest,
        "form-expired",
        new("Formular abgelaufen", "Form expired"),
        new("Laden Sie die Seite neu und senden Sie das Formular noch einmal ab.", "Load the page again and send the form once more.")
    );
