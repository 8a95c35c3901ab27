using System.Diagnostics;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Gateway.Tests;

public sealed class When_requests_come_in : IAsyncLifetime
{
    GatewayUnderTest gateway = null!;

    public async ValueTask InitializeAsync() =>
        gateway = await GatewayUnderTest.StartAsync(settings: [("Edge:AllowedHosts", "konzept.example, andere.example")]);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task The_resource_decides_which_service_answers()
    {
        using var client = gateway.Client();
        (string Service, string[] Paths)[] owners =
        [
            (
                "identity",
                [
                    "/connect/token",
                    "/.well-known/openid-configuration",
                    "/api/v1/tenants",
                    "/api/v1/tenants/musterkreis",
                    "/api/v1/musterkreis/members",
                ]
            ),
            (
                "drafting",
                ["/api/v1/musterkreis/papers", "/api/v1/musterkreis/papers/7?after=1&limit=2", "/api/v1/musterkreis/concepts/7/sections"]
            ),
            ("scheduling", ["/api/v1/musterkreis/plans", "/api/v1/musterkreis/events/7", "/musterkreis/calendar.ics"]),
            ("participation", ["/api/v1/musterkreis/topic-areas/7/contributions", "/api/v1/musterkreis/organisations"]),
            ("publication", ["/", "/musterkreis", "/musterkreis/konzept/1", "/barrierefreiheit", "/api/v1/musterkreis/editions"]),
        ];
        foreach (var (service, paths) in owners)
        foreach (var path in paths.Append($"/api/v1/operations/{service}/messages"))
        {
            var answer = await client.GetAsync(path).ReadAsync();
            answer["service"]!.GetValue<string>().ShouldBe(service, path);
            answer["path"]!.GetValue<string>().ShouldBe(path);
        }
    }

    [Fact]
    public async Task The_portal_has_its_pages_and_its_policy_and_no_part_of_the_api()
    {
        gateway.Services["portal"].Policy = "default-src 'self'";
        using var client = gateway.Client();
        foreach (var path in new[] { "/portal", "/portal/", "/portal/musterkreis/papers?after=1" })
        {
            var told = await client.GetAsync(path).ReadAsync();
            told["service"]!.GetValue<string>().ShouldBe("portal", path);
            told["path"]!.GetValue<string>().ShouldBe(path);
            using var answer = await client.GetAsync(path);
            answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'self'"]);
        }
    }

    [Fact]
    public async Task What_nobody_owns_is_not_found_and_asked_of_nobody()
    {
        using var client = gateway.Client();
        await client.GetAsync("/api/v1/musterkreis/no-such-resource").ProblemAsync(404, "not-found");
        await client.GetAsync("/api/v1/operations/rendering/messages").ProblemAsync(404, "not-found");
        gateway.Asked().ShouldBe(0);
    }

    [Fact]
    public async Task Services_see_the_host_that_was_asked_for_and_the_token()
    {
        using var client = gateway.Client(gateway.Issuer.Token(["musterkreis:editor"]));
        client.DefaultRequestHeaders.Host = "konzept.example";
        var answer = await client.GetAsync("/api/v1/musterkreis/papers").ReadAsync();
        answer["host"]!.GetValue<string>().ShouldBe("konzept.example");
        answer["authorization"]!.GetValue<string>().ShouldBe(client.DefaultRequestHeaders.Authorization!.ToString());
    }

    [Fact]
    public async Task The_trace_goes_on_behind_the_gateway()
    {
        using var caller = new Activity("caller") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        var trace = caller.TraceId;
        using var client = gateway.Client();
        (await client.GetAsync("/api/v1/musterkreis/papers").ReadAsync())["traceParent"]!
            .GetValue<string>()
            .ShouldStartWith($"00-{trace}-");
        (await client.GetAsync("/api/v1/musterkreis/no-such-resource").ProblemAsync(404, "not-found"))["traceId"]!
            .GetValue<string>()
            .ShouldBe(trace.ToString());
    }

