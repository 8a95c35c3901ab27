using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Mandates;

static class MandateEndpoints
{
    public static void MapMandates(this IEndpointRouteBuilder app)
    {
        var mandates = app.MapTenantApi("mandates", "Mandates");

        mandates
            .MapGet(
                "",
                async (SchedulingDb db, [AsParameters] PageRequest page, HttpContext http) =>
                    await db.Mandates.AsNoTracking().ToPageAsync(page, http, MandateDto.From)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-mandates")
            .WithSummary("Mandates that can be planned");

        mandates
            .MapGet(
                "{id:guid}",
                async (Guid id, SchedulingDb db, CancellationToken ct) =>
                    TypedResults.Ok(MandateDto.From(await db.Mandates.AsNoTracking().GetAsync(id, ct)))
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-mandate")
            .WithSummary("One mandate");
    }
}

/// <summary>A decided paper (Auftrag).</summary>
public sealed record MandateDto : IVersioned
{
    /// <summary>Id, that of the paper.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Reference of the paper.</summary>
    public required string Reference { get; init; }

    /// <summary>Subject of the paper.</summary>
    public required string Subject { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Organization that decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Topic areas in the order of the paper.</summary>
    public required IReadOnlyList<MandatedTopicArea> TopicAreas { get; init; }

    /// <summary>What is to be held.</summary>
    public required IReadOnlyList<ProgrammeItem> Programme { get; init; }

    /// <summary>Months for one topic area.</summary>
    public required int MonthsPerTopicArea { get; init; }

    /// <summary>Last day of the work.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Money granted, in euros.</summary>
    public required decimal Budget { get; init; }

    internal static MandateDto From(Mandate row) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            Reference = row.Reference,
            Subject = row.Subject,
            DecidedOn = row.DecidedOn,
            DecidedBy = row.DecidedBy,
            TopicAreas = row.TopicAreas,
            Programme = row.Programme,
            MonthsPerTopicArea = row.MonthsPerTopicArea,
            Deadline = row.Deadline,
            Budget = row.Budget,
        };
}
