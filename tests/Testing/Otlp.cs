using System.Text;

namespace Integrationskonzept.Testing;

/// <summary>As much of protobuf as OTLP needs for looking into it.</summary>
static class Otlp
{
    public static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Fields(message, field).FirstOrDefault() ?? []);

    public static string Text(IEnumerable<byte[]> fields) => Encoding.UTF8.GetString(fields.FirstOrDefault() ?? []);

    /// <summary>Attributes whose value is a text. A scope may say again what the entry says.</summary>
    public static IReadOnlyDictionary<string, string> Tags(byte[] message, int field) =>
        Fields(message, field)
            .GroupBy(tag => Text(Fields(tag, 1)), tag => Text(Fields(tag, 2).SelectMany(value => Fields(value, 1))))
            .ToDictionary(tag => tag.Key, tag => tag.Last());

    /// <summary>The fields of that number that have a length: texts, bytes, messages.</summary>
    public static IEnumerable<byte[]> Fields(byte[] message, int number)
    {
        for (var at = 0; at < message.Length; )
        {
            var key = Varint(message, ref at);
            switch (key & 7)
            {
                case 0:
                    Varint(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    var length = (int)Varint(message, ref at);
                    if ((int)(key >> 3) == number)
                        yield return message[at..(at + length)];
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
            if (next < 0x80)
                return value;
        }
    }
}
