using Integrationskonzept.Portal.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_a_form_is_kept
{
    const string Own = "https://portal.example";

    readonly EphemeralDataProtectionProvider protection = new();

    [Theory]
    [InlineData("https://fremd.example")]
    [InlineData("null")]
    [InlineData(null)]
    public Task One_that_another_site_sent_is_not(string? origin) => IsNotKeptAsync(Sent(origin, Known()));

    [Fact]
    public Task One_of_a_browser_with_which_nobody_has_signed_in_is_not() => IsNotKeptAsync(Sent(Own, ""));

    [Fact]
    public Task One_with_a_forged_cookie_is_not() => IsNotKeptAsync(Sent(Own, $"{Known().Split('=')[0]}=AAAA"));

    [Fact]
    public async Task Of_one_that_is_kept_all_but_passwords_goes_to_the_database()
    {
        // Here it gets as far as the database, which there is none of.
        var forms = new KeptForms(null!, protection, TimeProvider.System);
        await Should.ThrowAsync<NullReferenceException>(() => forms.TryKeepAsync(Sent(Own, Known())));
        KeptField.IsSecret("Form.Secret").ShouldBeTrue();
        KeptField.IsSecret("Form.Name").ShouldBeFalse();
    }

    async Task IsNotKeptAsync(HttpContext http) =>
        (await new KeptForms(null!, protection, TimeProvider.System).TryKeepAsync(http)).ShouldBeNull();

    static DefaultHttpContext Sent(string? origin, string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.Scheme = "https";
        http.Request.Host = new("portal.example");
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.ContentLength = 0;
        http.Request.Headers.Origin = origin;
        http.Request.Headers.Cookie = cookie;
        return http;
    }

    string Known()
    {
        var signedIn = new DefaultHttpContext();
        KeptForms.Know(signedIn, protection);
        return signedIn.Response.Headers.SetCookie.ToString().Split(';')[0];
    }
}
