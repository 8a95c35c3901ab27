using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Registrations;

namespace Integrationskonzept.Scheduling.Mails;

/// <summary>Puts a mail into the queue for every registration that has changed, in the same transaction: one for each change, whatever crashes.</summary>
sealed class RegistrationNews(SchedulingDb db, MailQueue mails)
{
    public async Task TellAsync(CancellationToken ct)
    {
        foreach (var row in db.ChangeTracker.Entries<Registration>().Select(entry => entry.Entity).Where(row => row.HasNews).ToList())
        {
            await mails.AddAsync(MailKinds.Registration, row.Id, row.Notice, $"registration:{row.Id}:{row.Notice}", ct);
            row.NewsTold();
        }
    }
}
