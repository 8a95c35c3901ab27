using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;

/// <summary>
/// That an offer is to be looked at when its time is over.
/// Requests only add such rows, the worker only deletes them: neither waits for the other, which holds the event's lock.
/// </summary>
public sealed class OfferDeadline : IDue
{
    public Guid Id { get; init; } = SequentialId.Next();
    public required string TenantSlug { get; init; }
    public required Guid EventId { get; init; }
    public required Guid RegistrationId { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    Guid IDue.DueId => Id;
}

sealed class OfferDeadlineTable : IEntityTypeConfiguration<OfferDeadline>
{
    public void Configure(EntityTypeBuilder<OfferDeadline> deadline)
    {
        deadline.Property(row => row.Id).ValueGeneratedNever();
        deadline.HasIndex(row => row.DueAt);
    }
}
