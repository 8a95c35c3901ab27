using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Members;

/// <summary>
/// Roles in a Landkreis that an address is offered. Nobody has them before the mailbox's owner accepts by the link that only the mail holds;
/// whether the address has an account matters to nobody before that. Gone when accepted, withdrawn or expired.
/// </summary>
public sealed class Invitation : Aggregate
{
    static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    /// <summary>Mail address, lower case.</summary>
    public required string UserName { get; init; }
    public List<string> Roles { get; private set; } = [];

    /// <summary>Subject of who offers them.</summary>
    public string InvitedBy { get; private set; } = "";

    /// <summary>Of the mail: de or en.</summary>
    public string Language { get; private set; } = "de";
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>No mail is sent before a second person has agreed.</summary>
    public bool NeedsSecondPerson { get; private set; }

    /// <summary>The mailbox does not exist.</summary>
    public bool IsUndeliverable { get; private set; }

    /// <summary>Also anew, in place of what was offered before.</summary>
    public void Offer(IReadOnlyList<string> roles, string by, string language, MemberRules rules, DateTimeOffset now)
    {
        Roles = [.. roles.Distinct().Order(StringComparer.Ordinal)];
        (InvitedBy, Language, ExpiresAt, IsUndeliverable) = (by, language, now + ValidFor, false);
        NeedsSecondPerson = rules.SecondPerson && Roles.Any(ServiceDefaults.Authorization.Roles.OfStaff.Contains);
    }

    /// <exception cref="ConfirmedAlready">Nobody has to.</exception>
    /// <exception cref="SecondPersonIsTheFirst">It is who invited, or no person.</exception>
    public void Confirm(Caller caller, DateTimeOffset now)
    {
        if (!NeedsSecondPerson) throw new ConfirmedAlready();
        if (caller.Id == InvitedBy || caller.Email is null) throw new SecondPersonIsTheFirst();
        (NeedsSecondPerson, ExpiresAt) = (false, now + ValidFor);
    }

    public void Bounced() => IsUndeliverable = true;

    /// <exception cref="InvitationInvalid">It can't be accepted (any more, or yet).</exception>
    public void Accept(Account account, DateTimeOffset now)
    {
        if (NeedsSecondPerson || ExpiresAt <= now) throw new InvitationInvalid();
        foreach (var role in Roles.Where(role => !account.Memberships.Any(own => own.TenantSlug == Tenant && own.Role == role)))
            account.Memberships.Add(new() { TenantSlug = Tenant, Role = role });
    }
}

sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(row => row.UserName).HasMaxLength(254);
        invitation.Property(row => row.InvitedBy).HasMaxLength(100);
        invitation.Property(row => row.Language).HasMaxLength(2);
        invitation.HasIndex(row => new { row.Tenant, row.UserName }).IsUnique();
        invitation.HasIndex(row => new { row.Tenant, row.ExpiresAt });
    }
}
