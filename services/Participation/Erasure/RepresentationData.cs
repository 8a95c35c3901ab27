using System.Runtime.CompilerServices;
using Integrationskonzept.Participation.Representativeness;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>
/// That somebody has said something of themselves in an open topic area. What they said is part of sums, so it can be neither told nor
/// forgotten.
/// </summary>
[InChargeOf("representation_turns")]
sealed class RepresentationData(ParticipationDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "representation",
            new("Freiwillige Angaben zur eigenen Person", "Voluntary answers about oneself"),
            new(
                "Dass Sie geantwortet haben, als Kennzeichen ohne Namen; was Sie geantwortet haben, nur als Summe über viele Menschen",
                "That you have answered, as a mark without a name; what you answered only as a sum over many people"
            ),
            new(
                "Zeigen, wen die Beteiligung erreicht; jede Person antwortet je Themenfeld einmal.",
                "Showing whom the participation reaches; each person answers once in each topic area."
            ),
            LegalBasis.ExplicitConsent,
            new("bis zum Abschluss des Themenfelds; die Summen bleiben", "until the topic area is concluded; the sums stay"),
            null,
            new(
                "Dass Sie geantwortet haben, wird gelöscht. Die Summen bleiben: niemand weiß, was darin von Ihnen ist.",
                "That you have answered is deleted. The sums stay: nobody knows what in them is yours."
            )
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var representation in await OpenAsync(ct))
            if ((await db.TakenAsync(representation.TopicAreaId, representation.OfAccount(person.Subject), ct)).Count > 0)
                yield return new { AnsweredInTopicArea = representation.TopicAreaId };
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        // Held: who answers at a step writes all marks anew, and a mark that is being written is not seen.
        await db.Database.ExecuteSqlAsync($"select from representations where secret is not null order by topic_area_id for update", ct);
        foreach (var representation in await OpenAsync(ct))
        {
            var pseudonym = representation.OfAccount(person.Subject)[0];
            rows.Add(
                "representation_turns",
                await db
                    .RepresentationTurns.Where(row => row.TopicAreaId == representation.TopicAreaId && row.Pseudonym == pseudonym)
                    .ExecuteDeleteAsync(ct)
            );
        }
    }

    Task<List<Representation>> OpenAsync(CancellationToken ct) =>
        db.Representations.AsNoTracking().Where(row => row.Secret != null).OrderBy(row => row.TopicAreaId).ToListAsync(ct);
}
