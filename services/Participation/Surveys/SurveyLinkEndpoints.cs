using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>The links by which people without an account come to a survey: one for all, or one for each.</summary>
static class SurveyLinkEndpoints
{
    public static void MapSurveyLinks(this IEndpointRouteBuilder app)
    {
        var survey = app.MapTenantApi("surveys/{id:guid}", SurveyEndpoints.Tag).RequirePermission(Permissions.SurveysManage);

        survey
            .MapGet("link", GetAsync)
            .WithName("get-survey-link")
            .WithSummary("The link by which whoever has it answers, while the survey is open");

        survey
            .MapPut("links.csv", MakeAsync)
            .Produces<string>(200, SpreadsheetTypes.Csv)
            .WithName("make-survey-links")
            .WithSummary(
                "Makes personal links, each good for one answer, as a table (CSV); they are shown this once, and stored as hashes only"
            );
    }

    static async Task<Ok<SurveyLinkDto>> GetAsync(
        Guid id,
        ParticipationDb db,
        TenantContext tenant,
        IConfiguration configuration,
        CancellationToken ct
    )
    {
        var survey = await db.Surveys.AsNoTracking().GetAsync(id, ct);
        if (!survey.HasPublicLink)
            throw new SurveyHasNoLink();
        var token = survey.Token ?? throw new SurveyNotOpen(survey.State);
        return TypedResults.Ok(new SurveyLinkDto(token, UrlOf(id, token, tenant, configuration)));
    }

    /// <summary>With the survey's id, so that the link leads to its results once nothing is left of the token.</summary>
    static string UrlOf(Guid id, string token, TenantContext tenant, IConfiguration configuration) =>
        new Uri(PublicUrl.Of(configuration), $"portal/{tenant.Required}/surveys/{id}/join/{token}").AbsoluteUri;

    static Task<FileContentHttpResult> MakeAsync(
        Guid id,
        MakeSurveyLinks make,
        ParticipationDb db,
        TenantContext tenant,
        TenantClock clock,
        IConfiguration configuration,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var survey = await db.HoldSurveyAsync(id, ct);
                if (survey.State != SurveyState.Open)
                    throw new SurveyNotOpen(survey.State);
                var tokens = survey.Tokens(make.Batch, make.Count);
                var hashes = tokens.Select(SurveySecrets.HashOf).ToArray();
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into survey_links (tenant, survey_id, token_hash, used)
                    select {clock.Slug}, {id}, hash, false from unnest({hashes}) as made (hash) on conflict do nothing
                    """,
                    ct
                );
                if (await db.SurveyLinks.CountAsync(row => row.SurveyId == id, ct) > SurveyLimits.Links)
                    throw new TooManySurveyLinks();
                var file = await SpreadsheetWriter.WriteAsync(
                    SpreadsheetFormat.Csv,
                    [
                        .. tokens.Select(
                            (token, at) =>
                                new Dictionary<string, object?> { ["Nummer"] = at + 1, ["Link"] = UrlOf(id, token, tenant, configuration) }
                        ),
                    ],
                    "Links",
                    ct
                );
                var name = FileNames.Of("Umfrage-Links", clock.Slug, null, await clock.TodayAsync(ct), "csv");
                return TypedResults.File(file, SpreadsheetTypes.Of(SpreadsheetFormat.Csv), name);
            },
            ct
        );
}
