using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>Where somebody wanted to hear what becomes of their contributions: goes wholly.</summary>
[InChargeOf("news_addresses")]
sealed class NewsData(ParticipationDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "answer-news",
            new("Nachrichten über Antworten", "News of answers"),
            new(
                "Ihre Mailadresse, wenn Sie Mails bestellt haben, und ob Sie einen Feed haben",
                "Your mail address, if you asked for mails, and whether you have a feed"
            ),
            new("Ihnen sagen, was aus Ihren Beiträgen wurde", "Telling you what became of your contributions"),
            LegalBasis.Consent,
            new("bis Sie Mails und Feed abbestellen", "until you want neither mails nor the feed"),
            null,
            new("Werden gelöscht.", "Are deleted.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .NewsAddresses.AsNoTracking()
            .Where(row => row.Person == person.Subject)
            .Select(row => new
            {
                row.Address,
                row.Language,
                HasFeed = row.FeedHash != null,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var own = db.NewsAddresses.Where(row => row.Person == person.Subject);
        rows.Add("news_items", await db.NewsItems.Where(item => own.Any(row => row.Id == item.AddressId)).ExecuteDeleteAsync(ct));
        rows.Add("news_addresses", await own.ExecuteDeleteAsync(ct));
    }
}
