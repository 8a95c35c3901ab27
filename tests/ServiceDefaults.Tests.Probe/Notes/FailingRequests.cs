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
        foreach (var (path, text) in new[] { ("nul", "a\0b"), ("half", "a\ud83d") })
            failing.MapPost(path, async (ProbeDb db, CancellationToken ct) =>
            {
                db.Notes.Add(new() { Text = text });
                await db.SaveChangesAsync(ct);
            }).RequirePermission(Permissions.ContributionsSubmit);
        app.MapPost("/anonymous/notes", (WriteNote write) => write.Text).AllowAnonymous();
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
