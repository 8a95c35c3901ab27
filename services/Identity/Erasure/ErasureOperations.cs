using Integrationskonzept.Identity.Notices;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>What operators see of erasures, and how they ask services again whose receipt is missing. Never who it is.</summary>
static class ErasureOperations
{
    public static void MapErasureOperations(this IEndpointRouteBuilder app)
    {
        var erasures = app.MapGroup("/api/v1/operations/identity/erasures")
            .WithTags("Operations")
            .RequirePermission(Permissions.PlatformOperate);

        erasures
            .MapGet("", ListAsync)
            .WithName("list-erasures")
            .WithSummary("People who asked to be forgotten, newest first: which services have given their receipt; nobody's name");

        erasures
            .MapPost("{id:guid}/ask-again", AskAgainAsync)
            .WithName("ask-again-for-erasure")
            .WithSummary("Tells all services once more of an erasure whose receipts are not complete; doing it twice does no harm");
    }

    static async Task<Page<ErasureDto>> ListAsync(
        [AsParameters] PageRequest page,
        IdentityDb db,
        IOptions<ErasureOptions> options,
        TimeProvider time,
        HttpContext http
    )
    {
        var rows = db.Erasures.AsNoTracking().Include(row => row.Receipts).AsQueryable();
        if (page.After is { } after)
            rows = rows.Where(row => row.Id < after);
        var late = time.GetUtcNow() - options.Value.LateAfter;
        var read = await rows.OrderByDescending(row => row.Id).Take(page.Rows()).ToListAsync(http.RequestAborted);
        return page.ToPage(read, row => row.Id, http, row => ErasureDto.From(row, late));
    }

    static Task<Accepted<ErasureDto>> AskAgainAsync(
        Guid id,
        IdentityDb db,
        Outbox outbox,
        TenantContext tenant,
        IOptions<ErasureOptions> options,
        TimeProvider time,
        CancellationToken ct
    )
    {
        tenant.Enter(AccountNotices.OfNoLandkreis);
        return db.InTransactionAsync(
            async () =>
            {
                var erasure =
                    await db.Erasures.Include(row => row.Receipts).SingleOrDefaultAsync(row => row.Id == id, ct)
                    ?? throw new NotFoundProblem();
                outbox.AddOnce(id, erasure.Message ?? throw new ErasureIsDone());
                await db.SaveChangesAsync(ct);
                return TypedResults.Accepted(
                    "/api/v1/operations/identity/erasures",
                    ErasureDto.From(erasure, time.GetUtcNow() - options.Value.LateAfter)
                );
            },
            ct
        );
    }
}

/// <summary>Nobody is left to ask for.</summary>
public sealed class ErasureIsDone()
    : ConflictProblem(
        "erasure-is-done",
        new(
            "Alle Dienste haben quittiert; es gibt nichts mehr zu tun.",
            "All services have given their receipts; there is nothing left to do."
        )
    );

/// <summary>How far an erasure is.</summary>
public enum ErasureState
{
    /// <summary>Some receipts are missing.</summary>
    Running,

    /// <summary>Some receipts are missing for too long.</summary>
    Late,

    /// <summary>All services have given theirs.</summary>
    Done,
}

/// <summary>That somebody asked to be forgotten; nobody can tell who.</summary>
/// <param name="Id">Id.</param>
/// <param name="State">How far it is.</param>
/// <param name="RequestedAt">When the person asked for it.</param>
/// <param name="Receipts">What services have done.</param>
/// <param name="Missing">Services that have not given their receipt.</param>
/// <param name="CompletedAt">When the last receipt came.</param>
public sealed record ErasureDto(
    Guid Id,
    ErasureState State,
    DateTimeOffset RequestedAt,
    IReadOnlyList<ErasureReceiptDto> Receipts,
    IReadOnlyList<string> Missing,
    DateTimeOffset? CompletedAt = null
)
{
    internal static ErasureDto From(ErasureRequest row, DateTimeOffset late) =>
        new(
            row.Id,
            row.CompletedAt is not null ? ErasureState.Done
                : row.RequestedAt < late ? ErasureState.Late
                : ErasureState.Running,
            row.RequestedAt,
            [
                .. row
                    .Receipts.OrderBy(receipt => receipt.Service, StringComparer.Ordinal)
                    .Select(receipt => new ErasureReceiptDto(receipt.Service, receipt.At, receipt.Rows)),
            ],
            [.. row.Missing],
            row.CompletedAt
        );
}

/// <param name="Service">Which service.</param>
/// <param name="At">When its first receipt came.</param>
/// <param name="Rows">Rows that were deleted or lost their person, by table.</param>
public sealed record ErasureReceiptDto(string Service, DateTimeOffset At, IReadOnlyDictionary<string, int> Rows);
