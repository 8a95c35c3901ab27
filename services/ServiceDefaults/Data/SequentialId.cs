using System.Buffers.Binary;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>
/// UUIDv7 with a counter (RFC 9562, section 6.2, method 1): ids made by one process sort in the order in which they were made,
/// also within a millisecond, so that lists paged by id keep it.
/// </summary>
public static class SequentialId
{
    const int CounterEnd = 1 << 12;
    static readonly Lock Gate = new();
    static long lastMillisecond;
    static int counter;

    /// <summary>The next id.</summary>
    public static Guid Next()
    {
        var (millisecond, count) = Tick(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(millisecond)).TryWriteBytes(bytes, bigEndian: true, out _);
        (bytes[6], bytes[7]) = ((byte)(0x70 | (count >> 8)), (byte)count);
        return new(bytes, bigEndian: true);
    }

    /// <summary>Greater than all that were made until then, and not than those made a millisecond later.</summary>
    public static Guid After(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (moment.ToUnixTimeMilliseconds() + 1) << 16);
        return new(bytes, bigEndian: true);
    }

    static (long, int) Tick(long now)
    {
        lock (Gate)
        {
            if (now > lastMillisecond)
            {
                lastMillisecond = now;
                counter = 0;
            }
            else if (++counter == CounterEnd)
            {
                lastMillisecond = lastMillisecond + 1;
                counter = 0;
            }
            return (lastMillisecond, counter);
        }
    }
}
