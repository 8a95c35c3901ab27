using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Its time is over.</summary>
public sealed class LinkExpired()
    : ConflictProblem(
        "link-expired",
        new(
            "Dieser Link ist abgelaufen. Für eine Anmeldung bekommen Sie einen neuen, wenn Sie sich noch einmal anmelden; "
                + "sonst hilft Ihnen die Koordination.",
            "This link has expired. To register, start again to get a new one; otherwise the coordinator can help you."
        )
    );

/// <summary>It was used, or something newer has taken its place.</summary>
public sealed class LinkUsed()
    : ConflictProblem(
        "link-used",
        new(
            "Dieser Link wurde schon benutzt oder ist überholt. Die neueste Mail hat die Links, die gelten.",
            "This link was used already or is outdated. The newest mail has the links that are good."
        )
    );

/// <summary>A link for something else.</summary>
public sealed class LinkForOther(LinkPurpose purpose)
    : UnprocessableProblem(
        "link-for-other",
        new(
            "Dieser Link ist für etwas anderes. Nehmen Sie den passenden aus der Mail.",
            "This link is for something else. Take the right one from the mail."
        )
    )
{
    public override IReadOnlyDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?> { ["purpose"] = purpose };
}

/// <summary>Withdrawn or refused.</summary>
public sealed class RegistrationEnded()
    : ConflictProblem(
        "registration-ended",
        new("Diese Anmeldung ist beendet; sie lässt sich nicht mehr ändern.", "This registration has ended; it can't be changed any more.")
    );

/// <summary>Refuses the first that is no mail address, by its place.</summary>
static class InvitedAddresses
{
    public static void Require(IReadOnlyList<InvitePerson> people)
    {
        for (var index = 0; index < people.Count; index++)
            AddressWrong.Require($"addresses[{index}].address", people[index].Address);
    }
}

/// <summary>Nobody to ask.</summary>
public sealed class NobodyToInvite()
    : UnprocessableProblem("nobody-to-invite", new("Nennen Sie Adressen oder eine Gruppe.", "Give addresses or a group."));
