using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>What tests of moderation do again and again, as people would.</summary>
static class Moderated
{
    public static string Moderation(this Given given, string rest = "") => $"/api/v1/{given.Tenant}/moderation{rest}";

    public static async Task<ModerationRulesDto> SettleAsync(
        this Given given,
        ModerationMode mode = ModerationMode.AfterPublication,
        string[]? words = null,
        int? contributions = null,
        int? comments = null,
        bool machine = false
    )
    {
        var now = await given.Coordinator.GetAsync(given.Moderation("/rules")).ReadAsync<ModerationRulesDto>();
        return await given
            .Coordinator.SendAsync(
                HttpMethod.Put,
                given.Moderation("/rules"),
                new SetModerationRules(mode, words ?? [], contributions, comments, machine),
                now.Version
            )
            .ReadAsync<ModerationRulesDto>();
    }

    public static Task<HttpResponseMessage> SayAsync(this Given given, HttpClient who, Guid id, string text, Guid? parent = null) =>
        who.SendAsync(HttpMethod.Post, $"{given.Of(id)}/comments", new WriteComment(text, parent));

    public static Task<HttpResponseMessage> ReportAsync(
        this Given given,
        HttpClient who,
        Guid id,
        Guid? comment = null,
        ReasonKind kind = ReasonKind.Insult,
        string? text = null
    ) => who.SendAsync(HttpMethod.Post, given.Moderation("/reports"), new ReportItem(id, kind, comment, text));

    public static Task<HttpResponseMessage> HideAsync(
        this Given given,
        HttpClient who,
        Guid id,
        Guid? comment = null,
        ReasonKind reason = ReasonKind.Insult,
        string? text = null
    ) => who.SendAsync(HttpMethod.Post, given.Moderation(), new HideItem(id, reason, comment, text));

    public static async Task<IReadOnlyList<ModerationCaseDto>> QueueAsync(this Given given, string query = "") =>
        (await given.Moderator.GetAsync(given.Moderation(query)).ReadAsync<Page<ModerationCaseDto>>()).Items;

    public static Task<HttpResponseMessage> DecideAsync(
        this Given given,
        HttpClient who,
        ModerationCaseDto one,
        CaseDecision decision,
        ReasonKind? reason = null,
        string? text = null
    ) => who.SendAsync(HttpMethod.Post, given.Moderation($"/{one.Id}/decision"), new DecideCase(decision, reason, text), one.Version);

    public static async Task<IReadOnlyList<ContributionDto>> ListAsync(this Given given, HttpClient who, string query = "") =>
        (await who.GetAsync($"{given.Area}/contributions{query}").ReadAsync<Page<ContributionDto>>()).Items;

    public static async Task<IReadOnlyList<CommentDto>> CommentsAsync(this Given given, HttpClient who, Guid id, string below = "") =>
        (await who.GetAsync($"{given.Of(id)}/comments{below}").ReadAsync<Page<CommentDto>>()).Items;
}
