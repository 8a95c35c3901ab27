using System.Security.Cryptography;

namespace Integrationskonzept.Participation.Boards;

/// <summary>
/// 79 random bits in 16 letters and digits that nobody mistakes for others: short enough to be typed from the wall, too many to be guessed
/// while a board is open.
/// </summary>
static class BoardToken
{
    const int Length = 16;
    const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string Next() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>As it is stored, however it was typed: in groups, in capitals.</summary>
    public static string Read(string typed) => typed.Replace("-", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
}
