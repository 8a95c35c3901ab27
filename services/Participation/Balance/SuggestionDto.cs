using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Balance;

/// <summary>Whom to invite to an event.</summary>
/// <param name="HasTargets">False if the Landkreis has no target shares: then nothing is suggested.</param>
/// <param name="Items">At most 50, of the most lacking group first; empty if no group is below its target, or the event has begun.</param>
public sealed record InvitationSuggestionsDto(bool HasTargets, IReadOnlyList<InvitationSuggestion> Items);

/// <summary>Who is suggested.</summary>
public enum SuggestedKind
{
    /// <summary>An organisation, by one of its contacts.</summary>
    Organisation,

    /// <summary>A person without organisation.</summary>
    Person,
}

/// <param name="Kind">Organisation or person.</param>
/// <param name="Id">Id of the organisation or person.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">The group that it belongs to, which lacks.</param>
/// <param name="Reason">Why it is suggested, in words.</param>
/// <param name="Contact">Whom to turn to; they agreed to it, three years ago at most.</param>
/// <param name="CanBeMailed">
/// True if the contact has a mail address to which an invitation can go; false: they are reached by telephone only, and somebody calls.
/// </param>
/// <param name="Languages">Languages spoken there (BCP 47).</param>
public sealed record InvitationSuggestion(
    SuggestedKind Kind,
    Guid Id,
    string Name,
    StakeholderGroup Group,
    string Reason,
    Contact Contact,
    bool CanBeMailed,
    IReadOnlyList<string> Languages
)
{
    internal static string Because(GroupShare lacking) =>
        (
            lacking.Percent is { } percent
                ? percent >= lacking.TargetPercent
                    ? new Text(
                        $"{lacking.Title} fehlt: knapp {percent} % statt {lacking.TargetPercent} %.",
                        $"{lacking.Title} lacks: just under {percent} % instead of {lacking.TargetPercent} %."
                    )
                    : new Text(
                        $"{lacking.Title} fehlt: {percent} % statt {lacking.TargetPercent} %.",
                        $"{lacking.Title} lacks: {percent} % instead of {lacking.TargetPercent} %."
                    )
                : new Text(
                    $"{lacking.Title} fehlt: noch ist niemand angemeldet, das Ziel ist {lacking.TargetPercent} %.",
                    $"{lacking.Title} lacks: nobody is registered yet, the target is {lacking.TargetPercent} %."
                )
        ).ToString();
}
