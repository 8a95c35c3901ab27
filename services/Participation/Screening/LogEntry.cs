using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Screening;

/// <summary>What was done in moderation.</summary>
public enum ModerationAct
{
    /// <summary>The rules hold something until somebody has looked at it.</summary>
    Held,

    /// <summary>A participant has pointed at it.</summary>
    Reported,

    /// <summary>Somebody looks at it.</summary>
    Claimed,

    /// <summary>Somebody else looks at it now.</summary>
    TakenOver,

    /// <summary>Nobody looks at it now.</summary>
    Released,

    /// <summary>All see it.</summary>
    Published,

    /// <summary>Only its author and moderators see it.</summary>
    Hidden,

    /// <summary>It stays as it is.</summary>
    ReportsRejected,

    /// <summary>Its author wants another look.</summary>
    Appealed,

    /// <summary>All see it again; or the person may contribute again.</summary>
    Restored,

    /// <summary>It stays hidden; or the person blocked.</summary>
    AppealRejected,

    /// <summary>Its author took it back before it was decided.</summary>
    Gone,

    /// <summary>A person may not contribute.</summary>
    Blocked,

    /// <summary>The person may again.</summary>
    Unblocked,

    /// <summary>The Landkreis has changed its rules.</summary>
    RulesChanged,

    /// <summary>A picture was taken from a contribution, and its words stayed.</summary>
    PictureRemoved,
}

/// <summary>
/// A line of the audit log: ids, kinds and reasons, never the words that it is about. Written in the transaction of what it tells;
/// the service's role can't change or delete it.
/// </summary>
public sealed class LogEntry : ITenantOwned, IIdentified, INamesPersons
{
    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required DateTimeOffset At { get; init; }
    public required ModerationAct Act { get; init; }

    /// <summary>Alias of who decided; null for the rules, for authors and for those who report. Said as account id.</summary>
    public string? Actor { get; set; }
    public ModeratedItem? Item { get; init; }
    public Guid? ItemId { get; init; }
    public Guid? CaseId { get; init; }
    public ReasonKind? Reason { get; init; }
    public string? ReasonText { get; init; }

    IEnumerable<Guid> INamesPersons.Persons => Guid.TryParse(Actor, out var person) ? [person] : [];

    void INamesPersons.UseAliases(IReadOnlyDictionary<Guid, Guid> aliases) =>
        Actor = Guid.TryParse(Actor, out var person) ? aliases[person].ToString() : Actor;

    /// <summary>The account behind the alias; of somebody who is forgotten the alias is all there is.</summary>
    public string? ActorIn(IReadOnlyDictionary<Guid, Guid> persons) =>
        Guid.TryParse(Actor, out var alias) && persons.TryGetValue(alias, out var person) ? person.ToString() : Actor;

    public static LogEntry Of(ModerationCase one, ModerationAct act, DateTimeOffset now, string? actor = null) =>
        new()
        {
            At = now,
            Act = act,
            Actor = actor,
            Item = one.Item,
            ItemId = one.ItemId,
            CaseId = one.Id,
            Reason = actor is null ? null : one.Reason,
            ReasonText = actor is null ? null : one.ReasonText,
        };
}

sealed class LogEntryTable : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> entry)
    {
        entry.ToTable("moderation_log", table => table.HasComment(AppendOnly.Mark));
        entry.HasKey(row => new { row.Tenant, row.Id });
        entry.Property(row => row.Id).ValueGeneratedNever();
        entry.Property(row => row.Act).HasConversion<string>();
        entry.Property(row => row.Item).HasConversion<string>();
        entry.Property(row => row.Reason).HasConversion<string>();
        entry.HasIndex(row => new
        {
            row.Tenant,
            row.ItemId,
            row.Id,
        });
        entry.HasIndex(row => new { row.Tenant, row.Actor });
    }
}
