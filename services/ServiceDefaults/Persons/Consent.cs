using System.Runtime.CompilerServices;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>What people agree to here. Each has its words, which forms show where it is asked for.</summary>
public enum ConsentTo
{
    /// <summary>Their name stands on the list at the door and on the certificate of an event.</summary>
    Name,

    /// <summary>What they need to take part is kept until the event; it may tell of a disability.</summary>
    AccessNeeds,

    /// <summary>They are a contact of their organisation.</summary>
    OrganisationContact,

    /// <summary>They are invited as a person, without an organisation.</summary>
    PersonInvited,
}

/// <summary>
/// That somebody agreed, or took it back: what, in which words, when. Only added to, until the person is forgotten or the period is over.
/// </summary>
public sealed class Consent : ITenantOwned, IIdentified
{
    /// <inheritdoc/>
    public string Tenant { get; private set; } = null!;

    /// <inheritdoc/>
    public Guid Id { get; init; } = SequentialId.Next();

    /// <summary>Who: account id, or how the service knows somebody without account.</summary>
    public required string Subject { get; set; }

    /// <summary>What.</summary>
    public required ConsentTo To { get; init; }

    /// <summary>Number of the words, as <see cref="ConsentWords"/> has them.</summary>
    public required int Wording { get; init; }

    /// <summary>What it is about: a registration, an organisation.</summary>
    public required Guid About { get; init; }

    /// <summary>True if they agreed, false if they took it back.</summary>
    public required bool Given { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The words in which people agree. Old ones stay as they were; a new text gets the next number.</summary>
public static class ConsentWords
{
    static readonly Dictionary<ConsentTo, Text[]> Versions = new()
    {
        [ConsentTo.Name] = [new("Freiwillig, für Namensschild und Bescheinigung.", "Voluntary, for badge and certificate.")],
        [ConsentTo.AccessNeeds] =
        [
            new(
                "Freiwillig, zum Beispiel Dolmetschen, Kinderbetreuung, ein Platz für den Rollstuhl. Das sieht nur das Team, und es wird "
                    + "nach der Veranstaltung gelöscht.",
                "Voluntary, for example interpreting, childcare, space for a wheelchair. Only the team sees it, and it is "
                    + "deleted after the "
                    + "event."
            ),
        ],
        [ConsentTo.OrganisationContact] =
        [
            new(
                "Die Koordination darf Sie als Ansprechperson Ihrer Organisation speichern und anschreiben.",
                "The coordination may keep you as a contact of your organisation and write to you."
            ),
            new(
                "Die Koordination darf Sie mit Name, Mailadresse und Telefonnummer als Ansprechperson Ihrer Organisation speichern, "
                    + "anschreiben und anrufen.",
                "The coordination may keep you, with name, mail address and telephone number, as a contact of your organisation, "
                    + "write to you and call you."
            ),
        ],
        [ConsentTo.PersonInvited] =
        [
            new(
                "Die Koordination darf Sie mit Name, Adresse und Gruppe speichern und zu Veranstaltungen einladen.",
                "The coordination may keep your name, address and group, and invite you to events."
            ),
            new(
                "Die Koordination darf Sie mit Name, Mailadresse, Telefonnummer, Gruppe und Sprachen speichern und per Mail oder "
                    + "Telefon zu Veranstaltungen einladen.",
                "The coordination may keep your name, mail address, telephone number, group and languages, and invite you to events "
                    + "by mail or telephone."
            ),
        ],
    };

    /// <summary>Number of the words that forms show now.</summary>
    public static int Latest(ConsentTo to) => Versions[to].Length;

    /// <summary>Words by number, from 1.</summary>
    public static Text Of(ConsentTo to, int wording) => Versions[to][wording - 1];

    /// <summary>The words that forms show now.</summary>
    public static Text Now(ConsentTo to) => Of(to, Latest(to));
}

/// <summary>Keeps the log.</summary>
public static class Consents
{
    /// <summary>For services that ask for consent.</summary>
    public static void AddConsents(this ModelBuilder model) =>
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("consents");
            consent.HasKey(row => new { row.Tenant, row.Id });
            consent.Property(row => row.Id).ValueGeneratedNever();
            consent.Property(row => row.To).HasConversion<string>().HasMaxLength(30);
            consent.Property(row => row.Subject).HasMaxLength(254);
            consent.HasIndex(row => new
            {
                row.Tenant,
                row.Subject,
                row.Id,
            });
            consent.HasIndex(row => new
            {
                row.Tenant,
                row.About,
                row.To,
                row.Id,
            });
        });

    /// <summary>The log of somebody, with the words as they were shown.</summary>
    public static async IAsyncEnumerable<object> ConsentsOfAsync(
        this ServiceDb db,
        IReadOnlyCollection<string> subjects,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var rows = db.Set<Consent>().AsNoTracking().Where(row => subjects.Contains(row.Subject)).OrderBy(row => row.Id);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return new
            {
                row.To,
                row.Wording,
                Words = ConsentWords.Of(row.To, row.Wording).ToString(),
                row.About,
                row.Given,
                row.At,
            };
    }

    /// <summary>Of subjects that are the person's for ever; returns how many entries.</summary>
    public static Task<int> ForgetConsentsAsync(this ServiceDb db, IReadOnlyCollection<string> subjects, CancellationToken ct) =>
        db.Set<Consent>().Where(row => subjects.Contains(row.Subject)).ExecuteDeleteAsync(ct);

    /// <summary>Of a mail address, which may be somebody else's since; returns how many entries.</summary>
    public static Task<int> ForgetConsentsAsync(this ServiceDb db, string address, DateTimeOffset until, CancellationToken ct) =>
        db.Set<Consent>().Where(row => row.Subject == address && row.At <= until).ExecuteDeleteAsync(ct);

    /// <summary>Notes that somebody agreed, or not any more; nothing where it was so before, unless they agreed anew.</summary>
    public static void NoteConsent(
        this ServiceDb db,
        ConsentTo to,
        string subject,
        Guid about,
        bool before,
        bool now,
        DateTimeOffset at,
        bool isAnew = false
    )
    {
        if (before != now || (now && isAnew))
            db.Add(
                new Consent
                {
                    Subject = subject,
                    To = to,
                    Wording = ConsentWords.Latest(to),
                    About = about,
                    Given = now,
                    At = at,
                }
            );
    }
}
