using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>Participants point at what should be looked at, and are told what came of it.</summary>
static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapTenantApi("moderation/reports", "Moderation").RequirePermission(Permissions.ContributionsSubmit);

        reports
            .MapPost("", ReportAsync)
            .WithName("report-item")
            .WithSummary("Reports a contribution or a comment, once; moderators see what is said, nobody sees who said it");

        reports
            .MapGet("mine", ListMineAsync)
            .WithName("my-reports")
            .WithSummary("What the caller has reported, and what came of it, oldest first");
    }

    static Task<Created<MyReportDto>> ReportAsync(
        ReportItem report,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var (me, now) = (caller.Id, clock.GetUtcNow());
                report.Kind.RequireWords(report.Text);
                var held = await db.HoldItemAsync(report.ContributionId, report.CommentId, caller, alone: false, ct);
                held.RequirePublished();
                var item = held.Item;
                if (item.Author == me)
                    throw new OwnItem();
                if (await db.Reports.AnyAsync(row => row.ItemId == item.Id && row.Reporter == me, ct))
                    throw new ReportedAlready();
                var one =
                    await db.ModerationCases.SingleOrDefaultAsync(row => row.ItemId == item.Id && row.Outcome == null, ct)
                    ?? db.ModerationCases.Add(ModerationCase.Of(item, CaseKind.Reported, now)).Entity;
                one.CountReport();
                var made = new Report
                {
                    CaseId = one.Id,
                    ItemId = item.Id,
                    Reporter = me,
                    Kind = report.Kind,
                    Text = Words.OrNull(report.Text),
                    ReportedAt = now,
                };
                db.Reports.Add(made);
                db.ModerationLog.Add(LogEntry.Of(one, ModerationAct.Reported, now));
                await db.SaveChangesAsync(ct);
                return TypedResults.Created($"/api/v1/{clock.Slug}/moderation/reports/mine", MyReportDto.From(made, one));
            },
            ct
        );

    static async Task<Page<MyReportDto>> ListMineAsync(ParticipationDb db, [AsParameters] PageRequest page, Caller caller, HttpContext http)
    {
        var me = caller.Id;
        var shown = await db.Reports.AsNoTracking().Where(row => row.Reporter == me).ToPageAsync(page, http, row => row);
        var ids = shown.Items.Select(row => row.CaseId).ToList();
        var cases = await db
            .ModerationCases.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, http.RequestAborted);
        return new([.. shown.Items.Select(row => MyReportDto.From(row, cases[row.CaseId]))], shown.Next);
    }
}

/// <param name="ContributionId">The contribution, or that on which the comment is.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="CommentId">The comment, if it is one.</param>
/// <param name="Text">In your own words, up to 1,000 characters; must be said where the kind is <c>other</c>.</param>
public sealed record ReportItem(Guid ContributionId, ReasonKind Kind, Guid? CommentId = null, [MaxLength(1000)] string? Text = null);

/// <summary>What came of a report.</summary>
public enum ReportOutcome
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting,

    /// <summary>It was hidden.</summary>
    Hidden,

    /// <summary>It was looked at, and stays.</summary>
    Stays,

    /// <summary>Its author took it back.</summary>
    Gone,
}

/// <summary>Something that the caller has reported.</summary>
/// <param name="Id">Id.</param>
/// <param name="Item">What it is.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="ReportedAt">When.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="TopicAreaId">Where it was written.</param>
/// <param name="ContributionId">The contribution, or that on which the comment is.</param>
/// <param name="Text">What the caller said.</param>
/// <param name="DecidedAt">When it was decided.</param>
public sealed record MyReportDto(
    Guid Id,
    ModeratedItem Item,
    ReasonKind Kind,
    DateTimeOffset ReportedAt,
    ReportOutcome Outcome,
    Guid? TopicAreaId = null,
    Guid? ContributionId = null,
    string? Text = null,
    DateTimeOffset? DecidedAt = null
)
{
    internal static MyReportDto From(Report row, ModerationCase one)
    {
        var outcome = one.Outcome switch
        {
            null => ReportOutcome.Waiting,
            CaseOutcome.Hidden => ReportOutcome.Hidden,
            CaseOutcome.Gone => ReportOutcome.Gone,
            _ => ReportOutcome.Stays,
        };
        return new(row.Id, one.Item, row.Kind, row.ReportedAt, outcome, one.TopicAreaId, one.ContributionId, row.Text, one.DecidedAt);
    }
}
