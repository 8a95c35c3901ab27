using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>
/// That somebody was at an event, as a mark that only who knows the account's id can recognise; forgotten when the record is locked.
/// </summary>
public sealed class Presence : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid EventId { get; init; }
    public required string Mark { get; init; }
}

sealed class PresenceTable : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.HasKey(row => new
        {
            row.Tenant,
            row.EventId,
            row.Mark,
        });
        presence.Property(row => row.Mark).HasMaxLength(24);
    }
}
