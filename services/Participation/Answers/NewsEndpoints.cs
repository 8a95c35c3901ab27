using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Answers;

/// <summary>How somebody wants to hear what becomes of their contributions: by mail, by a feed, or on their page alone.</summary>
static class NewsEndpoints
{
    public static void MapAnswerNews(this IEndpointRouteBuilder app)
    {
        var news = app.MapTenantApi("contributions/news", AnswerEndpoints.Tag).RequirePermission(Permissions.ContributionsSubmit);

        news.MapGet(
                "",
                async (ParticipationDb db, Caller caller, CancellationToken ct) =>
                    TypedResults.Ok(
                        NewsWish.Of(await db.NewsAddresses.AsNoTracking().SingleOrDefaultAsync(row => row.Person == caller.Id, ct))
                    )
            )
            .WithName("get-answer-news")
            .WithSummary("How the caller hears what becomes of their contributions");

        news.MapPut("", WishAsync)
            .WithName("wish-answer-news")
            .WithSummary("Asks for mails about answers, to the account's address, or for none any more");

        news.MapPost("feed", RenewAsync)
            .WithName("renew-answer-feed")
            .WithSummary("Makes the address of an Atom feed with the caller's answers; the one so far is void");

        app.MapTenantApi("answer-feeds/{token}", AnswerEndpoints.Tag)
            .MapGet("", AnswerFeed.ReadAsync)
            .AllowAnonymous()
            .Produces<string>(StatusCodes.Status200OK, AnswerFeed.MediaType)
            .WithName("get-answer-feed")
            .WithSummary("What became of somebody's contributions as Atom (RFC 4287), for whoever has the address");
    }

    static Task<Ok<NewsWish>> WishAsync(WishNews wish, ParticipationDb db, Caller caller, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                if (wish.ByMail && caller.Email is not { Length: > 0 })
                    throw new NoMailAddress();
                var row = await db.OwnAsync(caller, ct);
                row.Address = wish.ByMail ? caller.Email : null;
                row.Language = Language;
                if (row is { Address: null, FeedHash: null })
                    await db.ForgetAsync(row, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(NewsWish.Of(row));
            },
            ct
        );

    static Task<Ok<NewFeed>> RenewAsync(
        ParticipationDb db,
        Caller caller,
        TenantContext tenant,
        IConfiguration configuration,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
                (await db.OwnAsync(caller, ct)).FeedHash = HashOf(token);
                await db.SaveChangesAsync(ct);
                var path = $"api/v1/{tenant.Required}/answer-feeds/{token}";
                return TypedResults.Ok(new NewFeed(new Uri(PublicUrl.Of(configuration), path).AbsoluteUri));
            },
            ct
        );

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "de";

    /// <summary>The caller's row; two at once make one.</summary>
    static async Task<NewsAddress> OwnAsync(this ParticipationDb db, Caller caller, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"news/{caller.Id}"}, 0))", ct);
        var known = await db.NewsAddresses.SingleOrDefaultAsync(row => row.Person == caller.Id, ct);
        return known ?? db.NewsAddresses.Add(new() { Person = caller.Id, Language = Language }).Entity;
    }

    /// <summary>Nothing is kept of who wants to hear nothing.</summary>
    static async Task ForgetAsync(this ParticipationDb db, NewsAddress row, CancellationToken ct)
    {
        await db.NewsItems.Where(item => item.AddressId == row.Id).ExecuteDeleteAsync(ct);
        db.NewsAddresses.Remove(row);
    }
}

/// <param name="ByMail">True for mails to the account's address.</param>
public sealed record WishNews(bool ByMail);

/// <summary>How somebody hears what becomes of their contributions.</summary>
/// <param name="ByMail">They get mails.</param>
/// <param name="Address">Where these go.</param>
/// <param name="HasFeed">They have a feed.</param>
public sealed record NewsWish(bool ByMail, string? Address, bool HasFeed)
{
    internal static NewsWish Of(NewsAddress? row) => new(row?.Address is not null, row?.Address, row?.FeedHash is not null);
}

/// <summary>A feed's address, shown this once.</summary>
/// <param name="Url">The address; whoever has it reads the feed.</param>
public sealed record NewFeed(string Url);

/// <summary>Integrations have none.</summary>
public sealed class NoMailAddress()
    : UnprocessableProblem(
        "no-mail-address",
        new("Ihr Konto hat keine Mailadresse. Nutzen Sie stattdessen den Feed.", "Your account has no mail address. Use the feed instead.")
    );
