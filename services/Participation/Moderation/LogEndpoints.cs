using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>Who did what in moderation; only added to, by nobody changed.</summary>
static class LogEndpoints
{
    public static void MapModerationLog(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("moderation/log", "Moderation")
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.ModerationSettings)
            .WithName("list-moderation-log")
            .WithSummary("The audit log of moderation, newest first: ids, kinds and reasons, never the texts");

    static async Task<Page<LogEntryDto>> ListAsync(
        ParticipationDb db,
        [AsParameters] PageRequest page,
        HttpContext http,
        Guid? itemId = null
    )
    {
        var rows = db.ModerationLog.AsNoTracking();
        if (itemId is { } item)
            rows = rows.Where(row => row.ItemId == item);
        if (page.After is { } after)
            rows = rows.Where(row => row.Id < after);
        var read = await rows.OrderByDescending(row => row.Id).Take(page.Rows()).ToListAsync(http.RequestAborted);
        var persons = await db.PersonsOfAsync(
            read.Select(row => Guid.TryParse(row.Actor, out var alias) ? alias : (Guid?)null).OfType<Guid>(),
            http.RequestAborted
        );
        return page.ToPage(read, row => row.Id, http, row => LogEntryDto.From(row, persons));
    }
}

/// <summary>A line of the audit log.</summary>
/// <param name="Id">Id.</param>
/// <param name="At">When.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actor">
/// Account id of who decided, or an alias that leads nowhere if they were forgotten; absent where it was the rules, an author, or who
/// reported.
/// </param>
/// <param name="Item">What it was about.</param>
/// <param name="ItemId">Its id.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReasonText">What was said to the author.</param>
public sealed record LogEntryDto(
    Guid Id,
    DateTimeOffset At,
    ModerationAct Act,
    string? Actor = null,
    ModeratedItem? Item = null,
    Guid? ItemId = null,
    Guid? CaseId = null,
    ReasonKind? Reason = null,
    string? ReasonText = null
)
{
    internal static LogEntryDto From(LogEntry row, IReadOnlyDictionary<Guid, Guid> persons) =>
        new(row.Id, row.At, row.Act, row.ActorIn(persons), row.Item, row.ItemId, row.CaseId, row.Reason, row.ReasonText);
}
