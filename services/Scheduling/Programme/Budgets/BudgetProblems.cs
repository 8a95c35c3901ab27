using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>An order without a bill is still open.</summary>
public sealed class SettledWithoutBill()
    : InvalidFieldProblem(
        "isSettled",
        new(
            "Beauftragt, aber nichts abgerechnet: tragen Sie die Rechnung ein, oder setzen Sie den Auftrag auf 0.",
            "Ordered, but nothing was billed: enter the bill, or set the order to 0."
        )
    );

/// <summary>What would be stored is another amount than was said.</summary>
public sealed class NotInCents()
    : InvalidFieldProblem(
        "amounts",
        new("Nennen Sie Beträge in Euro mit höchstens zwei Nachkommastellen.", "Give amounts in euros with two decimals at most.")
    );

/// <summary>Not an event of this mandate.</summary>
public sealed class EventOfOtherMandate()
    : InvalidFieldProblem(
        "eventId",
        new(
            "Diese Veranstaltung gehört nicht zu diesem Auftrag. GET …/events?mandateId=… nennt alle.",
            "This event is not of this mandate. GET …/events?mandateId=… lists all."
        )
    );

/// <summary>Sources give more than was granted, or say nothing.</summary>
public sealed class FundingWrong()
    : InvalidFieldProblem(
        "sources",
        new(
            "Jede Quelle nennt entweder einen Betrag oder einen Anteil in Prozent; Beträge haben höchstens zwei "
                + "Nachkommastellen und geben zusammen höchstens das Bewilligte, Anteile höchstens 100 Prozent.",
            "Each source gives either an amount or a share in percent; amounts have two decimals at most and are no more "
                + "together than what was granted, shares no more than 100 percent."
        )
    );

/// <summary>A budget is not a ledger.</summary>
public sealed class TooManyItems()
    : ConflictProblem(
        "too-many-budget-items",
        new(
            $"Ein Auftrag hat höchstens {BudgetTables.MostItems} Posten. Fassen Sie Posten zusammen.",
            $"A mandate has at most {BudgetTables.MostItems} items. Combine items."
        )
    );
