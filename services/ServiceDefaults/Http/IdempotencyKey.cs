using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>A POST that was answered, kept for 24 hours so that its repetition gets the same answer.</summary>
public sealed class IdempotencyKey : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required string Caller { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body: the same key for something else is an error.</summary>
    public required string Request { get; init; }
    public int Status { get; set; }
    public string? Location { get; set; }
    public string? ETag { get; set; }
    public string? ContentType { get; set; }
    public byte[] Body { get; set; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
}
