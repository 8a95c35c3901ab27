using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Pictures;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.EventRecords;

static class PhotoEndpoints
{
    public static void MapRecordPhotos(this RouteGroupBuilder records)
    {
        var photos = records.MapGroup("{eventId:guid}/photos");

        photos
            .MapPost("", AddAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .Accepts<byte[]>("image/jpeg", "image/png", "image/webp")
            .WithName("add-record-photo")
            .WithSummary("Adds a photo; it is made anew from its pixels, so that nothing else that was in the file is kept")
            .ProducesProblem(413)
            .ProducesProblem(415);

        photos
            .MapGet("{id:guid}", GetAsync)
            .Produces<byte[]>(StatusCodes.Status200OK, "image/jpeg")
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-record-photo")
            .WithSummary("A photo as JPEG; for those who see the record");

        photos
            .MapDelete("{id:guid}", RemoveAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("remove-record-photo")
            .WithSummary("Removes a photo; of a locked record, too, where somebody who is on it does not want it any more");
    }

    static async Task<Created<RecordPhotoDto>> AddAsync(
        Guid eventId,
        [Required, MaxLength(300)] string description,
        HttpRequest request,
        ParticipationDb db,
        CancellationToken ct
    )
    {
        (await db.EventRecords.AsNoTracking().GetAsync(eventId, ct)).RequireNotLocked();
        var picture = await Picture.ReadAsync(request, ct);
        return await db.InTransactionAsync(
            async () =>
            {
                (await db.HoldRecordAsync(eventId, ct)).RequireNotLocked();
                if (await db.RecordPhotos.CountAsync(row => row.EventId == eventId, ct) >= RecordLimits.Photos)
                    throw new TooManyPhotos();
                var photo = new RecordPhoto
                {
                    EventId = eventId,
                    Description = description.Trim(),
                    Jpeg = picture.Jpeg,
                    Width = picture.Width,
                    Height = picture.Height,
                };
                db.RecordPhotos.Add(photo);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(
                    $"{request.Path}/{photo.Id}",
                    new RecordPhotoDto(photo.Id, photo.Description, photo.Width, photo.Height)
                );
            },
            ct
        );
    }

    static async Task<FileContentHttpResult> GetAsync(Guid eventId, Guid id, ParticipationDb db, SeenRecords seen, HttpContext http)
    {
        var record = await seen.GetAsync(eventId, http.RequestAborted);
        var photo =
            await db.RecordPhotos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.EventId == record.Id, http.RequestAborted)
            ?? throw new NotFoundProblem();
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.File(photo.Jpeg, "image/jpeg");
    }

    static async Task<NoContent> RemoveAsync(Guid eventId, Guid id, ParticipationDb db, CancellationToken ct) =>
        await db.RecordPhotos.Where(row => row.EventId == eventId && row.Id == id).ExecuteDeleteAsync(ct) > 0
            ? TypedResults.NoContent()
            : throw new NotFoundProblem();
}

/// <summary>More than a record has.</summary>
public sealed class TooManyPhotos()
    : ConflictProblem(
        "too-many-photos",
        new(
            $"Ein Protokoll hat höchstens {RecordLimits.Photos} Bilder. Entfernen Sie zuerst eines.",
            $"A record has {RecordLimits.Photos} photos at most. Remove one first."
        )
    );
