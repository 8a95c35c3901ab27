using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>What is made with the secret of a survey: once it is forgotten, nobody can make it again.</summary>
static class SurveySecrets
{
    /// <summary>Somebody, in this survey alone.</summary>
    public static byte[] Pseudonym(this Survey survey, string who) => Hash(survey, $"turn {who}");

    public static string Account(string id) => $"account {id}";

    /// <summary>The id of an answer: nothing tells which one somebody sent, or when.</summary>
    public static Guid AnswerId(this Survey survey, Guid sent) => new(Hash(survey, $"answer {sent:N}").AsSpan(0, 16), bigEndian: true);

    /// <summary>
    /// The tokens of personal links. The same seed makes the same ones again, so that a repetition makes no more; it is not kept, and
    /// without it nobody can make them.
    /// </summary>
    public static IReadOnlyList<string> Tokens(this Survey survey, Guid seed, int count) =>
        [.. Enumerable.Range(1, count).Select(number => Base64Url.EncodeToString(Hash(survey, $"link {seed:N} {number}").AsSpan(0, 16)))];

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    static byte[] Hash(Survey survey, string what) =>
        HMACSHA256.HashData(survey.Secret ?? throw new SurveyNotOpen(survey.State), Encoding.UTF8.GetBytes($"{survey.Id:N} {what}"));
}
