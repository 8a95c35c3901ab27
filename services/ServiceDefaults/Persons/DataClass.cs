using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>A class of data that a service keeps of people, as the privacy page of a Landkreis tells of it.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Data">What is kept.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Basis">Legal ground.</param>
/// <param name="Kept">From when the period counts; where there is none, until when it is kept.</param>
/// <param name="Period">How long, as the service is configured.</param>
/// <param name="OnErasure">What becomes of it when a person asks to be forgotten.</param>
public sealed record DataClass(string Key, Text Title, Text Data, Text Purpose, Text Basis, Text Kept, TimeSpan? Period, Text OnErasure);

/// <summary>The grounds on which a Landkreis may keep what it keeps.</summary>
public static class LegalBasis
{
    /// <summary>A task in the public interest.</summary>
    public static readonly Text PublicTask = new(
        "Aufgabe im öffentlichen Interesse (Art. 6 Abs. 1 Buchst. e DSGVO)",
        "Task in the public interest (Art. 6(1)(e) GDPR)"
    );

    /// <summary>The person has agreed.</summary>
    public static readonly Text Consent = new("Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)", "Consent (Art. 6(1)(a) GDPR)");

    /// <summary>The person has agreed to what may tell of their health.</summary>
    public static readonly Text ExplicitConsent = new(
        "Ausdrückliche Einwilligung (Art. 9 Abs. 2 Buchst. a DSGVO)",
        "Explicit consent (Art. 9(2)(a) GDPR)"
    );

    /// <summary>Safety of the processing, and being able to show that it is lawful.</summary>
    public static readonly Text Accountability = new(
        "Sicherheit und Rechenschaft (Art. 6 Abs. 1 Buchst. c mit Art. 5 Abs. 2 und Art. 32 DSGVO)",
        "Security and accountability (Art. 6(1)(c) with Art. 5(2) and Art. 32 GDPR)"
    );
}
