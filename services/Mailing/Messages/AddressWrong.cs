using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Mailing.Messages;

/// <summary>Not an address that mails can go to.</summary>
public sealed class AddressWrong(string field)
    : InvalidFieldProblem(field, new("Das ist keine Mailadresse.", "This is not a mail address."))
{
    /// <summary>Also what looks like one at first, such as one with a blank: mails could never be written.</summary>
    public static void Require(string field, string address)
    {
        if (!MailAddresses.IsValid(address.Trim()))
            throw new AddressWrong(field);
    }
}
