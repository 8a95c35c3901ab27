using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>
/// A person of an organisation to turn to. Personal data: kept until somebody removes it, told to who manages organisations alone.
/// </summary>
/// <param name="Name">Who, up to 200 characters.</param>
/// <param name="Email">Mail address; this or a telephone number is needed.</param>
/// <param name="Phone">Telephone number, up to 50 characters.</param>
/// <param name="ConsentedOn">The day on which the person agreed to be contacted; without it nobody may write to them.</param>
public sealed record Contact(
    [Required, MaxLength(200)] string Name,
    [MaxLength(254)] string? Email = null,
    [MaxLength(50)] string? Phone = null,
    DateOnly? ConsentedOn = null
)
{
    /// <summary>A number of another country in one way: <c>+49</c> for <c>0049</c>; a table would take the plus for a sum.</summary>
    internal static string Dialled(string phone) => phone.StartsWith("00", StringComparison.Ordinal) ? $"+{phone[2..]}" : phone;

    /// <summary>What is wrong with it, by field and in words; nothing if nothing is.</summary>
    internal (string Field, Text Words)? Fault(DateOnly today) =>
        Email is null && Phone is null
            ? (
                "email",
                new(
                    "Ein Kontakt braucht eine Mailadresse oder eine Telefonnummer.",
                    "A contact needs a mail address or a telephone number."
                )
            )
        : Email is { } address && !(MailAddress.TryCreate(address, out var read) && read.Address == address)
            ? ("email", new($"„{address}“ ist keine Mailadresse.", $"\"{address}\" is no mail address."))
        : ConsentedOn > today ? ("consentedOn", new("Die Einwilligung liegt in der Zukunft.", "The consent lies in the future."))
        : null;
}
