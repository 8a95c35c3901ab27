using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Editions;

static class EditionQueries
{
    public static async Task<Edition> FindEditionAsync(this PublicationDb db, int number, CancellationToken ct) =>
        await db.Editions.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, ct) ?? throw new EditionUnknown(number);
}
