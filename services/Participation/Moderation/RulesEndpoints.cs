using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>What a Landkreis settles for all that people write in it.</summary>
static class RulesEndpoints
{
    public static void MapModerationRules(this IEndpointRouteBuilder app)
    {
        var rules = app.MapTenantApi("moderation/rules", "Moderation");

        rules
            .MapGet(
                "",
                async (ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        await db.ModerationRules.AsNoTracking().SingleOrDefaultAsync(ct) is { } row
                            ? ModerationRulesDto.From(row, row.Version)
                            : ModerationRulesDto.From(ModerationRules.Begin(), 0)
                    )
            )
            .RequirePermission(Permissions.ModerationDecide)
            .WithName("get-moderation-rules")
            .WithSummary("When somebody looks at what people write; version 0: nothing is settled, and all is published at once");

        rules
            .MapPut("", SetAsync)
            .RequirePermission(Permissions.ModerationSettings)
            .WithName("set-moderation-rules")
            .WithSummary("Settles the rules (the first time with If-None-Match: *); what is held already stays so")
            .MayBegin();
    }

    static Task<Ok<ModerationRulesDto>> SetAsync(
        SetModerationRules wish,
        IfMatch match,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                wish.RequireShortWords();
                var rules = await db.ModerationRules.SingleOrDefaultAsync(ct);
                match.Require(rules ?? (IVersioned)new NotYet());
                rules ??= db.ModerationRules.Add(ModerationRules.Begin()).Entity;
                rules.Settle(wish.Mode, wish.Words, wish.ContributionsPerHour, wish.CommentsPerHour, wish.MachineTranslation);
                db.ModerationLog.Add(
                    new()
                    {
                        At = clock.GetUtcNow(),
                        Act = ModerationAct.RulesChanged,
                        Actor = caller.Id,
                    }
                );
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(ModerationRulesDto.From(rules, rules.Version));
            },
            ct
        );
}

/// <param name="Mode">Whether somebody looks at it before all see it.</param>
/// <param name="Words">Words that hold a text until somebody has looked at it, each up to 60 characters; at most 500.</param>
/// <param name="ContributionsPerHour">How many contributions one person can make in an hour, 1 to 1,000; without limit if not said.</param>
/// <param name="CommentsPerHour">The same for comments.</param>
/// <param name="MachineTranslation">Staff may have contributions translated by a machine; not if it is not said.</param>
public sealed record SetModerationRules(
    ModerationMode Mode,
    [Required, MaxLength(500)] IReadOnlyList<string> Words,
    [Range(1, 1000)] int? ContributionsPerHour = null,
    [Range(1, 1000)] int? CommentsPerHour = null,
    bool MachineTranslation = false
)
{
    const int MostOfWord = 60;

    internal void RequireShortWords()
    {
        for (var at = 0; at < Words.Count; at++)
            if (Words[at].Length > MostOfWord)
                throw new WordIsLong(at, MostOfWord);
    }
}

/// <summary>No word is as long as that.</summary>
public sealed class WordIsLong(int at, int most)
    : InvalidFieldProblem(
        $"words[{at}]",
        new($"Höchstens {most} Zeichen; nennen Sie einzelne Wörter.", $"At most {most} characters; name single words.")
    );

/// <summary>What a Landkreis has settled for moderation.</summary>
/// <param name="Version">Version; 0 if nothing was settled yet.</param>
/// <param name="Mode">Whether somebody looks at it before all see it.</param>
/// <param name="Words">Words that hold a text until somebody has looked at it: whole words, in whatever case.</param>
/// <param name="ContributionsPerHour">How many contributions one person can make within an hour; absent: as many as they like.</param>
/// <param name="CommentsPerHour">The same for comments.</param>
/// <param name="MachineTranslation">
/// True if staff may have contributions translated by a machine, where the operators have set one up.
/// </param>
public sealed record ModerationRulesDto(
    int Version,
    ModerationMode Mode,
    IReadOnlyList<string> Words,
    int? ContributionsPerHour = null,
    int? CommentsPerHour = null,
    bool MachineTranslation = false
) : IVersioned
{
    internal static ModerationRulesDto From(ModerationRules row, int version) =>
        new(version, row.Mode, row.Words, row.ContributionsPerHour, row.CommentsPerHour, row.MachineTranslation);
}
