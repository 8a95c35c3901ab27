using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Telling.Senders;

/// <summary>In whose name a Landkreis writes, and by which server. One row per Landkreis.</summary>
public sealed class SenderSettings : Aggregate
{
    /// <summary>The same in every Landkreis: there is one.</summary>
    public static readonly Guid TheOne = new("00000000-0000-7000-8000-000000000001");

    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string? ReplyTo { get; private set; }
    public string? BounceAddress { get; private set; }
    public string? Host { get; private set; }
    public int Port { get; private set; }
    public SmtpSecurity Security { get; private set; }
    public string? User { get; private set; }

    /// <summary>Encrypted; never answered.</summary>
    public string? Secret { get; private set; }

    public static SenderSettings New() => new() { Id = TheOne };

    /// <summary>
    /// A secret that is not said stays, as long as it goes to the same server and user: it must not be sent elsewhere by a change of the
    /// host.
    /// </summary>
    public void Set(SetSender wish, Func<string, string> protect)
    {
        AddressWrong.Require("address", wish.Address);
        if (Words.OrNull(wish.ReplyTo) is { } answers)
            AddressWrong.Require("replyTo", answers);
        if (Words.OrNull(wish.BounceAddress) is { } bounces)
            AddressWrong.Require("bounceAddress", bounces);
        var sameServer = wish.Server is { } next && Host == next.Host && Port == next.Port && User == next.User;
        Secret =
            wish.Server?.Secret is { } secret ? protect(secret)
            : sameServer ? Secret
            : null;
        if (Secret is not null && wish.Server!.Security == SmtpSecurity.None)
            throw new SecretNeedsTls();
        Name = wish.Name.Trim();
        Address = wish.Address.Trim();
        ReplyTo = Words.OrNull(wish.ReplyTo);
        BounceAddress = Words.OrNull(wish.BounceAddress);
        Host = wish.Server?.Host;
        Port = wish.Server?.Port ?? 0;
        Security = wish.Server?.Security ?? default;
        User = wish.Server?.User;
    }

    /// <summary>As the relay needs it; without a server of its own the platform's takes its mails.</summary>
    public MailSender ToSender(MailSender platform, Func<string, string> unprotect) =>
        new()
        {
            Name = Name,
            Address = Address,
            ReplyTo = ReplyTo,
            BounceAddress = BounceAddress ?? (Host is null ? platform.BounceAddress : null),
            Smtp = Host is null ? platform.Smtp : new(Host, Port, Security, User, Secret is null ? null : unprotect(Secret)),
        };
}

sealed class SenderSettingsTable : IEntityTypeConfiguration<SenderSettings>
{
    public void Configure(EntityTypeBuilder<SenderSettings> sender)
    {
        sender.ToTable("sender_settings");
        sender.Property(row => row.Name).HasMaxLength(100);
        sender.Property(row => row.Address).HasMaxLength(254);
        sender.Property(row => row.ReplyTo).HasMaxLength(254);
        sender.Property(row => row.BounceAddress).HasMaxLength(254);
        sender.Property(row => row.Host).HasMaxLength(253);
        sender.Property(row => row.User).HasMaxLength(200).HasColumnName("user_name");
        sender.Property(row => row.Security).HasConversion<string>();
    }
}
