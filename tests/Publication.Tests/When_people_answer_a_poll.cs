namespace Integrationskonzept.Publication.Tests;

public sealed class When_people_answer_a_poll(PublicationService service)
{
    [Theory]
    [InlineData("de", "Wann können Sie?", "Wenn es sein muss", "Antwort senden")]
    [InlineData("en", "When can you come?", "If need be", "Send the answer")]
    public async Task The_page_has_the_words_and_a_script_but_nothing_of_the_poll(
        string language,
        string heading,
        string choice,
        string button
    )
    {
        var tenant = await service.NewTenantAsync();
        var poll = Guid.CreateVersion7();
        var html = System.Net.WebUtility.HtmlDecode(
            await service.Client(null).GetStringAsync($"/{tenant}/polls/{poll}?culture={language}")
        );
        foreach (
            var words in new[]
            {
                $"<html lang=\"{language}\"",
                $">{heading}</h1>",
                choice,
                button,
                "role=\"status\"",
                "<fieldset>",
                "<noscript>",
                $"data-api=\"/api/v1/{tenant}\"",
            }
        )
            html.ShouldContain(words);
        html.Split("<script").Length.ShouldBe(2, "one script, and none in the page itself");
        html.ShouldContain("<script type=\"module\" src=\"/_site/poll.js\"></script>");
        html.ShouldNotContain(poll.ToString());
    }

    [Fact]
    public async Task Its_script_uses_only_what_the_page_has()
    {
        var answer = await service.Client(null).GetAsync("/_site/poll.js");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        var script = await answer.Content.ReadAsStringAsync();
        var html = await service.Client(null).GetStringAsync($"/{await service.NewTenantAsync()}/polls/{Guid.CreateVersion7()}");
        var ids = System
            .Text.RegularExpressions.Regex.Matches(script, @"(?:element|words)\(""([\w-]+)""\)")
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        ids.Count.ShouldBeGreaterThan(10);
        foreach (var id in ids)
            html.ShouldContain($"id=\"{id}\"");
    }

    [Fact]
    public async Task Only_where_there_is_a_landkreis()
    {
        ((int)(await service.Client(null).GetAsync($"/no-such-landkreis/polls/{Guid.CreateVersion7()}")).StatusCode).ShouldBe(404);
        ((int)(await service.Client(null).GetAsync($"/{await service.NewTenantAsync()}/polls/1")).StatusCode).ShouldBe(404);
    }
}
