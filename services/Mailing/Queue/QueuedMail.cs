using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>How far a mail is.</summary>
public enum MailState
{
    /// <summary>Will be sent when it is due.</summary>
    Waiting,

    /// <summary>Is being handed to a server. Found so after a crash, nobody knows whether the server has it: it is in doubt.</summary>
    Sending,

    /// <summary>A server, or the pickup folder, has it.</summary>
    Sent,

    /// <summary>What it would have said was not true any more, or nobody is there to read it.</summary>
    Superseded,

    /// <summary>The receiving server knows no such mailbox.</summary>
    Bounced,

    /// <summary>Failed too often, or in doubt twice; an operator can redrive it.</summary>
    Parked,
}

/// <summary>
/// That a mail is to be sent; written in the transaction of what causes it. It names what it is about and holds neither address nor
/// content: these are looked up when it is sent. Carries the tenant as data, without a policy, so that one relay sends all.
/// </summary>
public sealed class QueuedMail
{
    public Guid Id { get; init; } = SequentialId.Next();
    public required string TenantSlug { get; init; }

    /// <summary>Unique within the tenant: the same cause never makes a second mail.</summary>
    public required string Key { get; init; }
    public required string Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required Guid Reference { get; init; }

    /// <summary>Which change of it.</summary>
    public required int Occasion { get; init; }
    public MailState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public int Attempts { get; init; }

    /// <summary>How often nobody knew whether the server has it.</summary>
    public int Doubts { get; init; }

    /// <summary>A status code; never what the server said, which may name the address.</summary>
    public string? LastError { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Which process has it at the moment.</summary>
    public Guid? Claim { get; init; }
}

static class QueueTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<QueuedMail>(mail =>
        {
            mail.ToTable("mails");
            mail.Property(row => row.Id).ValueGeneratedNever();
            mail.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            mail.Property(row => row.TenantSlug).HasMaxLength(63);
            mail.Property(row => row.Key).HasMaxLength(200);
            mail.Property(row => row.Kind).HasMaxLength(40);
            mail.Property(row => row.LastError).HasMaxLength(200);
            mail.HasIndex(row => new { row.TenantSlug, row.Key }).IsUnique();
            mail.HasIndex(row => row.DueAt).HasFilter("state in ('Waiting', 'Sending')");
            mail.HasIndex(row => row.SettledAt);
            mail.HasIndex(row => row.Reference);
        });
        model.Entity<AddressAllowance>(allowance =>
        {
            allowance.HasKey(row => row.Address);
            allowance.HasIndex(row => row.Until);
        });
    }
}
