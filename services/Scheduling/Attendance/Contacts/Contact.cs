using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Attendance.Contacts;

/// <summary>How somebody who registered is reached. Kept apart from registrations, so that it can be forgotten without them.</summary>
public sealed class Contact : Aggregate
{
    internal const string GuestPrefix = "guest:";

    /// <summary>The account's pseudonymous id, or that of somebody without one.</summary>
    public required string Subject { get; init; }
    public required string Address { get; set; }

    /// <summary>The address as it is compared.</summary>
    public required string AddressKey { get; set; }
    public MailLanguage Language { get; set; }

    /// <summary>Key of the personal calendar, protected; made when it is first asked for.</summary>
    public string? CalendarKey { get; private set; }

    /// <summary>By which the calendar is found.</summary>
    public string? CalendarKeyHash { get; private set; }

    public static Contact OfAccount(string subject, string address, MailLanguage language) =>
        new()
        {
            Subject = subject,
            Address = address.Trim(),
            AddressKey = MailAddresses.KeyOf(address),
            Language = language,
        };

    public static Contact OfGuest(string address, MailLanguage language)
    {
        var id = SequentialId.Next();
        return new()
        {
            Id = id,
            Subject = GuestPrefix + id,
            Address = address.Trim(),
            AddressKey = MailAddresses.KeyOf(address),
            Language = language,
        };
    }

    public bool IsGuest => Subject.StartsWith(GuestPrefix, StringComparison.Ordinal);
}

/// <summary>The receiving server knows no such mailbox: nothing more is sent there. Without the address itself.</summary>
public sealed class UndeliverableAddress : Aggregate
{
    public required string AddressHash { get; init; }

    /// <summary>Status code (RFC 3463) of the refusal.</summary>
    public required string Code { get; init; }
    public required DateTimeOffset Since { get; init; }
}

sealed class ContactTables : IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<UndeliverableAddress>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.Property(row => row.Subject).HasMaxLength(200);
        contact.Property(row => row.Address).HasMaxLength(254);
        contact.Property(row => row.AddressKey).HasMaxLength(254);
        contact.Property(row => row.Language).HasConversion<string>();
        contact.Ignore(row => row.IsGuest);
        contact.HasIndex(row => new { row.Tenant, row.Subject }).IsUnique();
        contact
            .HasIndex(row => new { row.Tenant, row.AddressKey }, "ix_contacts_guest")
            .HasDatabaseName("ix_contacts_guest")
            .IsUnique()
            .HasFilter($"subject like '{Contact.GuestPrefix}%'");
        contact.HasIndex(row => new { row.Tenant, row.AddressKey });
        contact.HasIndex(row => new { row.Tenant, row.CalendarKeyHash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UndeliverableAddress> address)
    {
        address.Property(row => row.AddressHash).HasMaxLength(64);
        address.Property(row => row.Code).HasMaxLength(20);
        address.HasIndex(row => new { row.Tenant, row.AddressHash }).IsUnique();
    }
}
