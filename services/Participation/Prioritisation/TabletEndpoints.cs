using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Prioritisation;

/// <summary>Points at a shared tablet: the staff make its link, whoever sits at it takes a turn.</summary>
static class TabletEndpoints
{
    const int Most = 50;

    public static void MapTablets(this IEndpointRouteBuilder app)
    {
        var tablets = app.MapTenantApi("topic-areas/{topicAreaId:guid}/tablets", PrioritisationEndpoints.Tag)
            .RequirePermission(Permissions.RecordsWrite);

        tablets
            .MapGet("", ListAsync)
            .WithName("list-tablets")
            .WithSummary("Tablets of a topic area, and how many turns were taken at each");

        tablets
            .MapPost("", OpenAsync)
            .WithName("open-tablet")
            .WithSummary("Makes the link of a shared tablet, good for 12 hours; it is shown this once");

        tablets
            .MapDelete("{id:guid}", EndAsync)
            .WithName("end-tablet")
            .WithSummary("Makes the link of a tablet void; with `discard` the points that were given at it go, too");

        var seat = app.MapTenantApi("tablet-links/{token}", "Tablet links").AllowAnonymous();

        seat.MapGet("", LookAsync).WithName("get-tablet").WithSummary("What a tablet is for");

        seat.MapGet("contributions", ContributionsAsync)
            .WithName("list-contributions-at-tablet")
            .WithSummary("The contributions that points can be given to");

        seat.MapPut("turns/{turn:guid}", GiveAsync)
            .WithName("give-points-at-tablet")
            .WithSummary("One person's points; the same turn again replaces them, a new id is the next person");
    }

    static async Task<Page<TabletDto>> ListAsync(Guid topicAreaId, ParticipationDb db, [AsParameters] PageRequest page, HttpContext http)
    {
        await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, http.RequestAborted);
        var shown = await db.Tablets.AsNoTracking().Where(row => row.TopicAreaId == topicAreaId).ToPageAsync(page, http, row => row);
        var givers = await db
            .Points.Where(row => row.TopicAreaId == topicAreaId && row.Giver.StartsWith("tablet:"))
            .Select(row => row.Giver)
            .Distinct()
            .ToListAsync(http.RequestAborted);
        return new(
            [
                .. shown.Items.Select(row => new TabletDto(
                    row.Id,
                    row.Label,
                    row.OpenedAt,
                    row.EndsAt,
                    row.TokenHash is not null,
                    givers.Count(giver => giver.StartsWith(row.Givers, StringComparison.Ordinal))
                )),
            ],
            shown.Next
        );
    }

    static Task<Created<OpenedTablet>> OpenAsync(
        Guid topicAreaId,
        OpenTablet open,
        ParticipationDb db,
        TenantClock clock,
        IConfiguration configuration,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequirePointsOpenAsync(topicAreaId, ct);
                if (await db.Tablets.CountAsync(row => row.TopicAreaId == topicAreaId, ct) >= Most)
                    throw new TooManyTablets();
                var (token, now) = (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), clock.GetUtcNow());
                var tablet = new Tablet
                {
                    TopicAreaId = topicAreaId,
                    Label = open.Label.Trim(),
                    TokenHash = HashOf(token),
                    OpenedAt = now,
                    EndsAt = now + Tablet.Lasts,
                };
                db.Tablets.Add(tablet);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(
                    $"/api/v1/{clock.Slug}/topic-areas/{topicAreaId}/tablets/{tablet.Id}",
                    new OpenedTablet(
                        tablet.Id,
                        token,
                        new Uri(PublicUrl.Of(configuration), $"portal/{clock.Slug}/tablets/{token}").AbsoluteUri,
                        tablet.EndsAt
                    )
                );
            },
            ct
        );

    static Task<NoContent> EndAsync(Guid topicAreaId, Guid id, ParticipationDb db, CancellationToken ct, bool discard = false) =>
        db.InTransactionAsync(
            async () =>
            {
                var tablet =
                    await db.Tablets.SingleOrDefaultAsync(row => row.TopicAreaId == topicAreaId && row.Id == id, ct)
                    ?? throw new NotFoundProblem();
                tablet.TokenHash = null;
                await db.SaveChangesAsync(ct);
                if (discard)
                {
                    // Alone: nobody counts what is just going.
                    (await db.HoldAloneAsync(topicAreaId, ct)).RequirePointsOpen();
                    var given = db.Points.Where(row => row.TopicAreaId == topicAreaId && row.Giver.StartsWith(tablet.Givers));
                    Guid[] touched = [.. await given.Select(row => row.ContributionId).Distinct().ToListAsync(ct)];
                    await given.ExecuteDeleteAsync(ct);
                    await db.CountPointsAsync(touched, ct);
                }
                return TypedResults.NoContent();
            },
            ct
        );

    static async Task<Ok<TabletSeat>> LookAsync(string token, ParticipationDb db, TimeProvider time, CancellationToken ct)
    {
        var area = await db.TopicAreas.AsNoTracking().GetAsync((await FindAsync(db, token, time, ct)).TopicAreaId, ct);
        return TypedResults.Ok(new TabletSeat(area.Title, area.PrioritisationClosedAt is null, PointSpread.PerPerson));
    }

    static async Task<Page<TabletContribution>> ContributionsAsync(
        string token,
        ParticipationDb db,
        TimeProvider time,
        [AsParameters] PageRequest page,
        HttpContext http
    )
    {
        var tablet = await FindAsync(db, token, time, http.RequestAborted);
        return await db.Standing(tablet.TopicAreaId)
            .AsNoTracking()
            .ToPageAsync(page, http, row => new TabletContribution(row.Id, row.Kind, row.Title, row.Text, row.Language));
    }

    static async Task<Ok<MyPoints>> GiveAsync(
        string token,
        Guid turn,
        GivePoints give,
        ParticipationDb db,
        PointSpread spread,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var tablet = await FindAsync(db, token, time, ct);
        return TypedResults.Ok(await spread.GiveAsync(tablet.TopicAreaId, tablet.GiverOf(turn), give.Points, ct));
    }

    static async Task<Tablet> FindAsync(ParticipationDb db, string token, TimeProvider time, CancellationToken ct)
    {
        var (hash, now) = (HashOf(token), time.GetUtcNow());
        return await db.Tablets.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.EndsAt > now, ct)
            ?? throw new TabletLinkVoid();
    }

    static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <param name="Label">Where it stands, up to 100 characters.</param>
