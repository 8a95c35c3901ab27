using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Integrationskonzept.Portal.Pages.Budgets;

/// <summary>What an event costs, by what the money is spent on.</summary>
static class BudgetPositions
{
    public static IEnumerable<(Position? Position, Amounts Amounts)> ByPosition(this EventBudget row) =>
        (row.Positions?.AdditionalData ?? new Dictionary<string, object>()).Select(one =>
            (Of(one.Key), one.Value as Amounts ?? Read((one.Value as UntypedObject)?.GetValue()))
        );

    static Position? Of(string key) =>
        Enum.TryParse<Position>(key, ignoreCase: true, out var position) && Enum.IsDefined(position) ? position : null;

    static Amounts Read(IDictionary<string, UntypedNode>? values) =>
        new()
        {
            Planned = Number(values, "planned"),
            Committed = Number(values, "committed"),
            Actual = Number(values, "actual"),
            Expected = Number(values, "expected"),
        };

    static double Number(IDictionary<string, UntypedNode>? values, string name) =>
        values?.TryGetValue(name, out var value) == true
            ? value switch
            {
                UntypedInteger whole => whole.GetValue(),
                UntypedLong whole => whole.GetValue(),
                UntypedDouble number => number.GetValue(),
                UntypedFloat number => number.GetValue(),
                UntypedDecimal number => (double)number.GetValue(),
                _ => 0,
            }
            : 0;

    public static Text Words(Position? position) =>
        position switch
        {
            Position.Moderation => new("Moderation", "Moderation"),
            Position.Venue => new("Raum", "Venue"),
            Position.Catering => new("Verpflegung", "Catering"),
            Position.Interpreting => new("Verdolmetschung", "Interpreting"),
            Position.Childcare => new("Kinderbetreuung", "Childcare"),
            Position.Material => new("Material", "Material"),
            Position.PublicRelations => new("Öffentlichkeitsarbeit", "Public relations"),
            Position.Travel => new("Fahrtkosten", "Travel"),
            _ => new("Sonstiges", "Other"),
        };
}
