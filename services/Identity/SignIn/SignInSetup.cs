using System.Diagnostics.Metrics;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.SignIn;

static class SignInSetup
{
    public const string Scheme = "account";

    // What OWASP recommends for PBKDF2 with SHA-512.
    const int HashRounds = 210_000;

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<PasswordHasherOptions>(options =>
            options.IterationCount = builder.Configuration.GetValue("Identity:HashRounds", HashRounds)
        );
        services.AddSingleton(provider => new Passwords(
            provider.GetRequiredService<IOptions<PasswordHasherOptions>>(),
            builder.Configuration.GetValue<TimeSpan?>("Identity:SignInPatience")
        ));
        services.AddSingleton<SignInMetrics>().AddSingleton<KnownDevice>().AddSingleton<NewPasswordLinks>();
        services.AddScoped<Sessions>().AddScoped<Guesses>().AddScoped<PasswordChange>().AddScoped<PasswordRounds>();
        services.AddHousekeeping<SignInHousekeeping>();
        services.AddAntiforgery(options => (options.Cookie.Name, options.FormFieldName) = ("antiforgery", "antiforgery"));
        services
            .AddAuthentication()
            .AddCookie(
                Scheme,
                options =>
                {
                    options.Cookie.Name = Scheme;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.ExpireTimeSpan = Session.Lasts;
                    options.SlidingExpiration = false;
                    options.LoginPath = "/account/sign-in";
                    options.ReturnUrlParameter = "returnUrl";
                }
            );
    }
}

/// <summary>Sign-ins that were refused; a rise shows someone trying passwords.</summary>
sealed class SignInMetrics(IMeterFactory meters)
{
    readonly Counter<long> refused = meters.Create("Integrationskonzept.Identity").CreateCounter<long>("signins.refused");

    /// <param name="limited">Without a look at what was guessed, as there were too many guesses.</param>
    public void Refused(bool limited) => refused.Add(1, new KeyValuePair<string, object?>("limited", limited));
}
