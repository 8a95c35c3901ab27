using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

static class ContributionEndpoints
{
    public static void MapContributions(this IEndpointRouteBuilder app)
    {
        app.MapMyContributions();
        var contributions = app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions", "Contributions");

        contributions
            .MapPost("", SubmitAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("submit-contribution")
            .WithSummary("Contributes a need, idea, experience, goal or measure, for oneself or for an organisation");

        contributions
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-contributions")
            .WithSummary("All contributions with their points and what became of them, oldest first");

        contributions
            .MapGet(
                "{id:guid}",
                async (Guid topicAreaId, Guid id, ParticipationDb db, Caller caller, CancellationToken ct) =>
                {
                    var row = await db.Contributions.AsNoTracking().Where(item => item.TopicAreaId == topicAreaId).GetAsync(id, ct);
                    return TypedResults.Ok(ContributionDto.From(row, await db.SumPointsAsync([id], ct), caller.Id));
                }
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-contribution")
            .WithSummary("One contribution");
    }

    static Task<Created<ContributionDto>> SubmitAsync(
        Guid topicAreaId,
        SubmitContribution submit,
        ParticipationDb db,
        TenantContext tenant,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var organisation = submit.OrganisationId is { } id ? await MaySpeakForAsync(db, id, caller, ct) : null;
                var contribution = new Contribution
                {
                    TopicAreaId = topicAreaId,
                    Kind = submit.Kind,
                    Text = submit.Text.Trim(),
                    OrganisationId = organisation?.Id,
                    Organisation = organisation?.Name,
                    Group = organisation?.Group ?? submit.Group ?? throw new GroupMissing(),
                    Author = caller.Id,
                    SubmittedAt = time.GetUtcNow(),
                };
                db.Contributions.Add(contribution);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(
                    $"/api/v1/{tenant.Required}/topic-areas/{topicAreaId}/contributions/{contribution.Id}",
                    ContributionDto.From(contribution, [], caller.Id)
                );
            },
            ct
        );

    /// <summary>Delegates speak for their organisation; who leads or moderates writes down what its delegates say.</summary>
    static async Task<Organisation> MaySpeakForAsync(ParticipationDb db, Guid id, Caller caller, CancellationToken ct)
    {
        var organisation =
            await db.Organisations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new OrganisationUnknown();
        return organisation.Delegates.Contains(caller.Id) || caller.Has(Permissions.RecordsWrite)
            ? organisation
            : throw new NotADelegate(organisation.Name);
    }

    static async Task<Page<ContributionDto>> ListAsync(
        Guid topicAreaId,
        ParticipationDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, http.RequestAborted);
        var rows = await db.Contributions.AsNoTracking().Where(row => row.TopicAreaId == topicAreaId).ToPageAsync(page, http, row => row);
        var points = await db.SumPointsAsync([.. rows.Items.Select(row => row.Id)], http.RequestAborted);
        return new([.. rows.Items.Select(row => ContributionDto.From(row, points, caller.Id))], rows.Next);
    }
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">In your own words, up to 4,000 characters.</param>
/// <param name="Group">The group that you speak for; taken from the organisation if one is named.</param>
/// <param name="OrganisationId">The organisation in whose name it is made.</param>
public sealed record SubmitContribution(
    ContributionKind Kind,
    [Required, MinLength(3), MaxLength(4000)] string Text,
    StakeholderGroup? Group = null,
    Guid? OrganisationId = null
);

/// <summary>A Beitrag as others see it: with its organisation, never with a person.</summary>
public sealed record ContributionDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>What it is.</summary>
    public required ContributionKind Kind { get; init; }

    /// <summary>Its wording.</summary>
    public required string Text { get; init; }

    /// <summary>The group that it speaks for.</summary>
    public required StakeholderGroup Group { get; init; }

    /// <summary>The organisation in whose name it was made.</summary>
    public string? Organisation { get; init; }

    /// <summary>Points given to it.</summary>
    public required int Points { get; init; }

    /// <summary>True if the caller made it.</summary>
    public required bool Mine { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>What became of it, once that is decided.</summary>
    public ContributionAnswer? Answer { get; init; }

    /// <summary>Why.</summary>
    public string? AnswerReason { get; init; }

    internal static ContributionDto From(Contribution row, Dictionary<Guid, int> points, string caller) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            Kind = row.Kind,
            Text = row.Text,
            Group = row.Group,
            Organisation = row.Organisation,
            Points = points.GetValueOrDefault(row.Id),
            Mine = row.Author == caller,
            SubmittedAt = row.SubmittedAt,
            Answer = row.Answer,
            AnswerReason = row.AnswerReason,
        };
}

/// <summary>Neither group nor organisation.</summary>
public sealed class GroupMissing()
    : InvalidFieldProblem(
        "group",
        new(
            "Nennen Sie die Gruppe, für die Sie sprechen, oder eine Organisation.",
            "Name the group that you speak for, or an organisation."
        )
    );

/// <summary>No such organisation here.</summary>
public sealed class OrganisationUnknown()
    : UnprocessableProblem(
        "organisation-unknown",
        new("Diese Organisation gibt es in diesem Landkreis nicht.", "There is no such organisation in this Landkreis.")
    );

/// <summary>Only delegates speak for an organisation.</summary>
public sealed class NotADelegate(string organisation)
    : ForbiddenProblem(
        "not-a-delegate",
        new(
            $"Für „{organisation}“ können nur deren Delegierte beitragen. Die Koordination kann Sie eintragen.",
            $"Only delegates of \"{organisation}\" can contribute in its name. The coordination can enter you."
        )
    );
