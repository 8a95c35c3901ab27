using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Portal.Tests;

/// <summary>The portal's pages as a browser gets them, over an API that answers what the test says.</summary>
sealed partial class PortalUnderTest : WebApplicationFactory<Program>
{
    readonly Dictionary<string, (HttpStatusCode Status, string Body)> answers = [];

    /// <summary>What the portal sent to the API, but for what it only read.</summary>
    public List<(string What, string Body, string? Condition)> Sent { get; } = [];

    public PortalUnderTest Answers(string what, string body = "", HttpStatusCode status = HttpStatusCode.OK)
    {
        answers[what] = (status, body);
        return this;
    }

    public HttpClient Browser() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://localhost:8080/portal/") });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Portal:ClientSecret", "secret");
        builder.UseSetting("Platform:PublicUrl", "http://localhost:8080");
        builder.UseSetting("services:gateway:http:0", "http://gateway");
        builder.UseSetting("DataProtection:Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        builder.UseSetting("ConnectionStrings:portal", "Host=127.0.0.1;Port=1;Timeout=1"); // no page that is tried here needs it
        builder.UseSetting("Logging:LogLevel:Default", "None");
        builder.ConfigureTestServices(services =>
        {
            services.AddHttpClient("api").ConfigurePrimaryHttpMessageHandler(() => new Api(this));
            services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
            services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, SignedIn>("test", _ => { });
        });
    }

    /// <summary>The hidden fields of the form with that name, to be sent with what somebody fills in.</summary>
    public static Dictionary<string, string> FormIn(string page, string name)
    {
        var form = Forms().Matches(page).Select(match => match.Value).Single(text => text.Contains($"name=\"_handler\" value=\"{name}\""));
        return Hidden().Matches(form).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    sealed class Api(PortalUnderTest portal) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var what = $"{request.Method} {request.RequestUri!.AbsolutePath["/api/v1/".Length..]}";
            if (request.Method != HttpMethod.Get)
                portal.Sent.Add(
                    (
                        what,
                        request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct),
                        $"{request.Headers.IfMatch}{request.Headers.IfNoneMatch}"
                    )
                );
            var (status, body) = portal.answers.GetValueOrDefault(what, (HttpStatusCode.NotFound, """{"type":"/problems/not-found"}"""));
            var type = (int)status < 400 ? "application/json" : "application/problem+json";
            return new(status) { Content = new StringContent(body, Encoding.UTF8, type), RequestMessage = request };
        }
    }

    sealed class SignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(
                AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new("sub", "somebody")], "test")), "test"))
            );
    }
}
