using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Milestones;

static class MilestoneQueries
{
    public static async Task<Milestone> FindMilestoneAsync(this DraftingDb db, Guid conceptId, int number, CancellationToken ct) =>
        await db.Milestones.AsNoTracking().SingleOrDefaultAsync(row => row.ConceptId == conceptId && row.Number == number, ct)
        ?? throw new NotFoundProblem();
}
