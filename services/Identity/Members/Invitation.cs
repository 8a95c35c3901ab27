using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Members;

/// <summary>
/// Roles in a Landkreis that an address is offered. Nobody has them before the mailbox's owner accepts by the link that only the mail
/// holds; whether the address has an account matters to nobody before that. Gone when accepted, withdrawn or expired.
/// </summary>
public sealed class Invitation : Aggregate
{
    /// <summary>Actor, where no person offers but the platform's configuration.</summary>
    public const string ByConfiguration = "configuration";

    internal static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    /// <summary>Mail address as <see cref="Account.NameOf"/> writes it.</summary>
    public required string UserName { get; init; }
    public List<string> Roles { get; private set; } = [];

    /// <summary>Subject of who offers them.</summary>
    public string InvitedBy { get; private set; } = "";

    /// <summary>Of the mail: de or en.</summary>
    public string Language { get; private set; } = "de";
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>No mail is sent before a second person has agreed.</summary>
    public bool NeedsSecondPerson { get; private set; }

    /// <summary>A second person has agreed to what is offered now.</summary>
    public bool IsConfirmed { get; private set; }

    bool IsForStaff => Roles.Any(ServiceDefaults.Authorization.Roles.OfStaff.Contains);

    /// <summary>The mailbox does not exist.</summary>
    public bool IsUndeliverable { get; private set; }

    /// <summary>Also anew, in place of what was offered before.</summary>
    /// <exception cref="SecondPersonIsTheFirst">Two are demanded, and a program would be the first.</exception>
    public void Offer(IReadOnlyList<string> roles, Caller by, string language, MemberRules rules, DateTimeOffset now)
    {
        Roles = [.. roles.Distinct().Order(StringComparer.Ordinal)];
        InvitedBy = by.Id;
        Language = language;
        ExpiresAt = now + ValidFor;
        IsUndeliverable = false;
        IsConfirmed = false;
        NeedsSecondPerson = rules.SecondPerson && IsForStaff;
        // Whoever holds a program's secret would be both persons.
        if (NeedsSecondPerson && by.Email is null && !by.PlatformRoles.Contains(ServiceDefaults.Authorization.Roles.Operator))
            throw new SecondPersonIsTheFirst();
    }

    /// <summary>To run the platform.</summary>
    public void OfferPlatform(DateTimeOffset now)
    {
        Roles = [ServiceDefaults.Authorization.Roles.Operator];
        InvitedBy = ByConfiguration;
        ExpiresAt = now + ValidFor;
        IsUndeliverable = false;
    }

    /// <exception cref="ConfirmedAlready">Nobody has to.</exception>
    /// <exception cref="SecondPersonIsTheFirst">It is who invited, or no person.</exception>
    public void Confirm(Caller caller, DateTimeOffset now)
    {
        if (!NeedsSecondPerson)
            throw new ConfirmedAlready();
        if (caller.Id == InvitedBy || caller.Email is null)
            throw new SecondPersonIsTheFirst();
        NeedsSecondPerson = false;
        IsConfirmed = true;
        ExpiresAt = now + ValidFor;
    }

    public void Bounced() => IsUndeliverable = true;

    /// <exception cref="InvitationInvalid">It can't be accepted (any more, or yet).</exception>
    public void Accept(Account account, MemberRules rules, DateTimeOffset now)
    {
        // The rules as they are now: an offer from before them needs a second person as well.
        if (NeedsSecondPerson || (rules.SecondPerson && IsForStaff && !IsConfirmed) || ExpiresAt <= now)
            throw new InvitationInvalid();
        if (Tenant == AccountNotices.OfNoLandkreis)
            account.IsOperator = true;
        else
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
