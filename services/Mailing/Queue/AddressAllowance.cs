namespace Integrationskonzept.Mailing.Queue;

/// <summary>How many mails somebody has caused of late, or were caused to a mailbox, in all Landkreise together.</summary>
public sealed class AddressAllowance
{
    /// <summary>SHA-256 of the mailbox or caller: enough to count, not to write to.</summary>
    public required string Address { get; init; }
    public required int Mails { get; init; }
    public required DateTimeOffset Until { get; init; }
}
