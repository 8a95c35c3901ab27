using System.Security.Cryptography;
using System.Text;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>Somebody with an account, who wants to know what is kept of them, or to be forgotten.</summary>
/// <param name="Id">Account id: the subject of its tokens.</param>
/// <param name="Address">Mail address as addresses are compared; empty if it is not known.</param>
public sealed record Person(Guid Id, string Address)
{
    /// <summary>What stands where somebody stood who is forgotten, in columns that need no difference between two of them.</summary>
    public const string Gone = "gone";

    /// <summary>What the pseudonyms of the forgotten begin with; a random id follows, another one in each row.</summary>
    public const string GonePrefix = "gone:";

    /// <summary>The id as services keep it.</summary>
    public string Subject { get; } = Id.ToString();

    /// <summary>By which it is known that somebody was forgotten: an account id can't be guessed from it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Subject)));

    /// <summary>Without what it holds: logs name nobody.</summary>
    public override string ToString() => nameof(Person);
}
