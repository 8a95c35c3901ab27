using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Processes;

/// <summary>What the public may know of a process, as data.</summary>
static class ProcessEndpoints
{
    /// <summary>The most events of one process that a page shows; a process of 13 is usual.</summary>
    const int MostEvents = 500;

    public static void MapProcesses(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("processes", "Processes")
            .AllowAnonymous()
            .MapGet("", async (PublicationDb db, CancellationToken ct) => TypedResults.Ok(await db.ReadProcessesAsync(ct)))
            .WithName("list-processes")
            .WithSummary("Where the Landkreis' processes stand, with their topic areas and dates");

    /// <summary>Three queries for the whole page.</summary>
    public static async Task<IReadOnlyList<ProcessDto>> ReadProcessesAsync(this PublicationDb db, CancellationToken ct)
    {
        var processes = await db.Processes.AsNoTracking().OrderByDescending(row => row.Id).Take(20).ToListAsync(ct);
        var ids = processes.Select(row => row.Id).ToArray();
        var areas = await db.TopicAreas.AsNoTracking().Where(row => ids.Contains(row.MandateId)).OrderBy(row => row.Order).ToListAsync(ct);
        var events = await db
            .Events.AsNoTracking()
            .Where(row => ids.Contains(row.MandateId))
            .OrderBy(row => row.Start)
            .Take(MostEvents)
            .ToListAsync(ct);
        return
        [
            .. processes.Select(process => new ProcessDto(
                process.Id,
                process.Reference,
                process.Subject,
                process.MandatedOn,
                process.Deadline,
                process.Stage,
                [.. areas.Where(area => area.MandateId == process.Id).Select(area => new TopicAreaDto(area.Key, area.Title, area.State))],
                [
                    .. events
                        .Where(row => row.MandateId == process.Id)
                        .Select(row => new AnnouncedEventDto(row.Details, row.Cancelled, row.Held)),
                ]
            )),
        ];
    }
}

/// <param name="MandateId">The paper that ordered it.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="MandatedOn">Day of the decision.</param>
/// <param name="Deadline">Last day of the work.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="TopicAreas">Its topic areas in order.</param>
/// <param name="Events">Its events by start.</param>
public sealed record ProcessDto(
    Guid MandateId,
    string Reference,
    string Subject,
    DateOnly MandatedOn,
    DateOnly? Deadline,
    Stage Stage,
    IReadOnlyList<TopicAreaDto> TopicAreas,
    IReadOnlyList<AnnouncedEventDto> Events
);

/// <param name="Key">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="State">State.</param>
public sealed record TopicAreaDto(string Key, string Title, TopicAreaState State);

/// <param name="Event">The event.</param>
/// <param name="Cancelled">True if it will not take place.</param>
/// <param name="Held">True if it has taken place.</param>
public sealed record AnnouncedEventDto(EventDetails Event, bool Cancelled, bool Held);
