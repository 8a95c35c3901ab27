using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using QRCoder;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

/// <summary>
/// What the QR code of a confirmed registration says: whose it is, and 128 random bits that only the database and the bearer know.
/// It holds no personal data.
/// </summary>
public static class Ticket
{
    const string Prefix = "IK1.";
    const int IdLength = 16,
        SecretLength = Registration.TicketSecretLength;

    public static string CodeOf(Registration row) =>
        Prefix + Base64Url.EncodeToString([.. row.Id.ToByteArray(bigEndian: true), .. row.TicketSecret]);

    /// <summary>The registration that a code names; whether it may is another question.</summary>
    public static Guid? RegistrationOf(string code) =>
        Bytes(code) is { } bytes ? new Guid(bytes.AsSpan(0, IdLength), bigEndian: true) : null;

    public static bool IsOf(string code, Registration row) =>
        Bytes(code) is { } bytes && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(IdLength), row.TicketSecret);

    /// <summary>By it a device without network knows a code again; the code can't be made from it.</summary>
    public static string HashOf(Registration row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(CodeOf(row))));

    public static byte[] Png(string code)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(code, QRCodeGenerator.ECCLevel.M);
        return new PngByteQRCode(data).GetGraphic(8);
    }

    static byte[]? Bytes(string code)
    {
        var bytes = new byte[IdLength + SecretLength];
        return
            code.StartsWith(Prefix, StringComparison.Ordinal)
            && Base64Url.IsValid(code.AsSpan(Prefix.Length), out var length)
            && length == bytes.Length
            && Base64Url.TryDecodeFromChars(code.AsSpan(Prefix.Length), bytes, out _)
            ? bytes
            : null;
    }
}
