using System.Text.Json.Nodes;
using Integrationskonzept.Participation.Surveys;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;
using static Integrationskonzept.Participation.Tests.GivenSurvey;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_surveys_are_written(ParticipationService service)
{
    [Fact]
    public async Task A_draft_is_changed_as_a_whole_until_it_is_opened_and_only_managers_see_it()
    {
        var given = await ADraftAsync(service);
        (given.Survey.State, given.Survey.TakesAnswers).ShouldBe((SurveyState.Draft, false));
        given.Survey.Languages.ShouldBe(["de"]);
        await given.Participant.GetAsync(given.One).ProblemAsync(404, "not-found");
        (await given.Participant.GetAsync(given.All).ReadAsync<Page<SurveySummaryDto>>()).Items.ShouldBeEmpty();
        await given.AnswerAsync(given.Participant, new QuestionAnswer("course", ["yes"])).ProblemAsync(404, "not-found");

        var changed = await given
            .Coordinator.SendAsync(HttpMethod.Put, given.One, Written(Course), given.Survey.Version)
            .ReadAsync<SurveyDto>();
        changed.Questions.Select(question => question.Key).ShouldBe(["course"]);
        await given
            .Coordinator.SendAsync(HttpMethod.Put, given.One, Written(Course), given.Survey.Version)
            .ProblemAsync(412, "changed-meanwhile");
        await given.Coordinator.SendAsync(HttpMethod.Put, given.One, Written(Course)).ProblemAsync(428, "if-match-missing");

        var opened = await given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.One}/open", new OpenSurvey(Tomorrow), changed.Version)
            .ReadAsync<SurveyDto>();
        (opened.State, opened.TakesAnswers).ShouldBe((SurveyState.Open, true));
        await given.Coordinator.SendAsync(HttpMethod.Put, given.One, Written(Course), opened.Version).ProblemAsync(409, "survey-no-draft");
        await given.Coordinator.DeleteAsync(given.One).ProblemAsync(409, "survey-still-open");
        (await given.Participant.GetAsync(given.All).ReadAsync<Page<SurveySummaryDto>>()).Items.Single().Answered.ShouldBe(false);
    }

    [Fact]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_is_stored()
    {
        var given = new GivenSurvey(service, await service.NewTenantAsync());
        async Task RefusedAsync(WriteSurvey write, params string[] fields)
        {
            var told = await given.Coordinator.SendAsync(HttpMethod.Post, given.All, write).ProblemAsync(400, "validation");
            told["errors"]!.AsObject().Select(pair => pair.Key).ShouldBe(fields, told.ToJsonString());
        }
        await RefusedAsync(Written(Course, Course), "questions[1].key");
        await RefusedAsync(Written(Course with { Options = Options("one") }), "questions[0].options");
        await RefusedAsync(Written(Course with { Options = Options("one", "one") }), "questions[0].options");
        await RefusedAsync(Written(Words with { Options = Options("a", "b") }), "questions[0].options");
        await RefusedAsync(Written(Content with { Scale = null }), "questions[0].scale");
        await RefusedAsync(Written(Content with { Scale = new(1, 11) }), "questions[0].scale.to");
        await RefusedAsync(Written(Grid with { Rows = null }), "questions[0].rows");
        await RefusedAsync(Written(Course, When with { Most = 1 }), "questions[1].most");
        await RefusedAsync(Written(Course, When with { Most = 4 }), "questions[1].most");
        await RefusedAsync(Written(Course with { Key = "mit Leerzeichen" }), "questions[0].key");
        await RefusedAsync(Written(Course with { Text = new("") }), "questions[0].text.de");
        await RefusedAsync(Written() with { Title = new(new string('x', 201)) }, "title");
        await RefusedAsync(
            Written([.. Enumerable.Range(0, 60).Select(at => Words with { Key = $"q{at}", Text = new(new string('ü', 1700)) })]),
            "questions"
        );
        await RefusedAsync(Written() with { TopicAreaId = Guid.CreateVersion7() }, "topicAreaId");
        await RefusedAsync(Written([.. Enumerable.Range(0, 61).Select(at => Course with { Key = $"q{at}" })]), "questions");
        // Only backwards, so never in circles.
        await RefusedAsync(Written(When, Course), "questions[0].shownIf.question");
        await RefusedAsync(Written(Course with { ShownIf = new("course", ["yes"]) }), "questions[0].shownIf.question");
        await RefusedAsync(Written(Content, Course with { ShownIf = new("content", ["1"]) }), "questions[1].shownIf.question");
        await RefusedAsync(Written(Course, When with { ShownIf = new("course", ["perhaps"]) }), "questions[1].shownIf.options");
        (await given.Coordinator.GetAsync(given.All).ReadAsync<Page<SurveySummaryDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_opens_only_when_each_of_its_languages_says_all()
    {
        var given = await ADraftAsync(
            service,
            Written(Course) with
            {
                Title = new("Kurse", "Courses", Ar: "دورات"),
                Introduction = new("Worum es geht", "What it is about", Ar: "ما الأمر"),
            }
        );
        given.Survey.Languages.ShouldBe(["de", "en", "ar"]);
        var told = await given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.One}/open", new OpenSurvey(Tomorrow), given.Survey.Version)
            .ProblemAsync(400, "validation");
        told["errors"]!
            .AsObject()
            .Select(pair => pair.Key)
            .ShouldBe([
                "questions[0].text",
                "questions[0].options[0].text",
                "questions[0].options[1].text",
                "questions[0].options[2].text",
            ]);
        told["errors"]!["questions[0].text"]![0]!.GetValue<string>().ShouldContain("en, ar");

        var empty = await ADraftAsync(service, new(new("Leer"), []));
        await empty
            .Coordinator.SendAsync(HttpMethod.Post, $"{empty.One}/open", new OpenSurvey(Tomorrow), empty.Survey.Version)
            .ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task It_runs_from_its_begin_to_its_end_and_closes_by_itself()
    {
        var given = await ADraftAsync(service);
        Task<HttpResponseMessage> OpenAsync(DateTimeOffset until, DateTimeOffset? from = null) =>
            given.Coordinator.SendAsync(HttpMethod.Post, $"{given.One}/open", new OpenSurvey(until, from), given.Survey.Version);
        await OpenAsync(Tomorrow.AddDays(-2)).ProblemAsync(400, "validation");
        await OpenAsync(Tomorrow, Tomorrow.AddDays(1)).ProblemAsync(400, "validation");
        await OpenAsync(Tomorrow.AddDays(400)).ProblemAsync(400, "validation");
        var opened = await OpenAsync(Tomorrow.AddDays(2), Tomorrow).ReadAsync<SurveyDto>();
        opened.TakesAnswers.ShouldBeFalse();
        await given.Participant.GetAsync(given.One).ProblemAsync(404, "not-found");
        await given.AnswerAsync(given.Participant, new QuestionAnswer("course", ["yes"])).ProblemAsync(409, "survey-not-open");

        await Database.SetTimesAsync(service.AdminConnection, "surveys", $"id = '{opened.Id}'", ("opens_at", TimeSpan.FromDays(-1)));
        await given.AnswerAsync(given.Participant, new QuestionAnswer("course", ["yes"])).ReadNothingAsync();
        var earlier = await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{given.One}/end", new ExtendSurvey(Tomorrow), opened.Version)
            .ReadAsync<SurveyDto>();
        await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{given.One}/end", new ExtendSurvey(Tomorrow), opened.Version)
            .ProblemAsync(412, "changed-meanwhile");
        await Database.SetTimesAsync(service.AdminConnection, "surveys", $"id = '{opened.Id}'", ("closes_at", TimeSpan.FromSeconds(-1)));
        await given.AnswerAsync(given.Somebody(), new QuestionAnswer("course", ["yes"])).ProblemAsync(409, "survey-not-open");
        await Database.SetTimesAsync(
            service.AdminConnection,
            "survey_closings",
            $"survey_id = '{opened.Id}'",
            ("due_at", TimeSpan.FromSeconds(-1))
        );
        await Eventually.TrueAsync(
            async () => (await given.Coordinator.GetAsync(given.One).ReadAsync<SurveyDto>()).State == SurveyState.Closed,
            "the survey closes"
        );
        earlier.ClosesAt!.Value.ShouldBe(Tomorrow, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Only_those_who_may_manage_it_and_no_other_landkreis_sees_it()
    {
        var given = await AnOpenOneAsync(service);
        foreach (var role in new[] { "participant", "moderator", "editor" })
        {
            var who = service.As(given.Tenant, role);
            await who.SendAsync(HttpMethod.Post, given.All, Written()).ProblemAsync(403, "forbidden");
            await who.GetAsync($"{given.One}/progress").ProblemAsync(403, "forbidden");
            await who.SendAsync(HttpMethod.Post, $"{given.One}/close", null, given.Survey.Version).ProblemAsync(403, "forbidden");
        }
        await service
            .As(given.Tenant, "check-in-helper")
            .SendAsync(HttpMethod.Put, $"{given.One}/answer", Answer())
            .ProblemAsync(403, "forbidden");
        await given.Nobody.GetAsync(given.One).ProblemAsync(401, "unauthenticated");

        var other = new GivenSurvey(service, await service.NewTenantAsync());
        var foreign = $"{other.All}/{given.Survey.Id}";
        await other.Coordinator.GetAsync(foreign).ProblemAsync(404, "not-found");
        await other.Coordinator.SendAsync(HttpMethod.Put, foreign, Written(), given.Survey.Version).ProblemAsync(404, "not-found");
        await other.Coordinator.SendAsync(HttpMethod.Post, $"{foreign}/close", null, given.Survey.Version).ProblemAsync(404, "not-found");
        await other.Participant.SendAsync(HttpMethod.Put, $"{foreign}/answer", Answer()).ProblemAsync(404, "not-found");
        await other.Coordinator.DeleteAsync(foreign).ProblemAsync(404, "not-found");
        (await given.Participant.GetAsync(given.One).ReadAsync<SurveyDto>()).State.ShouldBe(SurveyState.Open);
    }

    [Fact]
    public async Task A_repetition_makes_one_survey_and_steps_are_taken_once()
    {
        var given = new GivenSurvey(service, await service.NewTenantAsync());
        var key = Guid.CreateVersion7().ToString();
        var ids = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(async _ =>
                    (
                        await given.Coordinator.SendAsync(HttpMethod.Post, given.All, Written(), idempotencyKey: key).ReadAsync<SurveyDto>()
                    ).Id
                )
        );
        ids.Distinct().Count().ShouldBe(1);
        var listed = await given.Coordinator.GetAsync(given.All).ReadAsync<Page<SurveySummaryDto>>();
        listed.Items.Single().State.ShouldBe(SurveyState.Draft);

        await given.Coordinator.DeleteAsync($"{given.All}/{ids[0]}").ReadNothingAsync();
        await given.Coordinator.DeleteAsync($"{given.All}/{ids[0]}").ProblemAsync(404, "not-found");
        await given.WriteAsync(Written());
        await given.OpenAsync();
        await given.CloseAsync();
        await given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.One}/close", null, given.Survey.Version)
            .ProblemAsync(409, "survey-not-open");
        await given.Coordinator.DeleteAsync(given.One).ReadNothingAsync();
    }

    [Fact]
    public async Task Unknown_kinds_nulls_and_numbers_as_words_are_refused()
    {
        var given = new GivenSurvey(service, await service.NewTenantAsync());
        foreach (
            var body in new[]
            {
                """{"title":{"de":"x"},"questions":[null]}""",
                """{"title":{"de":"x"},"questions":[{"key":"a","kind":"essay","text":{"de":"x"}}]}""",
                """{"title":null,"questions":[]}""",
                """{"questions":[]}""",
            }
        )
            await given.Coordinator.SendAsync(HttpMethod.Post, given.All, JsonNode.Parse(body)).ProblemAsync(400, "unreadable-request");
    }
}
