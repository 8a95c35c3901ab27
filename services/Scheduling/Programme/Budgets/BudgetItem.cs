using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>What money is spent on (Kostenart).</summary>
public enum Position
{
    Moderation,
    Venue,
    Catering,
    Interpreting,
    Childcare,
    Material,
    PublicRelations,
    Travel,
    Other,
}

/// <summary>
/// Money for one thing: planned, then committed by an order, then billed. What an event costs by its plan needs no item: items come on top.
/// </summary>
public sealed class BudgetItem : Aggregate
{
    public required Guid MandateId { get; init; }
    public Guid? EventId { get; private set; }
    public Position Position { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Number of an order or bill, for the proof of use.</summary>
    public string? Reference { get; private set; }
    public decimal Planned { get; private set; }
    public decimal Committed { get; private set; }
    public decimal Actual { get; private set; }

    /// <summary>Nothing more will be billed: what was billed is what it cost.</summary>
    public bool IsSettled { get; private set; }

    public void Set(SetBudgetItem wish)
    {
        if (new[] { wish.Planned, wish.Committed, wish.Actual }.Any(euros => !IsInCents(euros)))
            throw new NotInCents();
        if (wish.IsSettled && wish.Actual == 0 && wish.Committed > 0)
            throw new SettledWithoutBill();
        EventId = wish.EventId;
        Position = wish.Position;
        Text = wish.Text.Trim();
        Reference = Words.OrNull(wish.Reference);
        Planned = wish.Planned;
        Committed = wish.Committed;
        Actual = wish.Actual;
        IsSettled = wish.IsSettled;
    }

    internal static bool IsInCents(decimal euros) => decimal.Round(euros, 2) == euros;
}

/// <summary>Where the money comes from; its id is the mandate's.</summary>
public sealed class Funding : Aggregate
{
    public List<FundingSource> Sources { get; set; } = [];

    public static Funding For(Guid mandateId) => new() { Id = mandateId };
}

sealed class BudgetTables : IEntityTypeConfiguration<BudgetItem>, IEntityTypeConfiguration<Funding>
{
    public const int MostItems = 1000;

    public void Configure(EntityTypeBuilder<BudgetItem> item)
    {
        item.Property(row => row.Position).HasConversion<string>();
        item.Property(row => row.Text).HasMaxLength(200);
        item.Property(row => row.Reference).HasMaxLength(100);
        foreach (var name in new[] { nameof(BudgetItem.Planned), nameof(BudgetItem.Committed), nameof(BudgetItem.Actual) })
            item.Property<decimal>(name).HasPrecision(12, 2);
        item.HasIndex(row => new
        {
            row.Tenant,
            row.MandateId,
            row.Id,
        });
    }

    public void Configure(EntityTypeBuilder<Funding> funding) => funding.Property(row => row.Sources).HasJson();
}
