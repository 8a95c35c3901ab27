using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Persons;

/// <summary>
/// Somebody without an organisation who may be invited, because they agreed to it. Personal data: told to who manages organisations alone,
/// gone when the consent ends or is too old.
/// </summary>
public sealed class StakeholderPerson : Aggregate
{
    public required string Name { get; set; }
    public required StakeholderGroup Group { get; set; }
    public string? Email { get; private set; }

    /// <summary>The mail address as it is compared.</summary>
    public string? EmailKey { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>Languages that they speak (BCP 47).</summary>
    public List<string> Languages { get; set; } = [];
    public DateOnly ConsentedOn { get; private set; }

    /// <summary>How to turn to them, and since when one may.</summary>
    public Contact Contact => new(Name, Email, Phone, ConsentedOn);

    public void Reach(string? email, string? phone, DateOnly consentedOn)
    {
        Email = email?.Trim();
        EmailKey = email is null ? null : MailAddresses.KeyOf(email);
        Phone = phone;
        ConsentedOn = consentedOn;
    }
}

sealed class StakeholderPersonTable : IEntityTypeConfiguration<StakeholderPerson>
{
    public void Configure(EntityTypeBuilder<StakeholderPerson> person)
    {
        person.ToTable("stakeholder_persons");
        person.Ignore(row => row.Contact);
        person.Property(row => row.Name).HasMaxLength(200);
        person.Property(row => row.Group).HasConversion<string>();
        person.Property(row => row.Email).HasMaxLength(254);
        person.Property(row => row.EmailKey).HasMaxLength(254);
        person.Property(row => row.Phone).HasMaxLength(50);
        person.HasIndex(row => new { row.Tenant, row.EmailKey }).IsUnique();
        person.HasIndex(row => new
        {
            row.Tenant,
            row.Group,
            row.Id,
        });
        person.HasIndex(row => new { row.Tenant, row.ConsentedOn });
    }
}
