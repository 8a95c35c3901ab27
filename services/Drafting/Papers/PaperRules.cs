using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>What must hold before an organization deals with a paper.</summary>
static class PaperRules
{
    public static void Require(PaperContent content, IReadOnlyList<Consultation> steps)
    {
        if (!steps.Any(step => step.Authoritative))
            throw new NoAuthoritativeOrganization();
        var dates = steps.Where(step => step.Date is not null).ToList();
        foreach (var (earlier, later) in dates.Zip(dates.Skip(1)))
            if (later.Date < earlier.Date)
                throw new DatesContradict(
                    $"{later.Organization} ({later.Date:dd.MM.yyyy}) vor {earlier.Organization} ({earlier.Date:dd.MM.yyyy})",
                    $"{later.Organization} ({later.Date:yyyy-MM-dd}) before {earlier.Organization} ({earlier.Date:yyyy-MM-dd})"
                );
        if (content.Date is { } date && dates.FirstOrDefault(step => step.Date < date) is { } first)
            throw new DatesContradict(
                $"Beratung am {first.Date:dd.MM.yyyy} vor dem Datum der Vorlage ({date:dd.MM.yyyy})",
                $"consultation on {first.Date:yyyy-MM-dd} before the paper's own date ({date:yyyy-MM-dd})"
            );
        if (content.Deadline is { } deadline && dates.FirstOrDefault(step => step.Date > deadline) is { } late)
            throw new DatesContradict(
                $"Frist {deadline:dd.MM.yyyy} vor der Beratung am {late.Date:dd.MM.yyyy}",
                $"deadline {deadline:yyyy-MM-dd} before the consultation on {late.Date:yyyy-MM-dd}"
            );
    }

    public static void Require(Decision decision, Consultation step, Paper paper)
    {
        var earliest =
            paper.Consultations.Where(other => other.Number < step.Number).Max(other => other.Decision?.DecidedOn) ?? paper.Content.Date;
        if (decision.DecidedOn < earliest)
            throw new DatesContradict(
                $"Beschluss am {decision.DecidedOn:dd.MM.yyyy} vor dem {earliest:dd.MM.yyyy}, als er frühestens fallen konnte",
                $"decision on {decision.DecidedOn:yyyy-MM-dd} before {earliest:yyyy-MM-dd}, the earliest day it could fall"
            );
        if (decision.Outcome == Outcome.AdoptedWithChanges == string.IsNullOrWhiteSpace(decision.ChangedResolution))
            throw new ChangedWordingMismatch();
        if (step.Authoritative && decision.Outcome == Outcome.Noted)
            throw new MustDecide(step);
    }
}

/// <summary>Dates that can't all be true.</summary>
public sealed class DatesContradict(string de, string en)
    : UnprocessableProblem(
        "dates-contradict",
        new(
            $"Die Daten widersprechen sich: {de}. Berichtigen Sie eines davon.",
            $"The dates contradict each other: {en}. Correct one of them."
        )
    );

/// <summary>No organization of the Beratungsfolge can decide.</summary>
public sealed class NoAuthoritativeOrganization()
    : UnprocessableProblem(
        "no-authoritative-organization",
        new(
            "In der Beratungsfolge fehlt das Gremium, das verbindlich beschließt (der Kreistag).",
            "The Beratungsfolge lacks the organization whose decision is binding (the Kreistag)."
        )
    );

/// <summary>A changed wording without such an outcome, or the other way round.</summary>
public sealed class ChangedWordingMismatch()
    : UnprocessableProblem(
        "changed-wording-mismatch",
        new(
            "Ein geänderter Wortlaut gehört zu „adoptedWithChanges“ und nur dazu.",
            "A changed wording goes with \"adoptedWithChanges\", and only with it."
        )
    );

/// <summary>The authoritative organization can't just take note.</summary>
public sealed class MustDecide(Consultation step)
    : UnprocessableProblem(
        "must-decide",
        new(
            $"{step.Organization} entscheidet verbindlich und kann nicht nur zur Kenntnis nehmen.",
            $"{step.Organization} is authoritative and can't merely take note."
        )
    );

/// <summary>Corrections come too late.</summary>
public sealed class PaperIsDecided(string reference)
    : ConflictProblem(
        "paper-in-consultation",
        new(
            $"{reference} ist bereits beraten und kann nicht mehr berichtigt werden.",
            $"{reference} has been before an organization already and can't be corrected any more."
        )
    );

/// <summary>The consultation has its result.</summary>
public sealed class AlreadyDecided(Consultation step)
    : ConflictProblem(
        "already-decided",
        new($"Für {step.Organization} ist schon ein Ergebnis festgehalten.", $"The result of {step.Organization} is recorded already.")
    );

/// <summary>The paper must pass the organizations in order.</summary>
public sealed class EarlierConsultationOpen(Consultation open)
    : ConflictProblem(
        "earlier-consultation-open",
        new(
            $"Zuerst muss das Ergebnis von {open.Organization} (Nr. {open.Number}) festgehalten werden.",
            $"The result of {open.Organization} (no. {open.Number}) must be recorded first."
        )
    );

/// <summary>The Beratungsfolge has no such step.</summary>
public sealed class ConsultationUnknown(int number)
    : NotFoundProblem(
        "consultation-unknown",
        new($"Die Beratungsfolge hat keine Nr. {number}.", $"The Beratungsfolge has no no. {number}.")
    );
