using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Probe.Notes;

static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder app)
    {
        var notes = app.MapTenantApi("notes", "Notes");

        notes
            .MapGet(
                "",
                (ProbeDb db, [AsParameters] PageRequest page, HttpContext http) =>
                    db.Notes.AsNoTracking().ToPageAsync(page, http, NoteDto.From)
            )
            .RequirePermission(Permissions.TopicAreasRead);

        notes
            .MapGet(
                "{id:guid}",
                async (Guid id, ProbeDb db, CancellationToken ct) =>
                    TypedResults.Ok(NoteDto.From(await db.Notes.AsNoTracking().GetAsync(id, ct)))
            )
            .RequirePermission(Permissions.TopicAreasRead);

        notes
            .MapPost(
                "",
                async (WriteNote write, ProbeDb db, Outbox outbox, TenantContext tenant, CancellationToken ct) =>
                {
                    var note = new Note { Text = write.Text };
                    db.Notes.Add(note);
                    outbox.Add(note, note.Told);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Created($"/api/v1/{tenant.Required}/notes/{note.Id}", NoteDto.From(note));
                }
            )
            .RequirePermission(Permissions.ContributionsSubmit);

        notes
            .MapPut(
                "{id:guid}",
                async (Guid id, WriteNote write, IfMatch match, ProbeDb db, CancellationToken ct) =>
                {
                    var note = await db.Notes.GetAsync(id, ct);
                    match.Require(note);
                    note.Text = write.Text;
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Ok(NoteDto.From(note));
                }
            )
            .RequirePermission(Permissions.TopicAreasManage);

        notes
            .MapPost(
                "{id:guid}/repeat",
                async (Guid id, ProbeDb db, Outbox outbox, CancellationToken ct) =>
                {
                    var note = await db.Notes.GetAsync(id, ct);
                    if (note.IsDraft)
                        throw new NoteIsDraft();
                    outbox.Add(note, note.Told);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Ok(NoteDto.From(note));
                }
            )
            .RequirePermission(Permissions.ContributionsSubmit);

        notes
            .MapGet(
                "{id:guid}/echoes",
                async (Guid id, ProbeDb db, CancellationToken ct) =>
                    TypedResults.Ok(await db.Echoes.Where(echo => echo.NoteId == id).Select(echo => echo.Text).ToListAsync(ct))
            )
            .RequirePermission(Permissions.TopicAreasRead);
    }
}

/// <param name="Text">The text.</param>
public sealed record WriteNote([Required, MinLength(3)] string Text);

/// <summary>A note as callers see it.</summary>
public sealed record NoteDto(Guid Id, int Version, string Text) : IVersioned
{
    internal static NoteDto From(Note note) => new(note.Id, note.Version, note.Text);
}

/// <summary>Drafts are not told of.</summary>
public sealed class NoteIsDraft() : ConflictProblem("note-is-draft", new("Das ist noch ein Entwurf.", "This is a draft still."));
