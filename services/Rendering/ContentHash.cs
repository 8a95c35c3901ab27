using System.Security.Cryptography;
using System.Text.Json;

namespace Integrationskonzept.Rendering;

/// <summary>Names a document by what is in it, so that the same content always gets the same identifiers.</summary>
static class ContentHash
{
    public static string Of(Document document) => Convert.ToHexStringLower(BytesOf(document));

    public static byte[] BytesOf(Document document) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(document));
}