public sealed record OpenTablet([Required, MaxLength(100)] string Label);

/// <summary>A tablet with its link, which is shown this once.</summary>
/// <param name="Id">Id.</param>
/// <param name="Token">What the link says.</param>
/// <param name="Url">The link.</param>
/// <param name="EndsAt">Until when it is good.</param>
public sealed record OpenedTablet(Guid Id, string Token, string Url, DateTimeOffset EndsAt);

/// <summary>A shared tablet.</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">Where it stands.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="EndsAt">Until when its link is good.</param>
/// <param name="Valid">False once it was ended, or the prioritisation was closed.</param>
/// <param name="Turns">How many people have given points at it.</param>
public sealed record TabletDto(Guid Id, string Label, DateTimeOffset OpenedAt, DateTimeOffset EndsAt, bool Valid, int Turns);

/// <summary>What a tablet is for.</summary>
/// <param name="TopicArea">Title of the topic area.</param>
/// <param name="Open">True while points are given.</param>
/// <param name="PointsPerPerson">How many points each has.</param>
public sealed record TabletSeat(string TopicArea, bool Open, int PointsPerPerson);

/// <summary>A contribution at a tablet: its words alone.</summary>
/// <param name="Id">Id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">Its wording.</param>
/// <param name="Language">The language that it is written in (BCP 47).</param>
public sealed record TabletContribution(Guid Id, ContributionKind Kind, string? Title, string Text, string Language);

/// <summary>It was ended, or its time is over.</summary>
public sealed class TabletLinkVoid()
    : Problem(
        StatusCodes.Status404NotFound,
        "tablet-link-void",
        new("Dieser Link gilt nicht mehr", "This link is not valid any more"),
        new(
            "Die Priorisierung ist geschlossen, oder das Tablet wurde abgemeldet. Die Moderation kann einen neuen Link machen.",
            "The prioritisation is closed, or the tablet was signed off. The moderation can make a new link."
        )
    );

/// <summary>More than a topic area needs.</summary>
public sealed class TooManyTablets()
    : ConflictProblem(
        "too-many-tablets",
        new(
            "Ein Themenfeld hat höchstens 50 Tablets, abgemeldete mitgezählt.",
            "A topic area has 50 tablets at most, those signed off included."
        )
    );
