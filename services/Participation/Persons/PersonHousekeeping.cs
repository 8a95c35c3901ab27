using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Persons;

/// <summary>Forgets whose consent is too old.</summary>
sealed class PersonHousekeeping(WorkTools tools, IOptions<PersonOptions> options) : Housekeeping(tools, TimeSpan.FromHours(12))
{
    const int AtOnce = 500;

    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            async services =>
            {
                var db = services.GetRequiredService<ParticipationDb>();
                var oldest = options.Value.Oldest(DateOnly.FromDateTime(Now.UtcDateTime));
                var old = await db.StakeholderPersons.Where(row => row.ConsentedOn < oldest).Take(AtOnce).ToListAsync(ct);
                foreach (var person in old)
                    db.NotePerson(person, person.EmailKey, null, Now);
                db.StakeholderPersons.RemoveRange(old);
                await db.SaveChangesAsync(ct);
                return old.Count;
            },
            ct
        );
}
