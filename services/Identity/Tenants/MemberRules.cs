namespace Integrationskonzept.Identity.Tenants;

/// <summary>What a Landkreis demands where roles of staff are concerned (coordinator, editor, moderator, council-office).</summary>
/// <param name="SecondPerson">Such roles are offered only when another coordinator has agreed.</param>
/// <param name="SecondFactor">Who has such a role signs in with a one-time code or a passkey, too.</param>
public sealed record MemberRules(bool SecondPerson = false, bool SecondFactor = false)
{
    internal bool IsLooserThan(MemberRules other) => (other.SecondPerson && !SecondPerson) || (other.SecondFactor && !SecondFactor);
}
