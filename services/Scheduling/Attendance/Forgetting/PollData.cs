using System.Runtime.CompilerServices;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Attendance.Forgetting;

/// <summary>
/// When somebody said that they can come. While it is open they don't count any more; afterwards their answer does, of nobody.
/// </summary>
[InChargeOf("poll_answers", "poll_invitations")]
sealed class PollData(SchedulingDb db, IOptions<RegistrationOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "polls",
            new("Antworten auf Terminumfragen", "Answers to date polls"),
            new("Wann Sie können; ob Sie per Mail gefragt wurden", "When you can come; whether you were asked by mail"),
            new("Suche nach einem Termin; gezeigt werden nur Zahlen.", "Looking for a date; only numbers are shown."),
            LegalBasis.PublicTask,
            new(
                "nach der Frist die Mailadresse, wo kein Termin zustande kam, sonst bis zum Tag nach der Veranstaltung; Antworten ohne sie "
                    + "als Teil des Vorgangs",
                "after the deadline the mail address where no date was chosen, else until the day after the event; answers "
                    + "without it as part "
                    + "of the process"
            ),
            options.Value.KeepPollInvitations,
            new(
                "Antworten auf offene Umfragen werden gelöscht, ältere zählen ohne Sie weiter.",
                "Answers to open polls are deleted, older ones stay counted without you."
            )
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        var subjects = await SubjectsAsync(person, ct);
        var answers = db
            .PollAnswers.AsNoTracking()
            .Where(row => subjects.Contains(row.Subject))
            .Select(row => new
            {
                row.PollId,
                row.Dates,
                row.AnsweredAt,
            });
        await foreach (var row in answers.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
        var invitations = db
            .PollInvitations.AsNoTracking()
            .Where(row => row.AddressKey == person.Address)
            .Select(row => new
            {
                AskedIn = row.PollId,
                row.Address,
                row.InvitedAt,
            });
        await foreach (var row in invitations.AsAsyncEnumerable().WithCancellation(ct))
            yield return row;
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var subjects = await SubjectsAsync(person, ct);
        var answers = db.PollAnswers.Where(row => subjects.Contains(row.Subject));
        rows.Add(
            "poll_answers",
            await answers.Where(row => db.Polls.Any(poll => poll.Id == row.PollId && poll.State == PollState.Open)).ExecuteDeleteAsync(ct)
                + await db.Database.ExecuteSqlAsync(
                    $"update poll_answers set subject = {Person.GonePrefix} || gen_random_uuid() where subject = any({subjects})",
                    ct
                )
        );
        var (subject, address, until) = (person.Subject, person.Address, person.Until);
        var invitations = db.PollInvitations.Where(row => row.Subject == subject || (row.AddressKey == address && row.InvitedAt <= until));
        rows.Add("mails", await db.ForgetMailsAsync(await invitations.Select(row => row.Id).ToArrayAsync(ct), ct));
        rows.Add("poll_invitations", await invitations.ExecuteDeleteAsync(ct));
    }

    /// <summary>And as the invitations know them; an account that has the address now is another one.</summary>
    async Task<string[]> SubjectsAsync(Person person, CancellationToken ct)
    {
        var (address, until) = (person.Address, person.Until);
        return
        [
            .. await db.SubjectsOfAsync(person, ct),
            .. await db
                .PollInvitations.Where(row => row.AddressKey == address && row.InvitedAt <= until)
                .Where(row => row.Subject != null && row.Subject.StartsWith(Contact.GuestPrefix))
                .Select(row => row.Subject!)
                .ToListAsync(ct),
        ];
    }
}
