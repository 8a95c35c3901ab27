using Integrationskonzept.Participation.Surveys;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>A Landkreis with a survey.</summary>
sealed class GivenSurvey(ParticipationService service, string tenant)
{
    public string Tenant => tenant;
    public HttpClient Coordinator { get; } = service.As(tenant, "coordinator");
    public HttpClient Participant { get; } = service.As(tenant, "participant");
    public HttpClient Nobody { get; } = service.CreateClient();
    public string All => $"/api/v1/{tenant}/surveys";
    public SurveyDto Survey { get; private set; } = null!;
    public string One => $"{All}/{Survey.Id}";

    /// <summary>As people say it: in their own time.</summary>
    public static DateTimeOffset Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1).ToOffset(TimeSpan.FromHours(1));

    public static readonly SurveyQuestion Course =
            new("course", QuestionKind.ChooseOne, new("Besuchen Sie einen Kurs?"), Required: true, Options: Options("yes", "no", "soon")),
        When =
            new(
                "when",
                QuestionKind.ChooseMany,
                new("Wann haben Sie Zeit?"),
                Options: Options("morning", "noon", "evening"),
                Most: 2,
                ShownIf: new("course", ["no", "soon"])
            ),
        Content = new("content", QuestionKind.Scale, new("Wie zufrieden sind Sie?"), Scale: new(1, 5, new("gar nicht"), new("sehr"))),
        Order = new("order", QuestionKind.Rank, new("Was ist am wichtigsten?"), Options: Options("work", "home", "health")),
        Words = new("words", QuestionKind.Text, new("Was fehlt?"), Most: 100),
        Grid =
            new(
                "grid",
                QuestionKind.Matrix,
                new("Wie gut erreichen Sie …?"),
                Options: Options("good", "bad"),
                Rows: Options("bus", "train")
            );

    public static IReadOnlyList<SurveyOption> Options(params string[] keys) => [.. keys.Select(key => new SurveyOption(key, new(key)))];

    public static WriteSurvey Written(params SurveyQuestion[] questions) =>
        new(new("Kurse im Landkreis"), questions.Length > 0 ? questions : [Course, When, Content, Order, Words, Grid]);

    public static async Task<GivenSurvey> ADraftAsync(ParticipationService service, WriteSurvey? write = null)
    {
        var given = new GivenSurvey(service, await service.NewTenantAsync());
        await given.WriteAsync(write ?? Written());
        return given;
    }

    public static async Task<GivenSurvey> AnOpenOneAsync(ParticipationService service, WriteSurvey? write = null)
    {
        var given = await ADraftAsync(service, write);
        await given.OpenAsync();
        return given;
    }

    public async Task WriteAsync(WriteSurvey write) =>
        Survey = await Coordinator.SendAsync(HttpMethod.Post, All, write).ReadAsync<SurveyDto>();

    public async Task OpenAsync() =>
        Survey = await Coordinator
            .SendAsync(HttpMethod.Post, $"{One}/open", new OpenSurvey(Tomorrow), Survey.Version)
            .ReadAsync<SurveyDto>();

    public async Task CloseAsync() =>
        Survey = await Coordinator.SendAsync(HttpMethod.Post, $"{One}/close", null, Survey.Version).ReadAsync<SurveyDto>();

    public async Task PublishAsync(bool published = true) =>
        Survey = await Coordinator
            .SendAsync(HttpMethod.Put, $"{One}/publication", new PublishSurveyResults(published), Survey.Version)
            .ReadAsync<SurveyDto>();

    public HttpClient Somebody() => service.As(tenant, "participant");

    public static AnswerSurvey Answer(params QuestionAnswer[] answers) => new(Guid.CreateVersion7(), answers);

    public Task<HttpResponseMessage> AnswerAsync(HttpClient who, AnswerSurvey answer) =>
        who.SendAsync(HttpMethod.Put, $"{One}/answer", answer);

    public Task<HttpResponseMessage> AnswerAsync(HttpClient who, params QuestionAnswer[] answers) => AnswerAsync(who, Answer(answers));

    /// <summary>Each by somebody else.</summary>
    public async Task AnswerAllAsync(IEnumerable<QuestionAnswer[]> answers)
    {
        foreach (var one in answers)
            await AnswerAsync(Somebody(), one).ReadNothingAsync();
    }

    public async Task<SurveyResultsDto> ResultsAsync() => await Coordinator.GetAsync($"{One}/results").ReadAsync<SurveyResultsDto>();

    public Task<SurveyProgress> ProgressAsync() => Coordinator.GetAsync($"{One}/progress").ReadAsync<SurveyProgress>();

    public string Link(string token) => $"/api/v1/{tenant}/survey-links/{token}";

    public async Task<string> PublicTokenAsync() => (await Coordinator.GetAsync($"{One}/link").ReadAsync<SurveyLinkDto>()).Token;

    public async Task<IReadOnlyList<string>> PersonalTokensAsync(int count, Guid? batch = null)
    {
        var answer = await Coordinator.SendAsync(
            HttpMethod.Put,
            $"{One}/links.csv",
            new MakeSurveyLinks(batch ?? Guid.CreateVersion7(), count)
        );
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        var lines = (await answer.Content.ReadAsStringAsync()).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        lines[0].Trim('\uFEFF').ShouldBe("Nummer;Link");
        return [.. lines.Skip(1).Select(line => line.Trim('"').Split('/')[^1])];
    }

    public static string NewKey() => Convert.ToHexString(Guid.CreateVersion7().ToByteArray());

    public async Task<HttpResponseMessage> AnswerByLinkAsync(string token, AnswerSurvey answer, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Link(token)}/answer") { Content = JsonContent(answer) };
        if (key is not null)
            request.Headers.Add("Participant-Key", key);
        return await Nobody.SendAsync(request);
    }

    static System.Net.Http.Json.JsonContent JsonContent(AnswerSurvey answer) =>
        System.Net.Http.Json.JsonContent.Create(answer, options: ServiceDefaults.Data.JsonColumn.Options);
}
