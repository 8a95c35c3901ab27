using System.Runtime.CompilerServices;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>
/// What somebody has reported, what was decided about their words, and that they are blocked; and what they decided themselves.
/// </summary>
[InChargeOf("moderation_reports", "moderation_cases", "moderation_blocks")]
sealed class ModerationData(ParticipationDb db, IOptions<ModerationOptions> options, TimeProvider time) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "moderation",
            new("Moderation", "Moderation"),
            new(
                "Was Sie gemeldet haben, Entscheidungen über Ihre Texte, Ihre Widersprüche, Sperren; bei Moderierenden: was "
                    + "sie entschieden",
                "What you reported, decisions about your texts, your appeals, blocks; of moderators: what they decided"
            ),
            new(
                "Schutz der Beteiligten und überprüfbare Entscheidungen",
                "Protection of those who take part, and decisions that can be checked"
            ),
            LegalBasis.PublicTask,
            new(
                "nach der Entscheidung; warum etwas verborgen ist, so lange es das ist",
                "after the decision; why something is hidden as long as it is"
            ),
            options.Value.KeepFor,
            new(
                "Meldungen und Entscheidungen verlieren Ihr Konto, eine Sperre wird gelöscht.",
                "Reports and decisions lose your account, a block is deleted."
            )
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        var reports = db
            .Reports.AsNoTracking()
            .Where(row => row.Reporter == person.Subject)
            .Select(row => new
            {
                Reported = row.ItemId,
                row.Kind,
                row.Text,
                row.ReportedAt,
            });
        await foreach (var row in reports.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var cases = db
            .ModerationCases.AsNoTracking()
            .Where(row => row.Author == person.Subject)
            .Select(row => new
            {
                AboutYours = row.ItemId,
                row.Item,
                row.Kind,
                row.OpenedAt,
                row.Outcome,
                row.DecidedAt,
                row.Reason,
                row.ReasonText,
                row.AppealText,
            });
        await foreach (var row in cases.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var blocks = db
            .Blocks.AsNoTracking()
            .Where(row => row.Person == person.Subject)
            .Select(row => new
            {
                BlockedSince = row.Since,
                row.Until,
                row.LiftedAt,
                row.Reason,
                row.ReasonText,
            });
        await foreach (var row in blocks.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var decided = db
            .ModerationCases.AsNoTracking()
            .Where(row => row.DecidedBy == person.Subject || row.ClaimedBy == person.Subject)
            .Select(row => new
            {
                DecidedByYou = row.Id,
                row.Outcome,
                row.DecidedAt,
            });
        await foreach (var row in decided.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var id = person.Subject;
        var blocks = db.Blocks.Where(row => row.Person == id);
        await db.CloseCasesAsync(db.ModerationCases.Where(one => blocks.Any(row => row.Id == one.ItemId)), time.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        rows.Add("moderation_blocks", await blocks.ExecuteDeleteAsync(ct));
        rows.Add(
            "moderation_blocks",
            await db.Database.ExecuteSqlAsync($"update moderation_blocks set by = {Person.Gone} where by = {id}", ct)
        );
        rows.Add(
            "moderation_reports",
            await db.Database.ExecuteSqlAsync(
                $"update moderation_reports set reporter = {Person.GonePrefix} || gen_random_uuid() where reporter = {id}",
                ct
            )
        );
        // Whoever looked at a case looks at it no more; who decided is nobody, not "not decided".
        rows.Add(
            "moderation_cases",
            await db.Database.ExecuteSqlAsync(
                $"""
                update moderation_cases set version = version + 1, author = nullif(author, {id}),
                    claimed_until = case when claimed_by = {id} then null else claimed_until end, claimed_by = nullif(claimed_by, {id}),
                    decided_by = case when decided_by = {id} then {Person.Gone} else decided_by end,
                    decided_before = case when decided_before = {id} then {Person.Gone} else decided_before end
                where author = {id} or claimed_by = {id} or decided_by = {id} or decided_before = {id}
                """,
                ct
            )
        );
    }
}
