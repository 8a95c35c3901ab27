using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>All that somebody has contributed, over the topic areas of a Landkreis, and what became of it.</summary>
static class MyContributions
{
    public static void MapMyContributions(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("contributions", "Contributions")
            .MapGet("mine", ListAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("my-contributions")
            .WithSummary("The caller's contributions with their topic areas, and what became of them, oldest first");

    static async Task<Page<MyContributionDto>> ListAsync(
        ParticipationDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        var rows = await db.Contributions.AsNoTracking().Where(row => row.Author == caller.Id).ToPageAsync(page, http, row => row);
        var ids = rows.Items.Select(row => row.TopicAreaId).ToList();
        var titles = await db
            .TopicAreas.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Title, http.RequestAborted);
        var points = await db.SumPointsAsync([.. rows.Items.Select(row => row.Id)], http.RequestAborted);
        return new([.. rows.Items.Select(row => MyContributionDto.From(row, titles[row.TopicAreaId], points))], rows.Next);
    }
}

/// <summary>A contribution of the caller.</summary>
public sealed record MyContributionDto
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The topic area that it was made to.</summary>
    public required Guid TopicAreaId { get; init; }

    /// <summary>Its title.</summary>
    public required string TopicArea { get; init; }

    /// <summary>What it is.</summary>
    public required ContributionKind Kind { get; init; }

    /// <summary>Its wording.</summary>
    public required string Text { get; init; }

    /// <summary>The organisation in whose name it was made.</summary>
    public string? Organisation { get; init; }

    /// <summary>Points given to it.</summary>
    public required int Points { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>What became of it, once that is decided.</summary>
    public ContributionAnswer? Answer { get; init; }

    /// <summary>Why.</summary>
    public string? AnswerReason { get; init; }

    internal static MyContributionDto From(Contribution row, string topicArea, Dictionary<Guid, int> points) =>
        new()
        {
            Id = row.Id,
            TopicAreaId = row.TopicAreaId,
            TopicArea = topicArea,
            Kind = row.Kind,
            Text = row.Text,
            Organisation = row.Organisation,
            Points = points.GetValueOrDefault(row.Id),
            SubmittedAt = row.SubmittedAt,
            Answer = row.Answer,
            AnswerReason = row.AnswerReason,
        };
}
