using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>What operators see of a service's mails, and how they put failed ones back to work; never addresses or contents.</summary>
public static class MailOperations
{
    const int Most = 200;

    public static void MapMailOperations(this IEndpointRouteBuilder app, string service)
    {
        var group = app.MapGroup($"/api/v1/operations/{service}/mails")
            .WithTags("Operations")
            .RequirePermission(Permissions.PlatformOperate);

        group
            .MapGet(
                "",
                async (ServiceDb db, MailState? state, CancellationToken ct) =>
                {
                    var counts = await db.Set<QueuedMail>()
                        .GroupBy(mail => mail.State)
                        .Select(one => new { one.Key, Count = one.Count() })
                        .ToDictionaryAsync(one => one.Key, one => one.Count, ct);
                    var wanted = state ?? MailState.Parked;
                    var mails = await db.Set<QueuedMail>()
                        .AsNoTracking()
                        .Where(mail => mail.State == wanted)
                        .OrderBy(mail => mail.CreatedAt)
                        .Take(Most)
                        .Select(mail => new MailStateDto(
                            mail.Id,
                            mail.TenantSlug,
                            mail.Kind,
                            mail.State,
                            mail.CreatedAt,
                            mail.DueAt,
                            mail.Attempts,
                            mail.Doubts,
                            mail.LastError
                        ))
                        .ToListAsync(ct);
                    return TypedResults.Ok(new MailQueueState(counts, mails));
                }
            )
            .WithName($"{service}-mails")
            .WithSummary(
                "How many mails there are in each state, and the first 200 of one state (parked if not said); no addresses, no contents"
            );

        group
            .MapPost(
                "redrive",
                async (ServiceDb db, TimeProvider time, RedriveMails redrive, CancellationToken ct) =>
                    TypedResults.Ok(
                        new MailsRedriven(
                            await db.Set<QueuedMail>()
                                .Where(mail => mail.State == MailState.Parked && (redrive.Id == null || mail.Id == redrive.Id))
                                .ExecuteUpdateAsync(
                                    row =>
                                        row.SetProperty(mail => mail.State, MailState.Waiting)
                                            .SetProperty(mail => mail.DueAt, time.GetUtcNow())
                                            .SetProperty(mail => mail.Attempts, 0)
                                            .SetProperty(mail => mail.Doubts, 0)
                                            .SetProperty(mail => mail.SettledAt, (DateTimeOffset?)null),
                                    ct
                                )
                        )
                    )
            )
            .WithName($"{service}-redrive-mails")
            .WithSummary("Tries parked mails again; one that was in doubt may arrive twice");
    }
}

/// <param name="Counts">Mails by state.</param>
/// <param name="Mails">The first of the state that was asked for, oldest first.</param>
public sealed record MailQueueState(IReadOnlyDictionary<MailState, int> Counts, IReadOnlyList<MailStateDto> Mails);

/// <param name="Id">Id; the left side of its Message-ID.</param>
/// <param name="Tenant">Landkreis.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="State">How far it is.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="DueAt">When it is tried next.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Doubts">How often nobody knew whether the server has it.</param>
/// <param name="LastError">Status code of the last failure.</param>
public sealed record MailStateDto(
    Guid Id,
    string Tenant,
    string Kind,
    MailState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    int Attempts,
    int Doubts,
    string? LastError
);

/// <param name="Id">One mail; all parked ones if absent.</param>
public sealed record RedriveMails(Guid? Id = null);

/// <param name="Redriven">Mails tried again.</param>
public sealed record MailsRedriven(int Redriven);
