using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Capturing;

/// <summary>What came on paper: staff write many contributions down at once, and say where they come from.</summary>
static class CaptureEndpoints
{
    internal const int Most = 100;

    public static void MapCapturing(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions", "Contributions")
            .MapPost("captured", CaptureAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("capture-contributions")
            .WithSummary("Writes down contributions that came on paper, up to 100 at once with their source, all of them or none");

    static Task<Ok<CapturedContributions>> CaptureAsync(
        Guid topicAreaId,
        CaptureContributions capture,
        ParticipationDb db,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var named = capture.Items.Select(item => item.OrganisationId).OfType<Guid>().Distinct().ToList();
                var organisations = await db
                    .Organisations.AsNoTracking()
                    .Where(row => named.Contains(row.Id))
                    .ToDictionaryAsync(row => row.Id, ct);
                var now = time.GetUtcNow();
                var rows = capture
                    .Items.Select(item => new Contribution
                    {
                        TopicAreaId = topicAreaId,
                        Kind = item.Kind,
                        Title = Words.OrNull(item.Title),
                        Text = item.Text.Trim(),
                        Language = LanguageTag.Canonical(item.Language),
                        Voice = VoiceOf(item, organisations),
                        // Whoever wrote it on paper has no account here; whoever typed it is not its author.
                        Author = null,
                        SubmittedAt = now,
                        Source = ContributionOrigin.Paper,
                        SourceTitle = capture.Source.Trim(),
                    })
                    .ToList();
                db.Contributions.AddRange(rows);
                await db.SaveChangesAsync(ct);
                await db.IndexWordsAsync([.. rows.Select(row => row.Id)], ct);
                return TypedResults.Ok(new CapturedContributions([.. rows.Select(row => row.Id)]));
            },
            ct
        );

    static Voice VoiceOf(CaptureItem item, Dictionary<Guid, Organisation> organisations)
    {
        if (item.OrganisationId is not { } id)
            return new(item.Group ?? throw new GroupMissing(), null, null);
        return organisations.TryGetValue(id, out var organisation)
            ? new(organisation.Group, organisation.Id, organisation.Name)
            : throw new OrganisationUnknown();
    }
}

/// <param name="Source">Where they come from, such as the event at which the sheets were collected; up to 200 characters.</param>
/// <param name="Items">The contributions, 100 at most.</param>
public sealed record CaptureContributions(
    [Required, MaxLength(Limits.Title)] string Source,
    [MinLength(1), MaxLength(CaptureEndpoints.Most)] IReadOnlyList<CaptureItem> Items
);

/// <param name="Kind">What it is.</param>
/// <param name="Text">As it stands on the paper, up to 4,000 characters.</param>
/// <param name="Group">The group that it speaks for; taken from the organisation if one is named.</param>
/// <param name="OrganisationId">The organisation in whose name it was made.</param>
/// <param name="Language">The language that it is written in, as BCP 47 has it; German if not said.</param>
/// <param name="Title">In a few words, up to 200 characters.</param>
public sealed record CaptureItem(
    ContributionKind Kind,
    [Required, MinLength(Limits.LeastOfText), MaxLength(Limits.Text)] string Text,
    StakeholderGroup? Group = null,
    Guid? OrganisationId = null,
    [MaxLength(LanguageTag.MaxLength), Written(LanguageTag.Pattern, LanguageTag.InGerman, LanguageTag.InEnglish)] string? Language = null,
    [MaxLength(Limits.Title)] string? Title = null
);

/// <summary>What was written down.</summary>
/// <param name="Ids">Ids of the contributions, in the order of the items.</param>
public sealed record CapturedContributions(IReadOnlyList<Guid> Ids);
