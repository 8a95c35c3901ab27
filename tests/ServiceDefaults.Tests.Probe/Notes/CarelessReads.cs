using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Probe.Notes;

/// <summary>What a careless slice would do, so that tests see the database keep tenants apart without the query filter's help.</summary>
static class CarelessReads
{
    public static void MapCarelessReads(this IEndpointRouteBuilder app)
    {
        var notes = app.MapTenantApi("careless", "Notes");
        notes
            .MapGet(
                "unfiltered",
                (ProbeDb db, CancellationToken ct) => db.Notes.IgnoreQueryFilters().Select(note => note.Text).ToListAsync(ct)
            )
            .RequirePermission(Permissions.TopicAreasRead);
        notes
            .MapGet(
                "sql",
                (ProbeDb db, CancellationToken ct) => db.Database.SqlQuery<string>($"select text as \"Value\" from notes").ToListAsync(ct)
            )
            .RequirePermission(Permissions.TopicAreasRead);

        app.MapGet(
            "/careless-without-tenant",
            (ProbeDb db, CancellationToken ct) => db.Notes.IgnoreQueryFilters().Select(note => note.Text).ToListAsync(ct)
        );
    }
}
