using System.Globalization;
using System.Net;
using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Gateway.Privacy;

/// <summary>For a Landkreis' privacy page: what is kept of people, what for and for how long, as the services are configured.</summary>
static class RetentionEndpoint
{
    public static void MapRetention(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("retention", "Privacy")
            .MapGet("", ListAsync)
            .AllowAnonymous()
            .RequireRateLimiting(Limits.PerCaller)
            .CacheOutput(new RetentionCache())
            .WithName("list-retention")
            .WithSummary("What is kept of people, what for, on what ground and how long; for everybody");

    static async Task<Ok<RetentionList>> ListAsync(
        string tenant,
        AskedServices services,
        ILogger<RetentionList> log,
        HttpContext http,
        CancellationToken ct
    )
    {
        var answers = await services.AskAsync("retention", tenant, null, ct);
        // Services hear of a new Landkreis one after the other.
        if (
            answers.All(answer => answer.Answer is null or { StatusCode: HttpStatusCode.NotFound })
            && answers.Any(answer => answer.Answer is not null)
        )
            throw new UnknownTenant();
        var classes = await Task.WhenAll(answers.Select(answer => ReadAsync(answer.Service, answer.Answer, log, ct)));
        http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.Vary = "Accept-Language";
        var list = RetentionList.Merge(classes);
        if (list.Incomplete.Count > 0)
            RetentionCache.Refuse(http);
        return TypedResults.Ok(list);
    }

    static async Task<(string Service, List<DataClassDto>? Classes)> ReadAsync(
        string service,
        HttpResponseMessage? answer,
        ILogger log,
        CancellationToken ct
    )
    {
        using (answer)
            try
            {
                return (
                    service,
                    answer is { IsSuccessStatusCode: true }
                        ? await answer.Content.ReadFromJsonAsync<List<DataClassDto>>(JsonColumn.Options, ct)
                        : null
                );
            }
            catch (Exception failure) when (failure is JsonException or HttpRequestException or IOException)
            {
                log.LogWarning(failure, "What {Service} keeps is missing in a list", service);
                return (service, null);
            }
    }
}

/// <summary>What a Landkreis keeps of people, over all services.</summary>
/// <param name="Items">Class by class.</param>
/// <param name="Incomplete">Services of which something is missing, as they did not answer; empty if the list is whole.</param>
public sealed record RetentionList(IReadOnlyList<RetentionItem> Items, IReadOnlyList<string> Incomplete)
{
    /// <summary>What several services keep alike stands there once.</summary>
    internal static RetentionList Merge(IReadOnlyList<(string Service, List<DataClassDto>? Classes)> answers) =>
        new(
            [
                .. answers
                    .SelectMany(answer => (answer.Classes ?? []).Select(data => (answer.Service, Data: data)))
                    .GroupBy(pair => pair.Data, pair => pair.Service)
                    .Select(group => new RetentionItem([.. group], group.Key)),
            ],
            [.. answers.Where(answer => answer.Classes is null).Select(answer => answer.Service)]
        );
}

/// <summary>A class of data.</summary>
/// <param name="Services">Services that keep it.</param>
/// <param name="Data">What it is.</param>
public sealed record RetentionItem(IReadOnlyList<string> Services, DataClassDto Data);
