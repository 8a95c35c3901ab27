using Integrationskonzept.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.Tests;

/// <summary>What a check costs is counted, not timed: every sign-in has exactly one, whether or not there is anything to check.</summary>
public sealed class When_a_password_is_checked
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobodys_password_is_never_right()
    {
        using var passwords = new Passwords(Options.Create(new PasswordHasherOptions()));
        var hash = await passwords.HashAsync(Given.Password, "192.0.2.1", Ct);
        (await passwords.MatchesAsync(hash, Given.Password, "192.0.2.1", Ct)).ShouldBeTrue();
        (await passwords.MatchesAsync(hash, "falsch", "192.0.2.1", Ct)).ShouldBeFalse();
        (await passwords.MatchesAsync(null, Given.Password, "192.0.2.1", Ct)).ShouldBeFalse();
        (await passwords.MatchesAsync(null, "", "192.0.2.1", Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_comes_from_elsewhere_does_not_stand_behind_hundreds_from_one_address()
    {
        using var passwords = new Passwords(Options.Create(new PasswordHasherOptions()));
        var hash = passwords.Hash(Given.Password);
        var many = Enumerable.Range(0, 40).Select(_ => Task.Run(() => passwords.MatchesAsync(hash, "falsch", "192.0.2.1", Ct), Ct)).ToList();
        await Task.WhenAny(many);
        (await Task.Run(() => passwords.MatchesAsync(hash, Given.Password, "192.0.2.2", Ct), Ct)).ShouldBeTrue();
        many.Count(one => !one.IsCompleted).ShouldBeGreaterThan(20);
        await Task.WhenAll(many);
    }
}
