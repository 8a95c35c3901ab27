using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Boards;

/// <summary>
/// Who writes and puts dots, as one board alone knows them: a hash of the board and of the random key that their browser keeps (or of their
/// account), so that nobody is known again on another board.
/// </summary>
/// <param name="Id">The hash.</param>
/// <param name="Account">The account of somebody signed in.</param>
readonly partial record struct Participant(string Id, string? Account)
{
    public const string Header = "Participant-Key";

    /// <summary>By account on the way for people of the Landkreis, else by their key, where they sent one.</summary>
    public static Participant? Find(BoardWay way, Board board, HttpContext http, Caller caller)
    {
        if (way.Token is not null && http.Request.Headers[Header].ToString().Length > 0)
            return new(HashOf(board, $"key {KeyOf(http)}"), null);
        return caller.IsKnown ? OfAccount(board, caller.Id) : null;
    }

    /// <summary>The key that a browser keeps.</summary>
    public static string KeyOf(HttpContext http)
    {
        var key = http.Request.Headers[Header].ToString();
        return Key().IsMatch(key) ? key : throw new ParticipantKeyMalformed();
    }

    /// <summary>Somebody signed in.</summary>
    public static Participant OfAccount(Board board, string account) => new(HashOf(board, $"account {account}"), account);

    public static Participant Of(BoardWay way, Board board, HttpContext http, Caller caller) =>
        Find(way, board, http, caller) ?? throw new ParticipantKeyMalformed();

    static string HashOf(Board board, string who) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{board.Tenant} {board.Id} {who}")));

    /// <summary>At least 128 bits.</summary>
    [GeneratedRegex("^[A-Za-z0-9_-]{22,64}$")]
    private static partial Regex Key();
}

/// <summary>Nobody knows whose card it would be.</summary>
public sealed class ParticipantKeyMalformed()
    : InvalidFieldProblem(
        Participant.Header,
        new(
            "Senden Sie im Kopf Participant-Key einen zufälligen Schlüssel mit, den Ihr Gerät behält: 22 bis 64 Buchstaben, "
                + "Ziffern, - oder _.",
            "Send a random key that your device keeps in the header Participant-Key: 22 to 64 letters, digits, - or _."
        )
    );
