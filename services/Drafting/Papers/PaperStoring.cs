using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>Stores what the text of a paper says, each reference once.</summary>
sealed class PaperStoring(DraftingDb db, TenantClock clock)
{
    public async Task<Created<PaperDto>> StoreAsync(string text, CancellationToken ct)
    {
        var paper = PaperImport.Read(text, await clock.LandkreisAsync(ct), clock.GetUtcNow());
        if (await db.Papers.AnyAsync(other => other.Reference == paper.Reference, ct))
            throw new PaperExists(paper.Reference);
        db.Papers.Add(paper);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/{clock.Slug}/papers/{paper.Id}", PaperDto.From(paper));
    }
}
