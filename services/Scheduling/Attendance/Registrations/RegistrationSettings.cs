using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Who sees who takes part.</summary>
public enum ListVisibility
{
    /// <summary>Staff alone.</summary>
    Staff,

    /// <summary>Also those who are confirmed: groups and organisations.</summary>
    Participants,

    /// <summary>Staff; and everybody the numbers, never more.</summary>
    Public,
}

/// <summary>
/// How people register for an event; its id is the event's. Its row is locked whenever seats are allotted, so that requests are served
/// one after the other. What is counted is not in it: its version changes only when the coordinator changes it.
/// </summary>
public sealed class RegistrationSettings : Aggregate
{
    public DateTimeOffset OpensAt { get; private set; }
    public DateTimeOffset ClosesAt { get; private set; }
    public int Capacity { get; private set; }
    public Dictionary<StakeholderGroup, int> Reserved { get; private set; } = [];
    public bool NeedsApproval { get; private set; }
    public ListVisibility ListVisibility { get; private set; }

    /// <summary>What the public calendar of dates says of it.</summary>
    public RegistrationNotice Notice => new(OpensAt, ClosesAt, Capacity);

    public static RegistrationSettings For(Event appointment) => new() { Id = appointment.Id };

    public void Set(SetRegistration wish, Event appointment, Seats taken, DateTimeOffset now)
    {
        appointment.RequireAhead();
        if (wish.Reserved.Values.Any(seats => seats is < 0 or > SetRegistration.MostSeats))
            throw new ReservedWrong();
        if (wish.Reserved.Values.Sum() is var sum && sum > wish.Capacity)
            throw new ReservedExceedsCapacity(sum, wish.Capacity);
        if (wish.ClosesAt <= wish.OpensAt)
            throw new WindowEmpty();
        // What was open can be closed at once; what was never open can't have been.
        if (wish.ClosesAt <= now && ClosesAt == default)
            throw new WindowPast();
        if (wish.ClosesAt > appointment.Start)
            throw new ClosesAfterStart(appointment.Start);
        if (wish.Capacity < taken.Total)
            throw new CapacityBelowTaken(wish.Capacity, taken);
        OpensAt = wish.OpensAt.ToUniversalTime();
        ClosesAt = wish.ClosesAt.ToUniversalTime();
        Capacity = wish.Capacity;
        Reserved = wish.Reserved.Where(row => row.Value > 0).ToDictionary();
        NeedsApproval = wish.NeedsApproval;
        ListVisibility = wish.ListVisibility;
    }

    public void RequireOpen(Event appointment, DateTimeOffset now, CivilTime time)
    {
        appointment.RequireAhead();
        if (now >= RegistrationEnd.Find(ClosesAt, appointment))
            throw new RegistrationClosed(time.Local(RegistrationEnd.Find(ClosesAt, appointment)));
        if (now < OpensAt)
            throw new RegistrationNotOpen(time.Local(OpensAt));
    }
}

sealed class RegistrationSettingsTable : IEntityTypeConfiguration<RegistrationSettings>
{
    public void Configure(EntityTypeBuilder<RegistrationSettings> settings)
    {
        settings.ToTable("registration_settings");
        settings.Ignore(row => row.Notice);
        settings.Property(row => row.Reserved).HasJson();
        settings.Property(row => row.ListVisibility).HasConversion<string>();
    }
}
