using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>Where a slice puts mails: stored with its own change in one transaction, sent after the commit, or not at all.</summary>
public sealed class MailQueue(ServiceDb db, TenantContext tenant, TimeProvider time)
{
    /// <summary>A mail of this kind about something; a second one for the same key is none.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="occasion">Which change.</param>
    /// <param name="key">What makes it the same as another.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="wait">How long it waits before it is written; not at all if not said.</param>
    public Task AddAsync(string kind, Guid about, int occasion, string key, CancellationToken ct, TimeSpan wait = default) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into mails (id, tenant_slug, key, kind, reference, occasion, state, created_at, due_at, attempts, doubts)
            values ({SequentialId.Next()}, {tenant.Required}, {key}, {kind}, {about}, {occasion}, 'Waiting', {time.GetUtcNow()},
                {time.GetUtcNow() + wait}, 0, 0)
            on conflict do nothing
            """,
            ct
        );

    /// <summary>The same for many in one statement; returns how many are new.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="about">What each is about.</param>
    /// <param name="occasion">Which change.</param>
    /// <param name="key">What the key of each begins with; its id follows.</param>
    /// <param name="ct">Cancels.</param>
    public Task<int> AddAsync(string kind, IReadOnlyCollection<Guid> about, int occasion, string key, CancellationToken ct)
    {
        var references = about.ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into mails (id, tenant_slug, key, kind, reference, occasion, state, created_at, due_at, attempts, doubts)
            select gen_random_uuid(), {tenant.Required}, {key} || reference, {kind}, reference, {occasion}, 'Waiting',
                {time.GetUtcNow()}, {time.GetUtcNow()}, 0, 0
            from unnest({references}) as reference
            on conflict do nothing
            """,
            ct
        );
    }
}
