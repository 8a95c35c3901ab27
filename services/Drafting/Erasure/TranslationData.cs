using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Erasure;

/// <summary>Which translations of sections somebody has written: the text is the Landkreis', the person goes.</summary>
[InChargeOf("translation_revisions")]
sealed class TranslationData(DraftingDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "translation-revisions",
            new("Fassungen der Übersetzungen des Konzepts", "Revisions of the concept's translations"),
            new(
                "Von denen, die das Konzept übersetzen: welche Fassung von ihrem Konto ist",
                "Of those who translate the concept: which revision is their account's"
            ),
            new("Nachvollziehbare Entstehung des Konzepts", "How the concept came about can be followed"),
            LegalBasis.PublicTask,
            new("als Teil des Vorgangs", "as part of the process"),
            null,
            new("Der Text bleibt, ohne Ihr Konto.", "The text stays, without your account.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .TranslationRevisions.AsNoTracking()
            .Where(row => row.Editor == person.Subject)
            .OrderBy(row => row.At)
            .Select(row => new
            {
                row.TranslationId,
                row.Number,
                row.Title,
                row.At,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct) =>
        rows.Add(
            "translation_revisions",
            await db.Database.ExecuteSqlAsync(
                $"update translation_revisions set editor = {Person.Gone} where editor = {person.Subject}",
                ct
            )
        );
}
