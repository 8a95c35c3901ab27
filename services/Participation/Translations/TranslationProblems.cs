using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Translations;

/// <summary>Nobody here reads that language.</summary>
public sealed class TranslationLanguageUnknown()
    : UnprocessableProblem(
        "translation-language-unknown",
        new(
            $"Übersetzt wird in diese Sprachen: {string.Join(", ", TranslationLanguages.All)}.",
            $"Contributions are translated into these languages: {string.Join(", ", TranslationLanguages.All)}."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions =>
        new Dictionary<string, object?> { ["possible"] = TranslationLanguages.All };
}

/// <summary>It is written in that language.</summary>
public sealed class TranslationIntoItself()
    : UnprocessableProblem(
        "translation-into-itself",
        new("Der Beitrag ist in dieser Sprache geschrieben.", "The contribution is written in this language.")
    );

/// <summary>Its author has changed it.</summary>
public sealed class ContributionReworded()
    : ConflictProblem(
        "contribution-reworded",
        new(
            "Der Beitrag hat inzwischen einen anderen Wortlaut. Lesen Sie ihn neu, und übersetzen Sie, was jetzt dasteht.",
            "The contribution has other words meanwhile. Read it again, and translate what it says now."
        )
    );

/// <summary>What has no title gets none, and a title is translated with the text.</summary>
public sealed class TitleMismatch(bool wanted)
    : InvalidFieldProblem(
        "title",
        wanted
            ? new("Der Beitrag hat eine Überschrift; übersetzen Sie sie mit.", "The contribution has a title; translate it, too.")
            : new("Der Beitrag hat keine Überschrift; lassen Sie sie leer.", "The contribution has no title; leave it empty.")
    );

/// <summary>A machine does not overwrite what somebody has written.</summary>
public sealed class TranslatedByPerson()
    : ConflictProblem(
        "translated-by-person",
        new(
            "Diese Übersetzung hat jemand selbst geschrieben. Ändern Sie sie, oder löschen Sie sie zuerst.",
            "Somebody has written this translation. Change it, or delete it first."
        )
    );

/// <summary>No machine, or not in this Landkreis.</summary>
public sealed class MachineTranslationOff()
    : ConflictProblem(
        "machine-translation-off",
        new(
            "Maschinelle Übersetzung ist nicht eingeschaltet: Der Betrieb braucht dafür einen Übersetzungsdienst, und die Koordination "
                + "muss ihr in den Regeln der Moderation zustimmen.",
            "Machine translation is not switched on: the operators need a translation service for it, and the coordination has to agree "
                + "to it in the rules of moderation."
        )
    );

/// <summary>More than the machine is to be given at once.</summary>
public sealed class TooLongForMachine(int most)
    : UnprocessableProblem(
        "too-long-for-machine",
        new(
            $"Maschinell übersetzt werden höchstens {most} Zeichen. Übersetzen Sie den Beitrag selbst.",
            $"At most {most} characters are translated by machine. Translate the contribution yourself."
        )
    );

/// <summary>The machine does not know one of the two languages.</summary>
public sealed class MachineLanguageUnknown()
    : UnprocessableProblem(
        "machine-language-unknown",
        new(
            "Der Übersetzungsdienst kennt diese beiden Sprachen nicht zusammen. Übersetzen Sie den Beitrag selbst.",
            "The translation service does not know these two languages together. Translate the contribution yourself."
        )
    );

/// <summary>The machine did not do it this time.</summary>
public sealed class MachineTranslationUnavailable(MachineFailure failure)
    : Problem(
        StatusCodes.Status503ServiceUnavailable,
        "machine-translation-unavailable",
        new("Übersetzungsdienst gerade nicht verfügbar", "Translation service not available right now"),
        new(
            $"Der Übersetzungsdienst {InGerman(failure)}. Versuchen Sie es später noch einmal, oder übersetzen Sie selbst.",
            $"The translation service {InEnglish(failure)}. Try again later, or translate it yourself."
        )
    )
{
    /// <summary>What went wrong.</summary>
    public MachineFailure Failure => failure;

    static string InGerman(MachineFailure failure) =>
        failure switch
        {
            MachineFailure.Unreachable => "ist nicht erreichbar",
            MachineFailure.TimedOut => "hat nicht rechtzeitig geantwortet",
            MachineFailure.Refused => "hat die Anfrage abgelehnt",
            _ => "hat etwas geantwortet, das keine Übersetzung ist",
        };

    static string InEnglish(MachineFailure failure) =>
        failure switch
        {
            MachineFailure.Unreachable => "can't be reached",
            MachineFailure.TimedOut => "did not answer in time",
            MachineFailure.Refused => "refused the request",
            _ => "answered something that is no translation",
        };
}
