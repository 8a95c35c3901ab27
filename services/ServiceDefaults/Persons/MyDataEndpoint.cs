using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// What a service keeps of the caller, class by class, written while it is read. The gateway asks all services and answers with one file;
/// it routes nobody here.
/// </summary>
static class MyDataEndpoint
{
    /// <summary>How much is written at once.</summary>
    const int Chunk = 32 * 1024;

    public static void MapMyData(this IEndpointRouteBuilder app, string service) =>
        app.MapTenantApi($"my-data/{service}", "Privacy")
            .MapGet(
                "",
                (HttpContext http, Caller caller, IEnumerable<IPersonalData> all, TenantClock clock, CancellationToken ct) =>
                    WriteAsync(http.Response, service, caller.AsPerson(), all, clock, ct)
            )
            .RequirePermission(Permissions.MyDataRead)
            .ExcludeFromDescription();

    /// <summary>An integration is nobody, and nothing is kept of it.</summary>
    static Person AsPerson(this Caller caller) =>
        Guid.TryParse(caller.Id, out var id) && caller.Email is { } address ? new(id, address) : throw new NotFoundProblem();

    static async Task WriteAsync(
        HttpResponse response,
        string service,
        Person person,
        IEnumerable<IPersonalData> all,
        TenantClock clock,
        CancellationToken ct
    )
    {
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("service", service);
        json.WriteString("at", clock.GetUtcNow());
        json.WriteStartArray("classes");
        foreach (var data in all)
        {
            json.WriteStartObject();
            foreach (var property in JsonSerializer.SerializeToElement(DataClassDto.From(data.Class), JsonColumn.Options).EnumerateObject())
                property.WriteTo(json);
            json.WriteStartArray("items");
            await foreach (var item in data.FindAsync(person, ct))
            {
                JsonSerializer.Serialize(json, item, item.GetType(), JsonColumn.Options);
                if (json.BytesPending > Chunk)
                    await json.FlushAsync(ct);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }
}
