using System.Xml.Linq;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Answers;

/// <summary>What became of somebody's contributions as Atom (RFC 4287).</summary>
static class AnswerFeed
{
    public const string MediaType = "application/atom+xml";
    const int Most = 100;
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<IResult> ReadAsync(
        string token,
        ParticipationDb db,
        TenantClock clock,
        IConfiguration configuration,
        HttpContext http,
        CancellationToken ct
    )
    {
        var hash = NewsEndpoints.HashOf(token);
        var owner =
            await db.NewsAddresses.AsNoTracking().SingleOrDefaultAsync(row => row.FeedHash == hash, ct) ?? throw new NotFoundProblem();
        var ids = await db
            .Contributions.Where(row => row.Author == owner.Person)
            .OrderByDescending(row => row.Id)
            .Select(row => row.Id)
            .Take(Most)
            .ToListAsync(ct);
        var (answered, landkreis) = (await db.AnsweredAsync(ids, ct), await clock.LandkreisAsync(ct));
        var portal = new Uri(PublicUrl.Of(configuration), $"portal/{landkreis.Slug}/");
        string Say(Text text) => owner.Language == "en" ? text.En : text.De;
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", owner.Language),
            new XElement(Atom + "id", $"urn:uuid:{owner.Id}"),
            new XElement(
                Atom + "title",
                Say(new($"Was aus meinen Beiträgen wurde: {landkreis.Name}", $"What became of my contributions: {landkreis.Name}"))
            ),
            new XElement(Atom + "updated", Moment(answered.Count > 0 ? answered.Max(one => one.At) : DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", landkreis.Centre)),
            answered.Select(one => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", $"urn:uuid:{one.Id}"),
                new XElement(Atom + "title", $"{one.Name}: {Say(one.InWords)}"),
                new XElement(Atom + "updated", Moment(one.At)),
                new XElement(
                    Atom + "link",
                    new XAttribute("href", new Uri(portal, $"topic-areas/{one.TopicAreaId}/contributions/{one.Id}").AbsoluteUri)
                ),
                new XElement(Atom + "summary", one.Reason)
            ))
        );
        http.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.Text(new XDocument(feed).ToString(), MediaType, System.Text.Encoding.UTF8);
    }

    static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
}
