using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>415: nothing that XLIFF comes in.</summary>
public sealed class XliffMediaType()
    : Problem(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type",
        new("Inhaltstyp nicht verwendbar", "Unsupported media type"),
        new(
            "Senden Sie die Übersetzung als application/xliff+xml (oder application/octet-stream).",
            "Send the translation as application/xliff+xml (or application/octet-stream)."
        )
    );

/// <summary>413: more than the whole of a concept.</summary>
public sealed class XliffTooLarge()
    : Problem(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        new("Zu groß", "Too large"),
        new("Die Datei darf höchstens 5 MiB groß sein.", "The file may have 5 MiB at most.")
    );

/// <summary>Not well-formed, or with a document type.</summary>
public sealed class XliffBroken(int line)
    : UnprocessableProblem(
        "xliff-broken",
        new(
            $"Die Datei ist kein lesbares XML (Zeile {line}). Eine DTD darf sie nicht haben.",
            $"The file is not readable XML (line {line}). It may not have a DTD."
        )
    );

/// <summary>XML, but not what was exported here.</summary>
public sealed class XliffInvalid(Text what) : UnprocessableProblem("xliff-invalid", what);

/// <summary>A file for another language.</summary>
public sealed class XliffLanguage(string wanted, string? source, string? target)
    : UnprocessableProblem(
        "xliff-language",
        new(
            $"Erwartet wird eine Übersetzung aus de in {wanted}; in der Datei steht „{source}“ in „{target}“.",
            $"A translation of de into {wanted} is expected; the file says \"{source}\" into \"{target}\"."
        )
    );

/// <summary>A file of another concept, or of a section that is gone.</summary>
public sealed class XliffSectionUnknown(string id)
    : UnprocessableProblem(
        "xliff-section-unknown",
        new(
            $"Diesen Abschnitt hat das Konzept nicht: {id}. Übernommen wurde nichts.",
            $"The concept has no such section: {id}. Nothing was taken."
        )
    );
