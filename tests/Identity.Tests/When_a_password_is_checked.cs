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
        using var passwords = new Passwords(Options.Create(new PasswordHasherOptions()), TimeSpan.FromMinutes(5));
        var hash = passwords.Hash(Given.Password);
        var many = Enumerable
            .Range(0, 40)
            .Select(_ => Task.Run(() => passwords.MatchesAsync(hash, "falsch", "192.0.2.1", Ct), Ct))
            .ToList();
        await Task.WhenAny(many);
        (await Task.Run(() => passwords.MatchesAsync(hash, Given.Password, "192.0.2.2", Ct), Ct)).ShouldBeTrue();
        many.Count(one => !one.IsCompleted).ShouldBeGreaterThan(20);
        await Task.WhenAll(many);
    }

    /// <summary>Three hundred at once, of whom an office of sixty people gets in; nobody waits for longer than the gateway does.</summary>
    [Fact]
    public async Task Who_would_wait_for_too_long_is_told_at_once()
    {
        using var passwords = new Passwords(Options.Create(new PasswordHasherOptions()), TimeSpan.FromMinutes(5));
        var first = await passwords.TurnAsync("192.0.2.1", Ct);
        var others = Enumerable.Range(0, 299).Select(_ => passwords.TurnAsync("192.0.2.1", Ct)).ToList();
        others.Count(one => one.IsFaulted).ShouldBe(239);
        await Should.ThrowAsync<SignInBusy>(others[^1]);
        first.Dispose();
        foreach (var office in others.Take(60))
            (await office).Dispose();
        (await passwords.TurnAsync("192.0.2.1", Ct)).Dispose();
    }

    /// <summary>On a slow machine sixty take longer than the gateway waits.</summary>
    [Fact]
    public async Task Who_has_waited_for_too_long_is_told_so()
    {
        using var passwords = new Passwords(Options.Create(new PasswordHasherOptions()), TimeSpan.FromMilliseconds(100));
        using (await passwords.TurnAsync("192.0.2.1", Ct))
            await Should.ThrowAsync<SignInBusy>(passwords.TurnAsync("192.0.2.1", Ct));
        (await passwords.TurnAsync("192.0.2.1", Ct)).Dispose();
    }
}
