using System.Text;

namespace Integrationskonzept.Testing;

/// <summary>What a test wants to know of a span, read from the bytes of OTLP (opentelemetry/proto/trace/v1).</summary>
public sealed record ExportedSpan(string Trace, string Id, string Parent, string Source, string Name, IReadOnlyDictionary<string, string> Tags)
{
    public static IEnumerable<ExportedSpan> Read(byte[] request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        let source = Text(Fields(scope, 1).SelectMany(one => Fields(one, 1)))
        from span in Fields(scope, 2)
        select new ExportedSpan(Hex(span, 1), Hex(span, 2), Hex(span, 4), source, Text(Fields(span, 5)),
            Fields(span, 9).ToDictionary(tag => Text(Fields(tag, 1)), tag => Text(Fields(tag, 2).SelectMany(value => Fields(value, 1)))));

    static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Fields(message, field).FirstOrDefault() ?? []);

    static string Text(IEnumerable<byte[]> fields) => Encoding.UTF8.GetString(fields.FirstOrDefault() ?? []);

    /// <summary>The fields of that number that have a length: texts, bytes, messages.</summary>
    static IEnumerable<byte[]> Fields(byte[] message, int number)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            switch (key & 7)
            {
                case 0: Varint(message, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                default:
                    var length = (int)Varint(message, ref at);
                    if ((int)(key >> 3) == number) yield return message[at..(at + length)];
                    at += length;
                    break;
            }
        }
    }

    static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
