using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Identity.Members;

/// <summary>No such role.</summary>
public sealed class RoleUnknown(string role)
    : InvalidFieldProblem(
        "roles",
        new(
            $"Die Rolle „{role}“ gibt es nicht. Möglich sind: {string.Join(", ", Roles.OfTenant)}.",
            $"There is no role \"{role}\". Possible are: {string.Join(", ", Roles.OfTenant)}."
        )
    );

/// <summary>Nothing can be sent there.</summary>
public sealed class AddressUnusable()
    : InvalidFieldProblem(
        "userName",
        new(
            "An diese Adresse können wir keine Mail senden. Gemeint ist eine Adresse wie name@beispiel.de.",
            "We can't send mail to this address. Give one such as name@example.org."
        )
    );

/// <summary>Expired, forged, withdrawn, or accepted already.</summary>
public sealed class InvitationInvalid()
    : NotFoundProblem(
        "invitation-invalid",
        new(
            "Diese Einladung ist abgelaufen oder schon benutzt. Bitten Sie die Koordination um eine neue.",
            "This invitation has expired or was used already. Ask the coordination for a new one."
        )
    );

/// <summary>It needs nobody's agreement.</summary>
public sealed class ConfirmedAlready()
    : ConflictProblem(
        "confirmed-already",
        new(
            "Diese Einladung braucht keine Bestätigung (mehr); die Mail ist unterwegs.",
            "This invitation needs no confirmation (any more); its mail is on its way."
        )
    );

/// <summary>The same person twice, or a program.</summary>
public sealed class SecondPersonIsTheFirst()
    : ForbiddenProblem(
        "second-person-needed",
        new(
            "Eine zweite Person muss zustimmen: eine Koordination, die nicht selbst eingeladen hat, mit ihrem eigenen Konto.",
            "A second person has to agree: a coordinator who did not invite, with an account of their own."
        )
    );

/// <summary>Nobody would be left to invite anybody.</summary>
public sealed class LastCoordinator()
    : ConflictProblem(
        "last-coordinator",
        new(
            "Das ist die letzte Koordination dieses Landkreises. Laden Sie zuerst eine andere ein; sobald sie angenommen hat, geht es.",
            "This is the Landkreis' last coordinator. Invite another one first; as soon as they have accepted, this can be done."
        )
    );

/// <summary>Only the operator loosens.</summary>
public sealed class RulesOnlyTighter()
    : ConflictProblem(
        "rules-only-tighter",
        new(
            "Ein Landkreis kann diese Regeln verschärfen. Lockern kann sie nur die Betriebsstelle.",
            "A Landkreis can tighten these rules. Only the operator can loosen them."
        )
    );
