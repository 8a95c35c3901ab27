using System.Globalization;
using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.WaysIn;

/// <summary>Writes the mail with the link, in the language that was asked for. The link comes into being with it.</summary>
sealed class LinkMails(ParticipationDb db, TenantClock clock, IOptions<MailOptions> options, IConfiguration configuration)
{
    public const string Kind = "contribution-link";

    public async Task<Mail?> ComposeAsync(QueuedMail mail, CancellationToken ct)
    {
        // A second try makes the link anew; that of a mail which did not go out is good for nothing.
        var link = InvitationLink.New();
        var asked = await db.InTransactionAsync(
            async () =>
            {
                var invitation = await db
                    .Invitations.FromSql($"select * from invitations where id = {mail.Reference} for update")
                    .SingleOrDefaultAsync(ct);
                if (invitation is not { Address: not null, Uses: 0 } || invitation.EndsAt <= clock.GetUtcNow())
                    return null;
                invitation.TokenHash = link.Hash;
                await db.SaveChangesAsync(ct);
                return invitation;
            },
            ct
        );
        if (asked is null)
            return null;
        var area = await db.TopicAreas.AsNoTracking().GetAsync(asked.TopicAreaId, ct);
        var words = LinkWords.In(asked.Language);
        var landkreis = await clock.LandkreisAsync(ct);
        return new()
        {
            Sender = options.Value.Sender,
            To = asked.Address!,
            Subject = Say(words.Subject, landkreis.Name),
            Body = new MailBody(asked.Language ?? "de")
                .Heading(Say(words.Subject, landkreis.Name))
                .Paragraph(Say(words.What, area.Title))
                .Link(words.Link, $"{link.UrlOf(landkreis.Slug, configuration)}?lang={asked.Language ?? "de"}")
                .Paragraph(words.Once)
                .Paragraph(words.NotYou),
        };
    }

    /// <summary>An address that does not exist is of no use to anybody.</summary>
    public Task BouncedAsync(QueuedMail mail, CancellationToken ct) =>
        db
            .Invitations.Where(row => row.Id == mail.Reference)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Address, (string?)null), ct);

    static string Say(string words, string value) => string.Format(CultureInfo.InvariantCulture, words, value);
}
