using Integrationskonzept.Portal.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_a_form_is_kept
{
    [Theory]
    [InlineData("https://fremd.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task One_that_another_site_sent_is_not(string? origin)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.Host = new("portal.example");
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.ContentLength = 10;
        http.Request.Headers.Origin = origin;
        var forms = new KeptForms(null!, new EphemeralDataProtectionProvider(), TimeProvider.System);
        (await forms.TryKeepAsync(http)).ShouldBeNull();
    }
}
