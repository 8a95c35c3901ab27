using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.SignIn;

static class SignInSetup
{
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
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "antiforgery";
            options.FormFieldName = "antiforgery";
        });
        services
            .AddAuthentication()
            .AddCookie(
                Sessions.Scheme,
                options =>
                {
                    options.Cookie.Name = Sessions.Scheme;
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
