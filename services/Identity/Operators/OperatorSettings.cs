using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Mailing.Messages;

namespace Integrationskonzept.Identity.Operators;

/// <summary>Who runs the platform: nobody inside of it can say, so its configuration does.</summary>
/// <param name="Addresses">Mail addresses (<c>Identity:Operators</c>, separated by commas).</param>
/// <param name="NeedSecondFactor">A password alone is not enough for them (<c>Identity:OperatorsNeedSecondFactor</c>; if not said, in
/// Development alone it is).</param>
sealed record OperatorSettings(IReadOnlyList<string> Addresses, bool NeedSecondFactor)
{
    const string List = "Identity:Operators";

    /// <exception cref="InvalidOperationException">An entry is no mail address.</exception>
    public static OperatorSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var entries = (configuration[List] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var names = entries.Select(Account.NameOf).ToList();
        // Its place, as an address stands in no log.
        if (names.FindIndex(name => !MailAddresses.IsValid(name)) is >= 0 and var wrong)
            throw new InvalidOperationException($"{List} must be mail addresses, separated by commas; number {wrong + 1} is none.");
        return new([.. names.Distinct()], configuration.GetValue("Identity:OperatorsNeedSecondFactor", !environment.IsDevelopment()));
    }
}