    [Theory]
    [InlineData("/musterkreis", 200)]
    [InlineData("/api/v1/musterkreis/papers", 200)]
    [InlineData("/api/v1/musterkreis/no-such-resource", 404)]
    [InlineData("/docs/", 200)]
    [InlineData("/musterkreis/events/01a2071c-0003-7000-aebf-cac7cd9cd0df/registration", 200)]
    [InlineData("/musterkreis/polls/01a2071c-0003-7000-aebf-cac7cd9cd0df", 200)]
    [InlineData("/musterkreis/polls/01a2071c-0003-7000-aebf-cac7cd9cd0df/more", 200)]
    [InlineData("/api/v1/musterkreis/polls/01a2071c-0003-7000-aebf-cac7cd9cd0df", 200)]
    public async Task Every_answer_carries_the_security_headers(string path, int status)
    {
        using var client = gateway.Client();
        using var answer = await client.GetAsync(path);
        ((int)answer.StatusCode).ShouldBe(status);
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("frame-ancestors 'none'");
        // Scripts: in the API's docs, and on the two pages that read a link's token; our own files only there.
        var isForm = path.StartsWith("/musterkreis/", StringComparison.Ordinal) && !path.EndsWith("/more", StringComparison.Ordinal);
        policy
            .Contains("script-src 'none'", StringComparison.Ordinal)
            .ShouldBe(!isForm && !path.StartsWith("/docs", StringComparison.Ordinal));
        policy.Contains("script-src 'self';", StringComparison.Ordinal).ShouldBe(isForm);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["strict-origin-when-cross-origin"]);
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_have_no_styles_of_their_own_unless_their_service_says_which()
    {
        using var client = gateway.Client();
        (await PolicyAsync("/musterkreis")).ShouldSatisfyAllConditions(
            policy => policy.ShouldContain("style-src 'self';"),
            policy => policy.ShouldContain("form-action 'self';")
        );
        gateway.Services["identity"].Policy = "default-src 'none'; form-action 'self' https://portal.example";
        (await PolicyAsync("/account/sign-in")).ShouldBe(gateway.Services["identity"].Policy);

        async Task<string> PolicyAsync(string path)
        {
            using var answer = await client.GetAsync(path);
            return answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task No_token_is_fine_and_a_bad_one_is_refused_at_the_door()
    {
        using var anonymous = gateway.Client();
        await anonymous.GetAsync("/api/v1/musterkreis/papers").ReadAsync();
        var before = gateway.Asked();

        string[] bad =
        [
            "rubbish",
            gateway.Issuer.Token([], lifetime: TimeSpan.FromMinutes(-5)),
            gateway.Issuer.Token([], issuer: "https://elsewhere.example/"),
            gateway.Issuer.Token([], audience: "something-else"),
        ];
        foreach (var token in bad)
        {
            using var client = gateway.Client(token);
            using var answer = await client.GetAsync("/api/v1/musterkreis/papers");
            answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
            answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
            await Task.FromResult(answer).ProblemAsync(401, "unauthenticated");
        }
        gateway.Asked().ShouldBe(before);
    }

    [Fact]
    public async Task A_client_may_sign_in_with_its_secret_in_the_authorization_header()
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Authorization = new("Basic", "Y2xpZW50OnNlY3JldA==");
        (await client.PostAsync("/connect/token", null).ReadAsync())["service"]!.GetValue<string>().ShouldBe("identity");
    }

    [Fact]
    public async Task The_largest_paper_goes_through_and_more_does_not()
    {
        const int Limit = 6 * 1024 * 1024;
        using var client = gateway.Client();
        (await PostAsync(Limit).ReadAsync())["length"]!.GetValue<long>().ShouldBe(Limit);
        await PostAsync(Limit + 1).ProblemAsync(413, "too-large");

        Task<HttpResponseMessage> PostAsync(int length)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/musterkreis/papers")
            {
                Content = new ByteArrayContent(new byte[length]),
            };
            request.Headers.ExpectContinue = true; // so that the refusal comes before the content is sent
            return client.SendAsync(request);
        }
    }
}
