using System.Runtime.CompilerServices;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>Whom somebody supports and to what they gave points. They stay counted, under pseudonyms that nothing joins.</summary>
[InChargeOf("supports", "points")]
sealed class VoteData(ParticipationDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "votes",
            new("Unterstützungen und Punkte", "Supports and points"),
            new(
                "Welche Beiträge Sie unterstützen und wie viele Punkte Sie gaben",
                "Which contributions you support, and how many points you gave"
            ),
            new("Gewichtung der Beiträge; gezeigt werden nur Summen.", "Weighing of the contributions; only sums are shown."),
            LegalBasis.PublicTask,
            new(
                "mit dem Beitrag; Sie können beides ändern, solange das Themenfeld offen ist",
                "with the contribution; you can change both while the topic area is open"
            ),
            null,
            new(
                "Zählen weiter, unter zufälligen Kennungen, die zu niemandem führen.",
                "Stay counted, under random ids that lead to nobody."
            )
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        var supports = db
            .Supports.AsNoTracking()
            .Where(row => row.Supporter == person.Subject)
            .Select(row => new { Supported = row.ContributionId });
        await foreach (var row in supports.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var points = db
            .Points.AsNoTracking()
            .Where(row => row.Giver == person.Subject)
            .Select(row => new
            {
                row.TopicAreaId,
                row.ContributionId,
                row.Points,
            });
        await foreach (var row in points.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        rows.Add(
            "supports",
            await db.Database.ExecuteSqlAsync(
                $"update supports set supporter = {Person.GonePrefix} || gen_random_uuid() where supporter = {person.Subject}",
                ct
            )
        );
        // One pseudonym per topic area: how many gave points there stays true, and nobody is known again in another one.
        rows.Add(
            "points",
            await db.Database.ExecuteSqlAsync(
                $"""
                update points set giver = {Person.GonePrefix} || other.id from (
                    select topic_area_id, gen_random_uuid() as id from (
                        select distinct topic_area_id from points where giver = {person.Subject}
                    ) as areas
                ) as other
                where giver = {person.Subject} and points.topic_area_id = other.topic_area_id
                """,
                ct
            )
        );
    }
}
