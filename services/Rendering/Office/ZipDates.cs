using System.Buffers.Binary;

namespace Integrationskonzept.Rendering.Office;

/// <summary>
/// Office files and EPUBs are ZIP archives, whose entries carry the time at which they were made. Setting it to the document's
/// date makes the same document the same file.
/// </summary>
static class ZipDates
{
    const uint EndOfCentralDirectory = 0x06054b50;
    const uint CentralEntry = 0x02014b50;
    const uint LocalEntry = 0x04034b50;

    public static byte[] Set(byte[] archive, DateTimeOffset created)
    {
        var date = DosDate(created);
        var end = archive.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || U32(archive, end) != EndOfCentralDirectory)
            throw new InvalidDataException("Not a ZIP archive.");
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(end + 10));
        var at = (int)U32(archive, end + 16);
        for (var i = 0; i < entries; i++)
        {
            if (U32(archive, at) != CentralEntry)
                throw new InvalidDataException("A ZIP entry is not where it should be.");
            BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(at + 12), date);
            var local = (int)U32(archive, at + 42);
            if (U32(archive, local) != LocalEntry)
                throw new InvalidDataException("A ZIP entry is not where it should be.");
            BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(local + 10), date);
            at += 46 + U16(archive, at + 28) + U16(archive, at + 30) + U16(archive, at + 32);
        }

        return archive;
    }

    /// <summary>Two-second steps since 1980: that is all the format offers.</summary>
    static uint DosDate(DateTimeOffset time)
    {
        var year = Math.Clamp(time.Year, 1980, 2107);
        var date = (uint)((year - 1980) << 9 | time.Month << 5 | time.Day);
        var clock = (uint)(time.Hour << 11 | time.Minute << 5 | time.Second / 2);
        return date << 16 | clock;
    }

    static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
