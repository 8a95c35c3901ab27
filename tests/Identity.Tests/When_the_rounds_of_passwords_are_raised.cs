using System.Net;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_the_rounds_of_passwords_are_raised(IdentityService service)
{
    [Fact]
    public async Task The_next_sign_in_stores_the_password_anew_and_none_fails_by_that()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var old = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 10 })).HashPassword(
            new(),
            Given.Password
        );
        await Database.ExecuteAsync(service.AdminConnection, $"update accounts set password_hash = '{old}' where user_name = '{name}'");

        using (var wrong = await new AccountBrowser(service).SignInAsync(name, "falsch"))
            ((int)wrong.StatusCode).ShouldBe(422);
        (await service.RoundsAsync(name)).ShouldBe(10);
        var browsers = Enumerable.Range(0, 4).Select(_ => new AccountBrowser(service)).ToList();
        foreach (var signedIn in await Task.WhenAll(browsers.Select(browser => browser.SignInAsync(name, Given.Password))))
            signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await service.RoundsAsync(name)).ShouldBe(1000);
        foreach (var browser in browsers)
            (await browser.IsSignedInAsync()).ShouldBeTrue();
    }
}
