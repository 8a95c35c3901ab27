using Integrationskonzept.ServiceDefaults.Persons;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Writes down what people agreed to with their registrations, and took back; saved with that.</summary>
static class ConsentNotes
{
    public static void NoteConsents(this SchedulingDb db, DateTimeOffset now)
    {
        foreach (var row in db.ChangeTracker.Entries<Registration>().Select(entry => entry.Entity).ToList())
        {
            foreach (var (to, given) in row.Consents)
                db.NoteConsent(to, row.Subject, row.Id, !given, given, now);
            row.ConsentsNoted();
        }
    }
}
