using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Identity.Notices;

/// <summary>What Identity writes mails about.</summary>
static class AccountNotices
{
    public const string Invitation = "invitation",
        NewPassword = "new-password",
        PasswordChanged = "password-changed",
        SecondFactorChanged = "second-factor-changed";

    /// <summary>What is an account's own matter is no Landkreis'.</summary>
    public const string OfNoLandkreis = TenantContext.OfNoLandkreis;
}
