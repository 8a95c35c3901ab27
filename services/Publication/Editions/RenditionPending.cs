using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Publication.Editions;

/// <summary>The PDF of a new edition is still being made.</summary>
public sealed class RenditionPending()
    : Problem(
        StatusCodes.Status503ServiceUnavailable,
        "rendition-pending",
        new("PDF wird erstellt", "PDF in the making"),
        new(
            "Das PDF dieser Ausgabe wird gerade erstellt. Laden Sie diese Seite in einigen Sekunden neu.",
            "The PDF of this edition is being made. Load this page again in a few seconds."
        )
    );
