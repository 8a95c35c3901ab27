using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>Whose turn it is: marks made with the secret of the topic area, which nobody can make again once it is forgotten.</summary>
static class Turns
{
    /// <summary>Somebody with an account has one turn.</summary>
    public static IReadOnlyList<byte[]> OfAccount(this Representation representation, string account) =>
        [representation.Hash($"account {account}")];

    /// <summary>By a link as many as have contributed by it.</summary>
    public static IReadOnlyList<byte[]> OfLink(this Representation representation, byte[] linkHash, int uses) =>
        [.. Enumerable.Range(1, uses).Select(turn => representation.Hash($"link {Convert.ToHexStringLower(linkHash)} {turn}"))];

    public static byte[] OfSent(this Representation representation, Guid id) => representation.Hash($"sent {id:N}");

    /// <summary>Those of the turns that are taken.</summary>
    public static async Task<IReadOnlyList<byte[]>> TakenAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        IReadOnlyList<byte[]> turns,
        CancellationToken ct
    ) =>
        await db
            .RepresentationTurns.Where(row => row.TopicAreaId == topicAreaId && turns.Contains(row.Pseudonym))
            .Select(row => row.Pseudonym)
            .ToListAsync(ct);

    static byte[] Hash(this Representation representation, string what) =>
        HMACSHA256.HashData(
            representation.Secret ?? throw new InvalidOperationException("The secret is forgotten; nobody can answer any more."),
            Encoding.UTF8.GetBytes($"{representation.TopicAreaId:N} {what}")
        );
}
