using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Probe.Notes;

/// <summary>One of each kind of rule, also below and in lists.</summary>
public sealed record ManyFields(
    [Required, MaxLength(5)] string Name,
    [Range(1, 200)] int SeatCount,
    [EmailAddress] string? Mail = null,
    [Written("^[0-9]{5}$", "fünf Ziffern", "five digits")] string? Key = null,
    [MinLength(1), MaxLength(2)] IReadOnlyList<ManyFields.Item>? Items = null,
    [Range(typeof(decimal), "0", "1000000")] decimal Price = 0
)
{
    /// <summary>An item.</summary>
    public sealed record Item([Required] string Title, Item? Below = null)
    {
        /// <summary>A property beside the parameters.</summary>
        [Range(typeof(TimeOnly), "07:00", "14:00")]
        public TimeOnly StartTime { get; init; } = new(9, 0);

        /// <summary>Looks at a request that was not looked at yet: not a field.</summary>
        public int Length => Title.Length;
    }
}

/// <summary>Requests that fail in ways nobody foresaw.</summary>
static class FailingRequests
{
    public static void MapFailingRequests(this IEndpointRouteBuilder app)
    {
        var failing = app.MapTenantApi("failing", "Notes");
        failing
            .MapPost("bare-status", () => TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge))
            .RequirePermission(Permissions.ContributionsSubmit);
        foreach (var (path, text) in new[] { ("nul", "a\0b"), ("half", "a\ud83d") })
            failing
                .MapPost(
                    path,
                    async (ProbeDb db, CancellationToken ct) =>
                    {
                        db.Notes.Add(new() { Text = text });
                        await db.SaveChangesAsync(ct);
                    }
                )
                .RequirePermission(Permissions.ContributionsSubmit);
        failing
            .MapPost(
                "obstacle",
                async (ProbeDb db, CancellationToken ct) =>
                {
                    db.Obstacles.Add(new() { NoteId = Guid.CreateVersion7(), Attempts = 0 });
                    await db.SaveChangesAsync(ct);
                }
            )
            .RequirePermission(Permissions.ContributionsSubmit);
        app.MapPost("/anonymous/fields", (ManyFields fields) => fields.Name).AllowAnonymous();
        app.MapPost("/anonymous/notes", (WriteNote write) => write.Text).AllowAnonymous();
        failing
            .MapPost(
                "after-save",
                async (WriteNote write, ProbeDb db, Outbox outbox, CancellationToken ct) =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    var note = new Note { Text = write.Text };
                    db.Notes.Add(note);
                    outbox.Add(note, note.Told);
                    await db.SaveChangesAsync(ct);
                    throw new InvalidOperationException("An internal detail: Host=database;Password=secret");
                }
            )
            .RequirePermission(Permissions.ContributionsSubmit);
    }
}
