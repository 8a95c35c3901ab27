using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Boards;

/// <summary>What is left of a card.</summary>
public enum CardState
{
    Standing,

    /// <summary>Whoever wrote it took it back: kept without words until the board closes, so that no repetition brings it back.</summary>
    TakenBack,

    /// <summary>A moderator took it away.</summary>
    Removed,
}

/// <summary>A card on a board; its id is made by whoever writes it, so that sending it twice is no second card.</summary>
public sealed class Card : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid BoardId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ColumnId { get; set; }
    public Guid? GroupId { get; private set; }

    /// <summary>Its place in its column: ascending.</summary>
    public required double Order { get; set; }
    public required string Text { get; set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Who wrote it, as this board alone knows them; forgotten when it closes.</summary>
    public required string? Writer { get; set; }

    /// <summary>Pseudonymous account id of someone signed in; a contribution that it becomes is theirs.</summary>
    public string? Account { get; set; }
    public required DateTimeOffset WrittenAt { get; init; }
    public int Dots { get; private set; }
    public CardState State { get; private set; }

    /// <summary>The contribution that it became.</summary>
    public Guid? ContributionId { get; private set; }

    public void RequireStanding()
    {
        if (State != CardState.Standing)
            throw new CardIsGone();
    }

    public void RequireWriter(string participant)
    {
        if (Writer != participant)
            throw new NotTheAuthor();
    }

    public void PutIn(Guid column, Guid? group, double order)
    {
        ColumnId = column;
        GroupId = group;
        Order = order;
    }

    public void CountDots(int change) => Dots += change;

    /// <summary>Words and person are gone at once.</summary>
    public void Go(CardState how)
    {
        State = how;
        Text = "";
        GroupId = null;
        Account = null;
        Dots = 0;
    }

    public void Become(Guid contribution) => ContributionId = contribution;
}

/// <summary>Cards that say much the same or belong together, under a title.</summary>
public sealed class CardGroup : Aggregate
{
    public required Guid BoardId { get; init; }
    public required Guid ColumnId { get; set; }
    public required string Title { get; set; }
}

/// <summary>The dots that somebody has put on a card; forgotten when the board closes, the card keeps their number.</summary>
public sealed class CardDots : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid BoardId { get; init; }
    public required string Participant { get; init; }
    public required Guid CardId { get; init; }
    public required int Dots { get; set; }
}

sealed class CardTables : IEntityTypeConfiguration<Card>, IEntityTypeConfiguration<CardGroup>, IEntityTypeConfiguration<CardDots>
{
    public void Configure(EntityTypeBuilder<Card> card)
    {
        card.ToTable("cards");
        card.HasKey(row => new
        {
            row.Tenant,
            row.BoardId,
            row.Id,
        });
        card.Property(row => row.Id).ValueGeneratedNever();
        card.Property(row => row.Text).HasMaxLength(BoardLimits.Card);
        card.Property(row => row.Language).HasMaxLength(LanguageTag.MaxLength);
        card.Property(row => row.State).HasConversion<string>();
        // How many somebody has written in the last minute.
        card.HasIndex(row => new
        {
            row.Tenant,
            row.BoardId,
            row.Writer,
            row.WrittenAt,
        });
        card.HasIndex(row => new
        {
            row.Tenant,
            row.BoardId,
            row.ColumnId,
            row.Order,
        });
        card.HasIndex(row => new
        {
            row.Tenant,
            row.BoardId,
            row.GroupId,
        });
        card.HasIndex(row => new { row.Tenant, row.Account }).HasFilter("account is not null");
    }

    public void Configure(EntityTypeBuilder<CardGroup> group)
    {
        group.ToTable("card_groups");
        group.Property(row => row.Title).HasMaxLength(Limits.Title);
        group.HasIndex(row => new { row.Tenant, row.BoardId });
    }

    public void Configure(EntityTypeBuilder<CardDots> dots)
    {
        dots.ToTable("card_dots");
        dots.HasKey(row => new
        {
            row.Tenant,
            row.BoardId,
            row.Participant,
            row.CardId,
        });
        dots.HasIndex(row => new
        {
            row.Tenant,
            row.BoardId,
            row.CardId,
        });
    }
}
