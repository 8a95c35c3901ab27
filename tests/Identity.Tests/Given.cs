using System.Text.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

static class Given
{
    static int counter = 30_000;

    public static RegisterTenant Registration(string? slug = null, string? key = null) => new(
        slug ?? $"kreis-{Interlocked.Increment(ref counter)}", key ?? $"{Interlocked.Increment(ref counter)}",
        new("Landkreis Beispiel", "WIR-Vielfaltszentrum", [new Committee("kreistag", "Kreistag", true), new Committee("kreisausschuss", "Kreisausschuss", false)]));

    public static Task<TenantDto> ATenantAsync(this IdentityService service) =>
        service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/tenants", Registration()).ReadAsync<TenantDto>();

    public static JsonElement Development(this IdentityService service, string? tenant, string role) =>
        JsonSerializer.Deserialize<List<JsonElement>>(File.ReadAllText(service.AccountsFile), JsonColumn.Options)!.Single(account =>
            account.GetProperty("role").GetString() == role && (account.TryGetProperty("tenant", out var slug) ? slug.GetString() : null) == tenant);

    public static FormUrlEncodedContent Form(params (string, string)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
}
