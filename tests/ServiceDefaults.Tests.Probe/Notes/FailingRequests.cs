using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Probe.Notes;

/// <summary>Requests that fail in ways nobody foresaw.</summary>
static class FailingRequests
{
    public static void MapFailingRequests(this IEndpointRouteBuilder app)
    {
        var failing = app.MapTenantApi("failing", "Notes");
        failing.MapPost("bare-status", () => TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge)).RequirePermission(Permissions.ContributionsSubmit);
        failing.MapPost("after-save", async (WriteNote write, ProbeDb db, Outbox outbox, CancellationToken ct) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var note = new Note { Text = write.Text };
            db.Notes.Add(note);
            outbox.Add(note, note.Told);
            await db.SaveChangesAsync(ct);
            throw new InvalidOperationException("An internal detail: Host=database;Password=secret");
        }).RequirePermission(Permissions.ContributionsSubmit);
    }
}
