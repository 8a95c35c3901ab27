using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

namespace Integrationskonzept.Gateway.Privacy;

/// <summary>
/// Everybody is told the same, and what services keep changes when they are started anew: they are asked once a minute for each Landkreis
/// and language. A list that lacks something is not kept.
/// </summary>
sealed class RetentionCache : IOutputCachePolicy
{
    static readonly object Incomplete = new();

    public static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    public static void Refuse(HttpContext http) => http.Items[Incomplete] = true;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Keep;
        // Neither a query nor a name of the host makes another answer.
        context.CacheVaryByRules.QueryKeys = default;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.Response.StatusCode != StatusCodes.Status200OK || http.Items.ContainsKey(Incomplete))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
