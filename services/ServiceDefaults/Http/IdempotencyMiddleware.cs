using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>
/// <c>Idempotency-Key</c> on a POST: effect and answer are committed in one transaction, a repetition within 24 hours gets the stored
/// answer, and a concurrent one waits for the first. Failures are not stored, so that they can be tried again. For callers with a token
/// only: all others would be one caller, and could read each other's answers.
/// </summary>
sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, TenantContext tenant, Caller caller)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0 || tenant.Slug is null || !caller.IsKnown || !HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (key.Length > 200)
            throw new InvalidFieldProblem("Idempotency-Key", new("Höchstens 200 Zeichen.", "At most 200 characters."));
        await HandleAsync(context, tenant.Slug, key);
    }

    async Task HandleAsync(HttpContext context, string tenant, string key)
    {
        var services = context.RequestServices;
        var db = (ServiceDb)services.GetService(typeof(ServiceDb))!;
        var ct = context.RequestAborted;
        var time = (TimeProvider)services.GetService(typeof(TimeProvider))!;
        var caller = ((Caller)services.GetService(typeof(Caller))!).Id;
        var now = time.GetUtcNow();
        var request = await FingerprintAsync(context, ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db
            .IdempotencyKeys.Where(row => row.Caller == caller && row.CreatedAt < now - IdempotencyHousekeeping.Keep)
            .ExecuteDeleteAsync(ct);
        // A concurrent request with the same key waits here until the first has committed or given up.
        var isNew =
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into idempotency_keys (tenant, caller, key, request, status, body, created_at)
                values ({tenant}, {caller}, {key}, {request}, 0, '', {now}) on conflict do nothing
                """,
                ct
            ) == 1;
        var stored = await db.IdempotencyKeys.SingleAsync(row => row.Caller == caller && row.Key == key, ct);
        if (!isNew)
        {
            if (stored.Request != request)
                throw new KeyUsedOtherwise();
            await ReplayAsync(context.Response, stored, ct);
            return;
        }

        var response = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = response;
        }

        if (context.Response.StatusCode < 400)
        {
            stored.Status = context.Response.StatusCode;
            stored.ContentType = context.Response.ContentType;
            stored.Body = buffer.ToArray();
            (stored.Location, stored.ETag) = (NullIfEmpty(context.Response.Headers.Location), NullIfEmpty(context.Response.Headers.ETag));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            ((OutboxSignal)services.GetService(typeof(OutboxSignal))!).Wake();
        }
        // Writing nothing would start the answer, and a bare status would never get its problem details.
        if (buffer.Length > 0)
            await response.WriteAsync(buffer.ToArray(), ct);
    }

    static async Task<string> FingerprintAsync(HttpContext context, CancellationToken ct)
    {
        context.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Path}{context.Request.QueryString}\n"));
        var chunk = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(chunk, ct)) > 0; )
            hash.AppendData(chunk, 0, read);
        context.Request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static async Task ReplayAsync(HttpResponse response, IdempotencyKey stored, CancellationToken ct)
    {
        (response.StatusCode, response.ContentType) = (stored.Status, stored.ContentType);
        if (stored.Location is not null)
            response.Headers.Location = stored.Location;
        if (stored.ETag is not null)
            response.Headers.ETag = stored.ETag;
        await response.Body.WriteAsync(stored.Body, ct);
    }

    static string? NullIfEmpty(Microsoft.Extensions.Primitives.StringValues value) => value.Count == 0 ? null : value.ToString();
}

/// <summary>The same Idempotency-Key came with another request.</summary>
public sealed class KeyUsedOtherwise()
    : UnprocessableProblem(
        "idempotency-key-reused",
        new(
            "Dieser Idempotency-Key gehört zu einer anderen Anfrage. Nehmen Sie für jede neue Anfrage einen neuen.",
            "This Idempotency-Key belongs to another request. Use a new one for each new request."
        )
    );
