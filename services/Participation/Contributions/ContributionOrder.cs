using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>
/// The orders of a list and their cursors. By time a cursor is an id. By a count it is what the count was, so that a page goes on where
/// the last one ended even if that contribution has got points since.
/// </summary>
static class ContributionOrder
{
    const int BytesOfId = 12;

    public static IQueryable<Contribution> From(this IQueryable<Contribution> rows, ContributionSort sort, Guid? after) =>
        sort switch
        {
            ContributionSort.Newest => rows.Where(row => after == null || row.Id < after).OrderByDescending(row => row.Id),
            ContributionSort.Points => (after is { } cursor ? rows.Where(AfterPoints(cursor)) : rows)
                .OrderByDescending(row => row.Points)
                .ThenByDescending(row => row.Id),
            ContributionSort.Supports => (after is { } cursor ? rows.Where(AfterSupports(cursor)) : rows)
                .OrderByDescending(row => row.Supports)
                .ThenByDescending(row => row.Id),
            _ => rows.Where(row => after == null || row.Id > after).OrderBy(row => row.Id),
        };

    /// <summary>Of ids as many as a page needs, where ids alone tell the order.</summary>
    public static IQueryable<Guid> From(this IQueryable<Guid> ids, ContributionSort sort, Guid? after, int rows) =>
        sort switch
        {
            ContributionSort.Newest => ids.Where(id => after == null || id < after).OrderByDescending(id => id).Take(rows),
            ContributionSort.Oldest => ids.Where(id => after == null || id > after).OrderBy(id => id).Take(rows),
            _ => ids,
        };

    public static Guid Cursor(this Contribution row, ContributionSort sort) =>
        sort switch
        {
            ContributionSort.Points => Pack(row.Points, row.Id),
            ContributionSort.Supports => Pack(row.Supports, row.Id),
            _ => row.Id,
        };

    static System.Linq.Expressions.Expression<Func<Contribution, bool>> AfterPoints(Guid cursor)
    {
        var (count, id) = Unpack(cursor);
        return row => EF.Functions.LessThan(ValueTuple.Create(row.Points, row.Id), ValueTuple.Create(count, id));
    }

    static System.Linq.Expressions.Expression<Func<Contribution, bool>> AfterSupports(Guid cursor)
    {
        var (count, id) = Unpack(cursor);
        return row => EF.Functions.LessThan(ValueTuple.Create(row.Supports, row.Id), ValueTuple.Create(count, id));
    }

    /// <summary>The count, and of the id time, counter and the first random bits: what tells ids of one list apart.</summary>
    static Guid Pack(int count, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, count);
        id.ToByteArray(bigEndian: true).AsSpan(0, BytesOfId).CopyTo(bytes[4..]);
        return new(bytes, bigEndian: true);
    }

    static (int Count, Guid Id) Unpack(Guid cursor)
    {
        var bytes = cursor.ToByteArray(bigEndian: true);
        Span<byte> id = stackalloc byte[16];
        id.Clear();
        bytes.AsSpan(4).CopyTo(id);
        return (BinaryPrimitives.ReadInt32BigEndian(bytes), new(id, bigEndian: true));
    }
}
