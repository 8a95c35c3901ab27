using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Mail;

/// <summary>Whom a Landkreis writes as, as it is written; the password never comes back.</summary>
public sealed class SenderForm
{
    public int Version { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? ReplyTo { get; set; }
    public string? BounceAddress { get; set; }
    public string? Host { get; set; }
    public string? Port { get; set; }
    public string? Security { get; set; }
    public string? User { get; set; }
    public string? Secret { get; set; }

    public static SenderForm Of(SenderDto sender) =>
        new()
        {
            Version = sender.Version!.Value,
            Name = sender.Name,
            Address = sender.Address,
            ReplyTo = sender.ReplyTo,
            BounceAddress = sender.BounceAddress,
            Host = sender.Server?.Host,
            Port = sender.Server?.Port?.ToString(CultureInfo.InvariantCulture),
            Security = (sender.Server?.Security ?? SmtpSecurity.StartTls).ToString(),
            User = sender.Server?.User,
        };

    public SetSender ToSender() =>
        new()
        {
            Name = Name ?? "",
            Address = Address ?? "",
            ReplyTo = ReplyTo.OrNull(),
            BounceAddress = BounceAddress.OrNull(),
            Server = Host.OrNull() is { } host
                ? new()
                {
                    Host = host,
                    Port = Port.ToWhole("server.port"),
                    Security = Security.ToChoice<SmtpSecurity>(),
                    User = User.OrNull(),
                    Secret = string.IsNullOrEmpty(Secret) ? null : Secret,
                }
                : null,
        };
}
