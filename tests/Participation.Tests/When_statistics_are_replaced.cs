using Integrationskonzept.Participation.Representativeness;
using Integrationskonzept.Testing;
using static Integrationskonzept.Participation.Tests.GivenRepresentation;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_statistics_are_replaced(ParticipationService service)
{
    [Fact]
    public async Task Coordination_and_council_office_replace_them_and_all_of_the_Landkreis_read_them()
    {
        var given = new GivenRepresentation(service, await Given.AnOpenTopicAreaAsync(service));
        (await given.Area.Participant.GetAsync(given.Statistics).ReadAsync<DistrictStatisticsDto>()).Version.ShouldBe(0);
        await given.ReplaceAsync(given.Area.Moderator, Known).ProblemAsync(403, "forbidden");
        await given.ReplaceAsync(given.Area.Participant, Known).ProblemAsync(403, "forbidden");
        await given.ReplaceAsync(given.Area.Coordinator, Known).ReadAsync();
        var office = service.As(given.Area.Tenant, "council-office");
        var less = Known with { Questions = [Known.Questions[1]], Licence = " CC BY 4.0 " };
        await given.ReplaceAsync(office, less, 1).ReadAsync();
        var read = await given.Area.Participant.GetAsync(given.Statistics).ReadAsync<DistrictStatisticsDto>();
        (read.Version, read.Licence, read.Url).ShouldBe((2, "CC BY 4.0", Known.Url));
        read.Questions.Single()
            .Answers.Select(one => (one.Answer, one.Share))
            .ShouldBe([(RepresentationAnswer.Female, 50.6m), (RepresentationAnswer.Male, 49.4m)]);
    }

    [Fact]
    public async Task Nobody_overwrites_what_somebody_else_has_saved_meanwhile()
    {
        var given = await AnOpenTopicAreaAsync(service);
        await given.ReplaceAsync(given.Area.Coordinator, Known).ProblemAsync(412, "changed-meanwhile");
        await given.ReplaceAsync(given.Area.Coordinator, Known with { Licence = "CC0" }, 1).ReadAsync();
        await given.ReplaceAsync(given.Area.Coordinator, Known, 1).ProblemAsync(412, "changed-meanwhile");
        await given.Area.Coordinator.SendAsync(HttpMethod.Put, given.Statistics, Known).ProblemAsync(428, "if-match-missing");
    }

    [Fact]
    public async Task Another_Landkreis_has_its_own()
    {
        var (given, other) = (
            await AnOpenTopicAreaAsync(service),
            new GivenRepresentation(service, await Given.AnOpenTopicAreaAsync(service))
        );
        (await other.Area.Participant.GetAsync(other.Statistics).ReadAsync<DistrictStatisticsDto>()).Version.ShouldBe(0);
        await other.Area.Participant.GetAsync(given.Statistics).ProblemAsync(404, "not-found");
        await given.ReplaceAsync(other.Area.Coordinator, Known, 1).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_its_field_and_nothing_is_stored()
    {
        var given = await AnOpenTopicAreaAsync(service);
        var gender = Known.Questions[1];
        await RefusedAsync(Known with { Source = " " }, "source");
        await RefusedAsync(Known with { Source = new string('x', 301) }, "source");
        await RefusedAsync(Known with { Url = "zensus2022.de" }, "url");
        await RefusedAsync(Known with { Url = "javascript:alert(1)" }, "url");
        await RefusedAsync(Known with { AsOf = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2) }, "asOf");
        await RefusedAsync(Known with { Questions = [gender, gender] }, "questions[1].question");
        await RefusedAsync(Known with { Questions = [gender with { Question = "religion" }] }, "questions[0].question");
        await RefusedAsync(Known with { Questions = [gender with { Question = "1" }] }, "questions[0].question");
        await RefusedAsync(With(new("female", 50), new("age16To24", 50)), "questions[0].answers[1].answer");
        await RefusedAsync(With(new("female", 50), new("female", 50)), "questions[0].answers[1].answer");
        await RefusedAsync(With(new("female", 50.6m), new("male", 48)), "questions[0].answers");
        await RefusedAsync(With(new("female", 101m), new("male", 0)), "questions[0].answers[0].share");
        await RefusedAsync(With(new("female", 110m), new("male", -10)), "questions[0].answers[0].share", "questions[0].answers[1].share");
        await RefusedAsync(With(), "questions[0].answers");
        await RefusedAsync(With(new("feminine", 50), new("masculine", 60)) with { Url = "" }, "url");
        await RefusedAsync(
            With(new("feminine", 50), new("masculine", 60)) with
            {
                Url = "x",
            },
            "questions[0].answers",
            "questions[0].answers[0].answer",
            "questions[0].answers[1].answer",
            "url"
        );
        await given
            .ReplaceAsync(given.Area.Coordinator, new { source = "Zensus", questions = Array.Empty<object>() }, 1)
            .ProblemAsync(400, "unreadable-request");
        (await given.Area.Participant.GetAsync(given.Statistics).ReadAsync<DistrictStatisticsDto>()).Version.ShouldBe(1);

        WriteDistrictStatistics With(params WriteStatisticsShare[] answers) =>
            Known with
            {
                Questions = [gender with { Answers = answers }],
            };

        async Task RefusedAsync(WriteDistrictStatistics write, params string[] fields)
        {
            var told = await given.ReplaceAsync(given.Area.Coordinator, write, 1).ProblemAsync(400, "validation");
            told["errors"]!
                .AsObject()
                .Select(pair => pair.Key)
                .Order(StringComparer.Ordinal)
                .ShouldBe(fields.AsEnumerable(), told.ToJsonString());
        }
    }

    [Fact]
    public async Task What_they_know_no_more_is_neither_asked_nor_shown()
    {
        var given = await AnOpenTopicAreaAsync(service);
        var who = await given.SomebodyAsync();
        await given.ReplaceAsync(given.Area.Coordinator, Known with { Questions = [] }, 1).ReadAsync();
        (await who.GetAsync($"{given.Url}/questions").ReadAsync<RepresentationForm>()).Questions.ShouldBeEmpty();
        await given.AnswerAsync(who, Answer(RepresentationAnswer.Female)).ProblemAsync(400, "validation");
        (await given.ShownAsync()).Questions.ShouldBeEmpty();
    }
}
