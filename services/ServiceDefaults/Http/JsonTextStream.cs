using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>Passes JSON on, until it is no text: NUL or a lone surrogate, as bytes of UTF-8 or, escaped; in values and in names.</summary>
sealed class JsonTextStream(Stream content) : Stream
{
    static readonly Text Where = new("Der Inhalt", "The content");
    int hexLeft,
        unit;
    bool isEscaped,
        isHalf;
    byte before;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
    {
        var read = await content.ReadAsync(buffer, ct);
        Look(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken ct) =>
        ReadAsync(buffer.AsMemory(offset, count), ct).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = content.Read(buffer, offset, count);
        Look(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    void Look(ReadOnlySpan<byte> bytes)
    {
        foreach (var next in bytes)
        {
            if (next == 0 || (before == 0xED && next >= 0xA0))
                throw new NotText(Where);
            before = next;
            LookForEscapes(next);
        }
    }

    void LookForEscapes(byte next)
    {
        if (hexLeft > 0)
        {
            unit = unit * 16 + (char.IsAsciiHexDigit((char)next) ? Convert.ToInt32(((char)next).ToString(), 16) : 0);
            if (--hexLeft == 0)
                Take((char)unit);
        }
        else if (isEscaped)
        {
            isEscaped = false;
            if (next == 'u')
                (hexLeft, unit) = (4, 0);
            else if (isHalf)
                throw new NotText(Where);
        }
        else if (next == '\\')
            isEscaped = true;
        else if (isHalf)
            throw new NotText(Where);
    }

    /// <summary>The second half of a character follows the first at once, and nothing else does.</summary>
    void Take(char escaped)
    {
        if (escaped == '\0' || char.IsLowSurrogate(escaped) != isHalf)
            throw new NotText(Where);
        isHalf = char.IsHighSurrogate(escaped);
    }
}
