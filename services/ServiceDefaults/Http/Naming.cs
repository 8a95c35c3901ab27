using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>How a list of things with names is ordered.</summary>
public enum NameSort
{
    /// <summary>As they were added.</summary>
    Oldest,

    /// <summary>By name, as a German dictionary does.</summary>
    Name,
}

/// <summary>What a list of things with names can be asked for.</summary>
public sealed class NameRequest
{
    /// <summary>Part of the name, in upper or lower case, up to 200 characters.</summary>
    [MaxLength(200)]
    public string? Q { get; init; }

    /// <summary>The order; as they were added if not said.</summary>
    public Named<NameSort>? Sort { get; init; }
}

/// <summary>Lists of things that people look for by name.</summary>
public static class Naming
{
    const string German = "de-x-icu";

    /// <summary>Those whose text contains what is looked for, whatever the case; all if nothing is.</summary>
    public static IQueryable<T> Containing<T>(this IQueryable<T> query, string? part, Expression<Func<T, string?>> text)
    {
        if (string.IsNullOrWhiteSpace(part))
            return query;
        var pattern = $"%{part.Trim().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
        return query.Where(On(text, found => EF.Functions.ILike(found!, pattern, @"\")));
    }

    /// <summary>
    /// A page of those with a name, in the order asked for. The cursor is the last item's id in both orders.
    /// </summary>
    /// <exception cref="CursorGone">By name, and that item is not in the list any more.</exception>
    public static async Task<Page<TDto>> ToPageAsync<T, TDto>(
        this IQueryable<T> query,
        PageRequest request,
        NameRequest names,
        HttpContext http,
        Expression<Func<T, string?>> name,
        Func<T, TDto> map
    )
        where T : class, IIdentified
    {
        query = query.Containing(names.Q, name);
        if (names.Sort?.Value != NameSort.Name)
            return await query.ToPageAsync(request, http, map);
        var german = On<T, string?>(name, text => EF.Functions.Collate(text, German));
        if (request.After is { } after)
        {
            var last =
                await query.Where(row => row.Id == after).Select(name).SingleOrDefaultAsync(http.RequestAborted) ?? throw new CursorGone();
            query = query.Where(
                Later<T>(german, (text, id) => EF.Functions.GreaterThan(ValueTuple.Create(text, id), ValueTuple.Create(last, after)))
            );
        }
        var rows = await query.OrderBy(german).ThenBy(row => row.Id).Take(request.Rows()).ToListAsync(http.RequestAborted);
        return request.ToPage(rows, row => row.Id, http, map);
    }

    static Expression<Func<T, TResult>> On<T, TResult>(Expression<Func<T, string?>> text, Expression<Func<string?, TResult>> rule) =>
        Expression.Lambda<Func<T, TResult>>(Put(rule.Parameters[0], text.Body, rule.Body), text.Parameters);

    static Expression<Func<T, bool>> Later<T>(Expression<Func<T, string?>> text, Expression<Func<string?, Guid, bool>> rule) =>
        Expression.Lambda<Func<T, bool>>(
            Put(
                rule.Parameters[1],
                Expression.Property(text.Parameters[0], nameof(IIdentified.Id)),
                Put(rule.Parameters[0], text.Body, rule.Body)
            ),
            text.Parameters
        );

    static Expression Put(ParameterExpression placeholder, Expression value, Expression body) =>
        new Filling(placeholder, value).Visit(body);

    sealed class Filling(ParameterExpression placeholder, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == placeholder ? value : node;
    }
}

/// <summary>Nobody knows where a list by name would go on.</summary>
public sealed class CursorGone()
    : UnprocessableProblem(
        "cursor-gone",
        new(
            "Wo die Liste weiterginge, steht nicht mehr da. Beginnen Sie von vorn.",
            "Where the list would go on is not there any more. Begin anew."
        )
    );
