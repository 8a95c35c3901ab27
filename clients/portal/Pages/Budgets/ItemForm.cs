using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Budgets;

/// <summary>An item of the budget, as it is written.</summary>
public sealed class ItemForm
{
    public int Version { get; set; }
    public string? Position { get; set; }
    public string? Text { get; set; }
    public string? EventId { get; set; }
    public string? Reference { get; set; }
    public string? Planned { get; set; }
    public string? Committed { get; set; }
    public string? Actual { get; set; }
    public bool IsSettled { get; set; }

    public static ItemForm Of(BudgetItemDto item) =>
        new()
        {
            Version = item.Version!.Value,
            Position = item.Position.ToString(),
            Text = item.Text,
            EventId = item.EventId?.ToString(),
            Reference = item.Reference,
            Planned = item.Planned.ToField(),
            Committed = item.Committed.ToField(),
            Actual = item.Actual.ToField(),
            IsSettled = item.IsSettled == true,
        };

    public SetBudgetItem ToItem() =>
        new()
        {
            Position = Position.ToChoice<Position>(),
            Text = Text ?? "",
            EventId = EventId.ToId(),
            Reference = Reference.OrNull(),
            Planned = Planned.ToNumber("planned") ?? 0,
            Committed = Committed.ToNumber("committed") ?? 0,
            Actual = Actual.ToNumber("actual") ?? 0,
            IsSettled = IsSettled,
        };
}
