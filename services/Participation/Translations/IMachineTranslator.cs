namespace Integrationskonzept.Participation.Translations;

/// <summary>
/// Translates by machine. Another service comes in the place of <see cref="LibreTranslate"/> by another implementation; what is stored
/// and shown stays the same.
/// </summary>
interface IMachineTranslator
{
    /// <summary>False where the operators have set up none.</summary>
    bool IsOn { get; }

    /// <summary>The texts in the other language, in their order.</summary>
    /// <param name="texts">Plain text.</param>
    /// <param name="from">What they are written in (BCP 47).</param>
    /// <param name="into">One of <see cref="TranslationLanguages.All"/>.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="MachineLanguageUnknown">It does not translate from the one language into the other.</exception>
    /// <exception cref="MachineTranslationUnavailable">It did not do it this time.</exception>
    Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, string from, string into, CancellationToken ct);
}

/// <summary>Why there is no translation by machine.</summary>
public enum MachineFailure
{
    /// <summary>Nobody answers at its address.</summary>
    Unreachable,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>It answered with an error, such as for a wrong key or too many requests.</summary>
    Refused,

    /// <summary>It answered something else than as many texts as were asked for.</summary>
    NoTranslation,
}
