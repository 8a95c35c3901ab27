using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>Somebody with an account, who wants to know what is kept of them, or to be forgotten.</summary>
/// <param name="Id">Account id: the subject of its tokens.</param>
/// <param name="Address">Mail address as addresses are compared; empty if it is not known.</param>
/// <param name="AskedAt">When they asked to be forgotten; null if they did not.</param>
public sealed record Person(Guid Id, string Address, DateTimeOffset? AskedAt = null)
{
    /// <summary>What stands where somebody stood who is forgotten, in columns that need no difference between two of them.</summary>
    public const string Gone = "gone";

    /// <summary>What the pseudonyms of the forgotten begin with; a random id follows, another one in each row.</summary>
    public const string GonePrefix = "gone:";

    /// <summary>The id as services keep it.</summary>
    public string Subject { get; } = Id.ToString();

    /// <summary>
    /// Until when what is found by the address alone is theirs. What came later is somebody else's, or of their new account: an erasure
    /// that is asked for again must not take it.
    /// </summary>
    public DateTimeOffset Until => AskedAt ?? new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same for rows that tell their age by their id alone: theirs are smaller.</summary>
    public Guid UntilId => SequentialId.After(Until);

    /// <summary>By which it is known that somebody was forgotten: an account id can't be guessed from it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Subject)));

    /// <summary>Without what it holds: logs name nobody.</summary>
    public override string ToString() => nameof(Person);
}
