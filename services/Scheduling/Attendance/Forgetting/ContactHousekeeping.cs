using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Attendance.Forgetting;

/// <summary>Forgets addresses, names and needs that nothing is done with any more.</summary>
sealed class ContactHousekeeping(WorkTools tools, IOptions<RegistrationOptions> options, IOptions<ConsentOptions> consents)
    : Housekeeping(tools, options.Value.ForgetEvery)
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            async services =>
            {
                var db = services.GetRequiredService<SchedulingDb>();
                var agreed = Now - consents.Value.KeepWithdrawn;
                return await ForgetContactsAsync(db, ct)
                    + await ForgetPollInvitationsAsync(db, ct)
                    // What was agreed to was forgotten long before.
                    + await db.Set<Consent>().Where(row => row.At < agreed).ExecuteDeleteAsync(ct);
            },
            ct
        );

    async Task<int> ForgetContactsAsync(SchedulingDb db, CancellationToken ct)
    {
        var (requests, invitations, contacts) = (
            Now - options.Value.KeepRequests,
            Now - options.Value.KeepInvitations,
            Now - options.Value.KeepContacts
        );
        var rows = await db.RegistrationRequests.Where(row => row.RequestedAt < requests).ExecuteDeleteAsync(ct);
        rows += await db
            .Invitations.Where(row => db.Events.Any(appointment => appointment.Id == row.EventId && appointment.End < invitations))
            .ExecuteDeleteAsync(ct);
        // Those who withdrew everything still get the mail that says so.
        rows += await db
            .Contacts.Where(contact =>
                !db.Registrations.Any(row =>
                    row.Subject == contact.Subject
                    && (
                        (
                            row.State != RegistrationState.Withdrawn
                            && row.State != RegistrationState.Refused
                            && (
                                row.RegisteredAt >= contacts
                                || db.Events.Any(appointment => appointment.Id == row.EventId && appointment.End >= contacts)
                            )
                        )
                        || db.Set<QueuedMail>()
                            .Any(mail => mail.Reference == row.Id && (mail.State == MailState.Waiting || mail.State == MailState.Sending))
                    )
                )
            )
            .ExecuteDeleteAsync(ct);
        // Certificates are made as long as names are there; what had to be prepared is of no use once the event is over.
        rows += await db
            .Registrations.Where(row =>
                row.Name != null && db.Events.Any(appointment => appointment.Id == row.EventId && appointment.End < contacts)
            )
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Name, (string?)null), ct);
        rows += await db
            .Registrations.Where(row =>
                row.AccessNeeds != null && db.Events.Any(appointment => appointment.Id == row.EventId && appointment.End < invitations)
            )
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.AccessNeeds, (string?)null), ct);
        return rows + await db.UndeliverableAddresses.Where(row => row.Since < contacts).ExecuteDeleteAsync(ct);
    }

    /// <summary>The answers, which name nobody, stay.</summary>
    Task<int> ForgetPollInvitationsAsync(SchedulingDb db, CancellationToken ct)
    {
        var (events, deadlines) = (Now - options.Value.KeepInvitations, Now - options.Value.KeepPollInvitations);
        return db
            .PollInvitations.Where(row =>
                db.Polls.Any(poll =>
                    poll.Id == row.PollId
                    && (
                        poll.State == PollState.Withdrawn
                        || (poll.State == PollState.Open && poll.Deadline < deadlines)
                        || (
                            poll.State == PollState.Decided
                            && db.Events.Any(appointment => appointment.Id == poll.EventId && appointment.End < events)
                        )
                    )
                )
            )
            .ExecuteDeleteAsync(ct);
    }
}

static class ForgettingSetup
{
    /// <summary>All that Scheduling keeps of people; addresses last, as they say which guest somebody is.</summary>
    public static void AddForgetting(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ConsentOptions>(builder.Configuration.GetSection("Consents"));
        builder.Services.AddHousekeeping<ContactHousekeeping>();
        builder
            .Services.AddPersonalData<RegistrationData>()
            .AddPersonalData<PollData>()
            .AddPersonalData<ConsentData>()
            .AddPersonalData<ContactData>();
    }
}
