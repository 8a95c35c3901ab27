using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Erasure;

/// <summary>Which revisions of the concept somebody has written: the text is the Landkreis', the person goes.</summary>
[InChargeOf("revisions")]
sealed class RevisionData(DraftingDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "revisions",
            new("Fassungen des Konzepts", "Revisions of the concept"),
            new(
                "Von denen, die am Konzept schreiben: welche Fassung von ihrem Konto ist",
                "Of those who write the concept: which revision is their account's"
            ),
            new("Nachvollziehbare Entstehung des Konzepts", "How the concept came about can be followed"),
            LegalBasis.PublicTask,
            new("als Teil des Vorgangs", "as part of the process"),
            null,
            new("Der Text bleibt, ohne Ihr Konto.", "The text stays, without your account.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .Revisions.AsNoTracking()
            .Where(row => row.Editor == person.Subject)
            .OrderBy(row => row.At)
            .Select(row => new
            {
                row.SectionId,
                row.Number,
                row.Title,
                row.At,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct) =>
        rows.Add(
            "revisions",
            await db.Database.ExecuteSqlAsync($"update revisions set editor = {Person.Gone} where editor = {person.Subject}", ct)
        );
}
