using System.Runtime.CompilerServices;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.Withdrawal;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>What somebody has contributed: the words stay for the concept, the person goes. What nobody saw goes wholly.</summary>
[InChargeOf("contributions", "attachments")]
sealed class ContributionData(ParticipationDb db, TimeProvider time) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "contributions",
            new("Beiträge", "Contributions"),
            new(
                "Ihre Texte mit Sprache, Gruppe, Organisation und Zeit, frühere Fassungen, Übersetzungen, Ihre Bilder dazu, "
                    + "und dass sie von Ihrem Konto sind",
                "Your texts with language, group, organisation and time, earlier wordings, translations, your pictures, and that they are "
                    + "your account's"
            ),
            new(
                "Beteiligung am Integrationskonzept; Ergebnisse werden mit den Beiträgen belegt.",
                "Participation in the Integrationskonzept; results refer to the contributions."
            ),
            LegalBasis.PublicTask,
            new(
                "als Teil des Vorgangs; solange das Themenfeld offen ist, bis Sie den Beitrag zurückziehen",
                "as part of the process; while the topic area is open, until you take the contribution back"
            ),
            null,
            new(
                "Der Text bleibt mit seinen Übersetzungen, ohne Ihr Konto; niemand kann ihn Ihnen mehr zuordnen. Bilder, und was noch "
                    + "niemand sah oder verborgen ist, werden gelöscht.",
                "The text stays with its translations, without your account; nobody can tell any more that it is yours. Pictures, and what "
                    + "nobody saw yet or is hidden, are deleted."
            )
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        var own = db.Contributions.AsNoTracking().Where(row => row.Author == person.Subject);
        var rows = own.OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.TopicAreaId,
                row.Kind,
                row.Title,
                row.Text,
                row.Language,
                row.Group,
                row.Organisation,
                row.SubmittedAt,
                row.EditedAt,
                row.State,
                row.Answer,
                row.AnswerReason,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var wordings = db
            .Wordings.AsNoTracking()
            .Where(wording => own.Any(row => row.Id == wording.ContributionId))
            .OrderBy(wording => wording.Id)
            .Select(wording => new
            {
                wording.ContributionId,
                EarlierTitle = wording.Title,
                EarlierText = wording.Text,
                wording.Language,
                wording.WrittenAt,
            });
        await foreach (var wording in wordings.AsAsyncEnumerable().WithCancellation(ct))
            yield return wording;
        var translations = db
            .ContributionTranslations.AsNoTracking()
            .Where(one => own.Any(row => row.Id == one.ContributionId))
            .OrderBy(one => one.Id)
            .Select(one => new
            {
                one.ContributionId,
                TranslatedTitle = one.Title,
                TranslatedText = one.Text,
                one.Language,
                one.Origin,
                one.WrittenAt,
            });
        await foreach (var translation in translations.AsAsyncEnumerable().WithCancellation(ct))
            yield return translation;
        var pictures = db
            .Attachments.AsNoTracking()
            .Where(one => own.Any(row => row.Id == one.ContributionId))
            .OrderBy(one => one.Id)
            .Select(one => new
            {
                one.ContributionId,
                PictureShows = one.Description,
                one.Jpeg,
            });
        await foreach (var picture in pictures.AsAsyncEnumerable().WithCancellation(ct))
            yield return picture;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        // Held: a picture that is just being put to one of them comes before this, or not at all.
        await db.Database.ExecuteSqlAsync($"select from contributions where author = {person.Subject} order by id for no key update", ct);
        var own = db.Contributions.Where(row => row.Author == person.Subject);
        var unseen = await own.Where(row => row.State == ContributionState.Held || row.State == ContributionState.Hidden).ToListAsync(ct);
        foreach (var row in unseen)
        {
            // Others' words stand behind it: it stays hidden, of nobody.
            if (await db.Contributions.AnyAsync(other => other.MergedInto == row.Id && other.Author != row.Author, ct))
                continue;
            await db.ForgetAsync(row, ct);
            await db.CloseCasesAsync(db.ModerationCases.Where(one => one.ContributionId == row.Id), time.GetUtcNow(), ct);
            if (await db.RecordCitesAsync(row.TopicAreaId, row.Id, ct))
                row.Withdraw();
            else
                db.Contributions.Remove(row);
            rows.Add("contributions", 1);
        }
        await db.SaveChangesAsync(ct);
        var pictures = db.Attachments.Where(one => own.Any(row => row.Id == one.ContributionId));
        rows.Add("attachments", await pictures.ExecuteDeleteAsync(ct));
        rows.Add("contributions", await own.ExecuteUpdateAsync(set => set.SetProperty(row => row.Author, (string?)null), ct));
    }
}
