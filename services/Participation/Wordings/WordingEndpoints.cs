using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Wordings;

static class WordingEndpoints
{
    public static void MapWordings(this IEndpointRouteBuilder app)
    {
        var contribution = app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions/{id:guid}", "Contributions");

        contribution
            .MapPut("", RewordAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("edit-contribution")
            .WithSummary("Changes the words of the caller's own contribution, for a short time and until others have reacted to it");

        contribution
            .MapGet("history", HistoryAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-contribution-history")
            .WithSummary("What the contribution said before, oldest first; not what it says now");
    }

    static Task<Ok<ContributionDto>> RewordAsync(
        Guid topicAreaId,
        Guid id,
        EditContribution edit,
        IfMatch match,
        ParticipationDb db,
        Caller caller,
        Screen screen,
        IOptions<ContributionOptions> options,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var row = await db.HoldContributionAsync(topicAreaId, id, caller, ct);
                row.RequireStanding();
                row.RequireAuthor(caller.Id);
                await screen.RequireNotBlockedAsync(ct);
                await db.RequireNotReportedAsync(id, ct);
                options.Value.RequireInTime(row.SubmittedAt, time.GetUtcNow());
                await db.RequireNoReactionAsync(row, ct);
                match.Require(row);
                db.Wordings.Add(Wording.Of(row));
                row.Reword(Words.OrNull(edit.Title), edit.Text.Trim(), LanguageTag.Canonical(edit.Language), time.GetUtcNow());
                await db.SaveScreenedAsync(screen, row, ct);
                return TypedResults.Ok(await db.ToDtoAsync(row, caller, ct));
            },
            ct
        );

    static async Task<Page<WordingDto>> HistoryAsync(
        Guid topicAreaId,
        Guid id,
        ParticipationDb db,
        [AsParameters] PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        await db.SeenBy(caller, topicAreaId).AsNoTracking().GetAsync(id, http.RequestAborted);
        return await db.Wordings.AsNoTracking().Where(row => row.ContributionId == id).ToPageAsync(page, http, WordingDto.From);
    }
}

/// <param name="Text">In your own words, up to 4,000 characters.</param>
/// <param name="Title">In a few words, up to 200 characters.</param>
/// <param name="Language">The language that it is written in, as BCP 47 has it; German if not said.</param>
public sealed record EditContribution(
    [Required, MinLength(Limits.LeastOfText), MaxLength(Limits.Text)] string Text,
    [MaxLength(Limits.Title)] string? Title = null,
    [MaxLength(LanguageTag.MaxLength), Written(LanguageTag.Pattern, LanguageTag.InGerman, LanguageTag.InEnglish)] string? Language = null
);

/// <summary>What a contribution said before.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Text">Its wording then.</param>
/// <param name="Language">The language that it was written in (BCP 47).</param>
/// <param name="WrittenAt">From when it said so.</param>
public sealed record WordingDto(string? Title, string Text, string Language, DateTimeOffset WrittenAt)
{
    internal static WordingDto From(Wording row) => new(row.Title, row.Text, row.Language, row.WrittenAt);
}
