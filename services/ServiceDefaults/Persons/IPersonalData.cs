namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// A class of data that a service keeps of people: what it is and how long it stays, what there is of somebody, how that is forgotten. All
/// within the current Landkreis. What is not named here is neither told nor forgotten, so a table that knows people belongs to one.
/// </summary>
public interface IPersonalData
{
    /// <summary>What it is.</summary>
    DataClass Class { get; }

    /// <summary>All that is kept of somebody, one record after the other; each is written as JSON.</summary>
    IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct);

    /// <summary>
    /// Ends what is still going on by the rules of the field, such as a seat that becomes free for others: in transactions of its own,
    /// before anything is forgotten. A second time does nothing.
    /// </summary>
    Task LeaveAsync(Person person, CancellationToken ct) => Task.CompletedTask;

    /// <summary>
    /// Forgets somebody, in the transaction that is open: what is theirs alone goes, of what others build on goes the person. A second time
    /// does nothing.
    /// </summary>
    /// <param name="person">Whom.</param>
    /// <param name="rows">Counts what is done, by table.</param>
    /// <param name="ct">Cancels.</param>
    Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct);
}

/// <summary>Which tables a class of data tells of and forgets; a test holds it against the tables that know people.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InChargeOfAttribute(params string[] tables) : Attribute
{
    /// <summary>As the database calls them.</summary>
    public IReadOnlyList<string> Tables => tables;
}

/// <summary>How many rows of which table an erasure has deleted, or taken the person from.</summary>
public sealed class ErasedRows
{
    readonly Dictionary<string, int> rows = [];

    /// <summary>By table, without those of which there were none.</summary>
    public IReadOnlyDictionary<string, int> ByTable => rows;

    /// <summary>Counts.</summary>
    public void Add(string table, int count)
    {
        if (count > 0)
            rows[table] = rows.GetValueOrDefault(table) + count;
    }

    internal void Add(IEnumerable<KeyValuePair<string, int>> others)
    {
        foreach (var (table, count) in others)
            Add(table, count);
    }
}
