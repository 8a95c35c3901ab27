using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>Which part of a list is asked for.</summary>
public sealed class PageRequest
{
    /// <summary>Cursor: the id of the last item that the caller has; none for the first page.</summary>
    public Guid? After { get; init; }

    /// <summary>Number of items, 1 to 200; 50 if not said.</summary>
    [Range(1, 200)]
    public int? Limit { get; init; }

    internal int Size => Math.Clamp(Limit ?? 50, 1, 200);
}

/// <summary>A part of a list, in a stable order.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">Cursor for <c>after</c>; absent on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, Guid? Next);

/// <summary>Cursor paging, oldest first.</summary>
public static class Paging
{
    /// <summary>Reads one page and, where there is a next one, links it (<c>Link: rel="next"</c>, RFC 8288).</summary>
    public static async Task<Page<TDto>> ToPageAsync<T, TDto>(
        this IQueryable<T> query,
        PageRequest request,
        HttpContext http,
        Func<T, TDto> map
    )
        where T : class, IIdentified
    {
        if (request.After is { } after)
            query = query.Where(row => row.Id > after);
        var rows = await query.OrderBy(row => row.Id).Take(request.Rows()).ToListAsync(http.RequestAborted);
        return request.ToPage(rows, row => row.Id, http, map);
    }

    /// <summary>The same, the latest first.</summary>
    public static async Task<Page<TDto>> ToLatestPageAsync<T, TDto>(
        this IQueryable<T> query,
        PageRequest request,
        HttpContext http,
        Func<T, TDto> map
    )
        where T : class, IIdentified
    {
        if (request.After is { } after)
            query = query.Where(row => row.Id < after);
        var rows = await query.OrderByDescending(row => row.Id).Take(request.Rows()).ToListAsync(http.RequestAborted);
        return request.ToPage(rows, row => row.Id, http, map);
    }

    /// <summary>How many rows to read: one more than are shown, which tells that there is a next page.</summary>
    public static int Rows(this PageRequest request) => request.Size + 1;

    /// <summary>The page of rows that were read in an order of their own: from the cursor on, <see cref="Rows"/> of them at most.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="rows">In order.</param>
    /// <param name="cursor">What leads to the rows after that one.</param>
    /// <param name="http">Where the link to the next page goes.</param>
    /// <param name="map">As they are shown.</param>
    public static Page<TDto> ToPage<T, TDto>(
        this PageRequest request,
        IReadOnlyList<T> rows,
        Func<T, Guid> cursor,
        HttpContext http,
        Func<T, TDto> map
    )
    {
        if (rows.Count <= request.Size)
            return new([.. rows.Select(map)], null);

        var next = cursor(rows[request.Size - 1]);
        var others = http
            .Request.Query.Where(pair => pair.Key is not ("after" or "limit"))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        var link = QueryHelpers.AddQueryString(
            http.Request.Path,
            [
                .. others,
                new("after", next.ToString()),
                new("limit", request.Size.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ]
        );
        http.Response.Headers.Link = $"<{link}>; rel=\"next\"";
        return new([.. rows.Take(request.Size).Select(map)], next);
    }
}
