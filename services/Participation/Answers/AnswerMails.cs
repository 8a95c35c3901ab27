using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Answers;

/// <summary>Writes what became of somebody's contributions; nothing where they want no mails any more.</summary>
sealed class AnswerMails(ParticipationDb db, TenantClock clock, IOptions<MailOptions> options, IConfiguration configuration)
{
    public async Task<Mail?> ComposeAsync(QueuedMail mail, CancellationToken ct)
    {
        var items = await db.InTransactionAsync(
            async () =>
            {
                // From now on news go into the next one; a second try writes the same again.
                await db
                    .NewsAddresses.Where(row => row.Id == mail.Reference && row.Number == mail.Occasion)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.Number, mail.Occasion + 1), ct);
                // What was told long ago is not kept.
                await db.NewsItems.Where(row => row.AddressId == mail.Reference && row.Number < mail.Occasion - 1).ExecuteDeleteAsync(ct);
                return await db
                    .NewsItems.Where(row => row.AddressId == mail.Reference && row.Number == mail.Occasion)
                    .Select(row => row.ContributionId)
                    .ToListAsync(ct);
            },
            ct
        );
        if (
            await db.NewsAddresses.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mail.Reference, ct)
            is not { Address: { } to } address
        )
            return null;
        var answered = await db.AnsweredAsync(items, ct);
        return answered.Count == 0 ? null : Write(to, address.Language, answered, await clock.LandkreisAsync(ct));
    }

    /// <summary>An address that does not exist gets no more.</summary>
    public Task BouncedAsync(QueuedMail mail, CancellationToken ct) =>
        db
            .NewsAddresses.Where(row => row.Id == mail.Reference)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Address, (string?)null), ct);

    Mail Write(string to, string language, List<AnsweredContribution> answered, KnownTenant landkreis)
    {
        string Say(string german, string english) => language == "en" ? english : german;
        var subject = Say($"Was aus Ihren Beiträgen wurde: {landkreis.Name}", $"What became of your contributions: {landkreis.Name}");
        var mine = LinkTo(landkreis, "mine");
        var body = new MailBody(language)
            .Heading(subject)
            .Paragraph(
                Say(
                    "Sie haben zum Integrationskonzept beigetragen. Das ist daraus geworden:",
                    "You have contributed to the Integrationskonzept. This is what became of it:"
                )
            );
        foreach (var one in answered)
            body.Facts((one.Name, $"{Say(one.InWords.De, one.InWords.En)}. {one.Reason}"))
                .Link(
                    Say("Diesen Beitrag ansehen", "See this contribution"),
                    LinkTo(landkreis, $"topic-areas/{one.TopicAreaId}/contributions/{one.Id}")
                );
        body.Paragraph(Say("Diese Mails bestellen Sie unter „Mein Bereich“ ab:", "You can end these mails in \"My area\":"))
            .Link(Say("Mein Bereich", "My area"), mine);
        return new()
        {
            Sender = options.Value.Sender,
            To = to,
            Subject = subject,
            Body = body,
            Unsubscribe = mine,
        };
    }

    string LinkTo(KnownTenant landkreis, string path) =>
        new Uri(PublicUrl.Of(configuration), $"portal/{landkreis.Slug}/{path}").AbsoluteUri;
}
