using System.Net;
using System.Text.RegularExpressions;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_the_page_for_signing_in_is_asked_for(IdentityService service)
{
    const string Registered = "http://localhost:5173/callback";

    [Theory]
    [InlineData("developer", Registered, "form-action 'self' http://localhost:5173;")]
    [InlineData("developer", "https://evil.example/callback", "form-action 'self';")]
    [InlineData("nobody", Registered, "form-action 'self';")]
    public async Task Its_form_leads_to_us_and_to_the_front_end_that_asked(string client, string redirect, string expected)
    {
        using var browser = Browser();
        var returnUrl = Uri.EscapeDataString($"/connect/authorize?client_id={client}&redirect_uri={Uri.EscapeDataString(redirect)}");
        using var page = await browser.GetAsync($"/account/sign-in?returnUrl={returnUrl}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public async Task Letters_in_the_way_back_are_no_fault()
    {
        using var browser = Browser();
        var account = service.Development(null, "operator");
        using var signedIn = await PostAsync(
            browser,
            "/ü",
            account.GetProperty("userName").GetString()!,
            account.GetProperty("password").GetString()!
        );
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        signedIn.Headers.GetValues("Location").ShouldBe(["/%C3%BC"]);
    }

    [Fact]
    public async Task NUL_in_a_form_is_refused()
    {
        using var browser = Browser();
        // The framework refuses it where it reads a form that is encoded as an address, and lets it pass in parts.
        await PostAsync(browser, "/", "a\0b", "c").ProblemAsync(400, "unreadable-request");
        await service
            .Client(null)
            .PostAsync("/connect/token", Given.Form(("grant_type", "client_credentials"), ("client_id", "a\0b")))
            .ProblemAsync(400, "unreadable-request");
        using var parts = new MultipartFormDataContent { { new StringContent("a\0b"), "userName" } };
        await browser.PostAsync("/account/sign-in", parts).ProblemAsync(400, "not-text");
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("203.0.113.7", false)]
    public async Task Cookies_are_secure_where_the_gateway_says_https_and_nobody_else(string from, bool secure)
    {
        var answer = await service.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
            context.Request.Method = "GET";
            context.Request.Path = "/account/sign-in";
            context.Request.Headers["X-Forwarded-Proto"] = "https";
            context.Request.Host = new("localhost");
        });
        answer.Response.StatusCode.ShouldBe(StatusCodes.Status200OK);
        answer.Response.Headers.SetCookie.ToString().Contains("secure", StringComparison.Ordinal).ShouldBe(secure);
    }

    [Fact]
    public async Task Its_keys_are_in_the_database_encrypted()
    {
        using var browser = Browser();
        await browser.GetStringAsync("/account/sign-in");
        var key = (string)
            (await Database.ExecuteAsync(service.AdminConnection, "select xml from protection_keys order by id desc limit 1"))!;
        key.ShouldContain("<sealed key=");
        key.ShouldNotContain("<masterKey");
    }

    HttpClient Browser() =>
        service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string returnUrl, string userName, string password)
    {
        var html = await browser.GetStringAsync("/account/sign-in");
        var token = WebUtility.HtmlDecode(Regex.Match(html, "name=\"antiforgery\" value=\"([^\"]*)\"").Groups[1].Value);
        return await browser.PostAsync(
            "/account/sign-in",
            Given.Form(("antiforgery", token), ("returnUrl", returnUrl), ("userName", userName), ("password", password))
        );
    }
}
