using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Gateway.Privacy;

/// <summary>
/// All that is kept of the caller in a Landkreis (Art. 15 and 20 GDPR), as one file that people and machines can read. Whole, or not at
/// all: who is told of half would believe that it is all.
/// </summary>
static class MyDataEndpoint
{
    public static void MapMyData(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("my-data", "Privacy")
            .MapGet("", WriteAsync)
            .RequireRateLimiting(Limits.OwnData)
            .Produces<MyData>(200)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithName("get-my-data")
            .WithSummary("All that is kept of the caller in the Landkreis, class by class with purpose and period; for people only");

    static async Task WriteAsync(
        string tenant,
        TenantContext context,
        Caller caller,
        AskedServices services,
        TimeProvider time,
        IConfiguration configuration,
        HttpContext http,
        CancellationToken ct
    )
    {
        context.Enter(tenant);
        if (!caller.Has(Permissions.MyDataRead) || caller.Email is null)
            throw new NotFoundProblem();
        Activity.Current.SetTenant(tenant);
        var answers = await services.AskAsync("my-data", tenant, http.Request.Headers.Authorization, ct);
        try
        {
            if (answers.FirstOrDefault(answer => answer.Answer is not { IsSuccessStatusCode: true }) is { Service: { } missing })
                throw new MyDataIncomplete(missing);
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{tenant}.json\"";
            // A service that begins and then writes nothing more holds nobody for ever.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Limits.OwnDataPatience(configuration));
            await CopyAsync(http, $$"""{"tenant":"{{tenant}}","at":"{{time.GetUtcNow():O}}","services":[""", answers, patience.Token);
        }
        finally
        {
            foreach (var (_, answer) in answers)
                answer?.Dispose();
        }
    }

    /// <summary>What services write is passed on as it comes; one that breaks off breaks the whole off.</summary>
    static async Task CopyAsync(
        HttpContext http,
        string head,
        IReadOnlyList<(string Service, HttpResponseMessage? Answer)> answers,
        CancellationToken ct
    )
    {
        await http.Response.WriteAsync(head, ct);
        try
        {
            foreach (var (index, (_, answer)) in answers.Index())
            {
                if (index > 0)
                    await http.Response.WriteAsync(",", ct);
                await answer!.Content.CopyToAsync(http.Response.Body, ct);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            http.Abort();
            return;
        }
        await http.Response.WriteAsync("]}", ct);
    }
}

/// <summary>Half a file would look like a whole one.</summary>
public sealed class MyDataIncomplete(string service)
    : Problem(
        StatusCodes.Status503ServiceUnavailable,
        "my-data-incomplete",
        new("Auskunft gerade nicht vollständig", "Not complete at the moment"),
        new(
            $"Der Dienst {service} antwortet gerade nicht. Versuchen Sie es in einigen Minuten wieder; eine halbe Auskunft gibt es nicht.",
            $"The service {service} does not answer at the moment. Try again in some minutes; half of it is not told."
        )
    )
{
    /// <inheritdoc/>
    public override TimeSpan? RetryAfter => TimeSpan.FromSeconds(30);
}

/// <summary>All that is kept of somebody in a Landkreis.</summary>
/// <param name="Tenant">Slug of the Landkreis.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Services">Service by service.</param>
public sealed record MyData(string Tenant, DateTimeOffset At, IReadOnlyList<MyDataOfService> Services);

/// <param name="Service">Which service.</param>
/// <param name="At">When it looked.</param>
/// <param name="Classes">Class by class; also those of which there is nothing.</param>
public sealed record MyDataOfService(string Service, DateTimeOffset At, IReadOnlyList<MyDataClass> Classes);

/// <summary>A class of data, and what there is of the caller.</summary>
public sealed record MyDataClass
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

    /// <summary>What becomes of it when the caller asks to be forgotten.</summary>
    public required string OnErasure { get; init; }

    /// <summary>What is kept: records whose members differ by class.</summary>
    public required IReadOnlyList<Dictionary<string, JsonElement>> Items { get; init; }
}
