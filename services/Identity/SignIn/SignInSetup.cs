using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Integrationskonzept.Identity.SignIn;

static class SignInSetup
{
    public const string Scheme = "account";

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<SignInMetrics>();
        services.AddAntiforgery(options => (options.Cookie.Name, options.FormFieldName) = ("antiforgery", "antiforgery"));
        services.AddAuthentication().AddCookie(Scheme, options =>
        {
            options.Cookie.Name = Scheme;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
        });
        return services;
    }
}

/// <summary>Sign-ins that were refused; a rise shows someone trying passwords.</summary>
sealed class SignInMetrics(IMeterFactory meters)
{
    readonly Counter<long> refused = meters.Create("Integrationskonzept.Identity").CreateCounter<long>("signins.refused");

    public void Refused() => refused.Add(1);
}
