using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Rendering.Tests;

[Collection("one browser at a time")]
public sealed class When_a_request_is_refused(RenderingService service) : IClassFixture<RenderingService>
{
    static readonly object Good = new
    {
        html = "<p>x</p>",
        title = "T",
        language = "de",
    };

    [Fact]
    public async Task Empty_HTML_is_refused_in_the_readers_language()
    {
        var german = await service.ProblemAsync(
            "pdf",
            new
            {
                html = "  ",
                title = "T",
                language = "de",
            }
        );
        german.Status.ShouldBe(HttpStatusCode.BadRequest);
        german.Type.ShouldBe("/problems/rendering-empty-html");
        german.Detail.ShouldContain("kein HTML");
        (await service.ProblemAsync("pdf", new { title = "T", language = "de" }, "en-GB, de;q=0.5")).Detail.ShouldContain("no HTML");
    }

    [Fact]
    public async Task Title_and_language_are_needed()
    {
        (
            await service.ProblemAsync(
                "docx",
                new
                {
                    html = "x",
                    title = " ",
                    language = "de",
                }
            )
        ).Type.ShouldBe("/problems/rendering-missing-title");
        (
            await service.ProblemAsync(
                "docx",
                new
                {
                    html = "x",
                    title = "T",
                    language = "de --foo",
                }
            )
        ).Type.ShouldBe("/problems/rendering-invalid-language");
    }

    [Fact]
    public async Task Other_formats_do_not_exist() =>
        (await service.ProblemAsync("rtf", Good)).ShouldSatisfyAllConditions(
            p => p.Status.ShouldBe(HttpStatusCode.NotFound),
            p => p.Type.ShouldBe("/problems/rendering-unsupported-format")
        );

    [Fact]
    public async Task The_limit_is_exact_and_counts_bytes()
    {
        await using var small = RenderingService.With(("MaxHtmlBytes", "1000"));
        (
            await small.ProblemAsync(
                "docx",
                new
                {
                    html = new string('ä', 501),
                    title = "T",
                    language = "de",
                }
            )
        ).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await small.RenderAsync("docx", new string('ä', 500))).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Broken_JSON_is_a_problem_too()
    {
        using var content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        using var response = await service.CreateClient().PostAsync("/render/pdf", content);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!.ShouldStartWith("/problems/");
    }

    [Theory]
    [InlineData("pdf"), InlineData("docx")]
    public async Task A_document_that_takes_too_long_is_given_up_and_the_next_one_works(string format)
    {
        var clock = new ClockByHand();
        await using var hasty = RenderingService.With(clock);
        await hasty.RenderAsync(format, "<p>warm</p>");
        var before = Processes.Workers;
        var heavy = string.Concat(Enumerable.Repeat("<table><tr><td><p>Zelle mit <b>Text</b></p></td><td>mehr</td></tr></table>", 60_000));
        var refused = hasty.ProblemAsync(
            format,
            new
            {
                html = heavy,
                title = "T",
                language = "de",
            }
        );
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    refused.IsCompleted || Processes.Workers.Any(worker => worker.Value > before.GetValueOrDefault(worker.Key) + 20)
                ),
            "somebody works on it"
        );
        refused.IsCompleted.ShouldBeFalse("there is no answer before its time");
        clock.RunOut();
        var problem = await refused;
        problem.Type.ShouldBe("/problems/rendering-timeout");
        problem.Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        await hasty.RenderAsync(format, "<p>danach</p>");
    }

    [Fact]
    public async Task Missing_tools_are_named_and_health_says_why()
    {
        await using var bare = RenderingService.With(("ChromiumPath", "/nirgends/chromium"), ("PandocPath", "/nirgends/pandoc"));
        (await bare.ProblemAsync("pdf", Good)).Type.ShouldBe("/problems/rendering-browser-missing");
        (await bare.ProblemAsync("odt", Good)).Type.ShouldBe("/problems/rendering-pandoc-missing");
        using var health = await bare.CreateClient().GetAsync("/health");
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await health.Content.ReadAsStringAsync()).ShouldContain("Der Browser");
    }

    [Fact]
    public async Task Health_is_good_where_both_tools_work()
    {
        // The first look starts the browser, which may take longer than a look does.
        using (var pdf = await service.CreateClient().PostAsJsonAsync("/render/pdf", Good))
            pdf.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var health = await service.CreateClient().GetAsync("/health");
        var text = await health.Content.ReadAsStringAsync();
        health.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldContain("pandoc");
    }
}
