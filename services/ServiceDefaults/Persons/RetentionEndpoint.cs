using System.Xml;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// What a service keeps of people and for how long, by its own configuration. The gateway asks all services and answers with one list; it
/// routes nobody here.
/// </summary>
static class RetentionEndpoint
{
    public static void MapRetention(this IEndpointRouteBuilder app, string service) =>
        app.MapTenantApi($"retention/{service}", "Privacy")
            .MapGet("", (IEnumerable<IPersonalData> all) => TypedResults.Ok(all.Select(data => DataClassDto.From(data.Class)).ToList()))
            .AllowAnonymous()
            .ExcludeFromDescription();
}

/// <summary>A class of data that is kept of people; words in the language of the request.</summary>
public sealed record DataClassDto
{
    /// <summary>Stable name, within its service.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What is kept.</summary>
    public required string Data { get; init; }

    /// <summary>What for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Legal ground.</summary>
    public required string Basis { get; init; }

    /// <summary>How long, as an ISO 8601 duration such as <c>P180D</c>; absent where it is no period of time.</summary>
    public string? Period { get; init; }

    /// <summary>From when the period counts; where there is none, until when it is kept.</summary>
    public required string Kept { get; init; }

    /// <summary>What becomes of it when a person asks to be forgotten.</summary>
    public required string OnErasure { get; init; }

    internal static DataClassDto From(DataClass data) =>
        new()
        {
            Key = data.Key,
            Title = data.Title.ToString(),
            Data = data.Data.ToString(),
            Purpose = data.Purpose.ToString(),
            Basis = data.Basis.ToString(),
            Period = data.Period is { } period ? XmlConvert.ToString(period) : null,
            Kept = data.Kept.ToString(),
            OnErasure = data.OnErasure.ToString(),
        };
}
