using Microsoft.AspNetCore.Hosting;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_production_starts(IdentityService service)
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void It_refuses_development_accounts(string environment)
    {
        using var production = service.WithWebHostBuilder(host => host.UseEnvironment(environment));
        Should
            .Throw<InvalidOperationException>(() => production.Server)
            .Message.ShouldContain("must not be configured outside of Development");
    }

    [Fact]
    public void It_refuses_to_keep_keys_in_the_clear()
    {
        using var keyless = service.WithWebHostBuilder(host => host.UseSetting("DataProtection:Key", ""));
        Should
            .Throw<InvalidOperationException>(() => keyless.Server)
            .Message.ShouldContain("DataProtection:Key (32 bytes in base64) must be configured");
    }

    [Fact]
    public void It_refuses_to_sign_with_keys_that_nobody_configured()
    {
        using var keyless = service.WithWebHostBuilder(host => host.UseSetting("Identity:SigningKey", ""));
        Should.Throw<InvalidOperationException>(() => keyless.Server).Message.ShouldContain("Identity:SigningKey");
    }
}
