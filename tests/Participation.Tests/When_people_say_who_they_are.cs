using Integrationskonzept.Participation.Representativeness;
using Integrationskonzept.Testing;
using static Integrationskonzept.Participation.Representativeness.RepresentationAnswer;
using static Integrationskonzept.Participation.Tests.GivenRepresentation;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_say_who_they_are(ParticipationService service)
{
    [Fact]
    public async Task What_the_statistics_know_is_asked_once_of_all_who_have_contributed()
    {
        var given = await AnOpenTopicAreaAsync(service);
        var who = given.Area.Participant;
        await given.AnswerAsync(who, Answer(Female)).ProblemAsync(409, "representation-not-contributed");
        (await FormAsync(given, who)).MayAnswer.ShouldBeFalse();

        await given.ContributeAsync(who);
        var form = await FormAsync(given, who);
        (form.TopicArea, form.MayAnswer, form.Answered).ShouldBe(("Bildung", true, false));
        form.Questions.Select(question => question.Question).ShouldBe([RepresentationQuestion.Age, RepresentationQuestion.Gender]);
        form.Questions[1].Answers.Select(one => one.Answer).ShouldBe([Female, Male, Diverse], "also what the statistics don't count");

        var answer = Answer(Female, Age25To39);
        await given.AnswerAsync(who, answer).ReadNothingAsync();
        await given.AnswerAsync(who, answer).ReadNothingAsync();
        await given.AnswerAsync(who, Answer(Male)).ProblemAsync(409, "representation-answered");
        await given.AnswerAsync(await given.SomebodyAsync(), answer).ProblemAsync(409, "representation-id-taken");
        (await FormAsync(given, who)).Answered.ShouldBeTrue();
        (await CountsAsync(given)).ShouldBe([(Age25To39, 0, 1), (Female, 0, 1)]);
    }

    [Fact]
    public async Task A_wrong_answer_is_told_at_its_place_and_nothing_is_counted()
    {
        var given = await AnOpenTopicAreaAsync(service);
        var who = await given.SomebodyAsync();
        await RefusedAsync("answers[1]", Female, Male);
        await RefusedAsync("answers[0]", PlaceUnder5000);
        await RefusedAsync("answers");
        await RefusedAsync("answers", [.. Enumerable.Repeat(Female, 11)]);
        await who.SendAsync(HttpMethod.Put, $"{given.Url}/answer", new { id = Guid.CreateVersion7(), answers = new[] { "purple" } })
            .ProblemAsync(400, "unreadable-request");
        (await CountsAsync(given)).ShouldBeEmpty();
        await given.AnswerAsync(who, Answer(Female)).ReadNothingAsync();

        async Task RefusedAsync(string field, params RepresentationAnswer[] answers)
        {
            var told = await given.AnswerAsync(who, Answer(answers)).ProblemAsync(400, "validation");
            told["errors"]!.AsObject().Select(pair => pair.Key).ShouldBe([field], told.ToJsonString());
        }
    }

    [Fact]
    public async Task Without_statistics_nothing_is_asked()
    {
        var given = new GivenRepresentation(service, await Given.AnOpenTopicAreaAsync(service));
        var who = await given.SomebodyAsync();
        (await FormAsync(given, who)).Questions.ShouldBeEmpty();
        await given.AnswerAsync(who, Answer(Female)).ProblemAsync(400, "validation");
        (await given.ShownAsync()).Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_each_person_counts_once()
    {
        var given = await AnOpenTopicAreaAsync(service);
        var who = await given.SomebodyAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => given.AnswerAsync(who, Answer(Female))));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        var same = Answer(Male);
        var other = await given.SomebodyAsync();
        foreach (var sent in await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => given.AnswerAsync(other, same))))
            await Task.FromResult(sent).ReadNothingAsync();
        (await CountsAsync(given)).ShouldBe([(Female, 0, 1), (Male, 0, 1)]);
    }

    [Fact]
    public async Task By_a_link_as_many_can_answer_as_have_contributed_by_it()
    {
        var given = await AnOpenTopicAreaAsync(service);
        var made = await given.InviteAsync();
        await given.AnswerAsync(made, Answer(Female)).ProblemAsync(409, "representation-not-contributed");
        await given.ContributeAsync(made);
        await given.ContributeAsync(made);
        var answer = Answer(Female);
        await given.AnswerAsync(made, answer).ReadNothingAsync();
        await given.AnswerAsync(made, answer).ReadNothingAsync();
        (await FormAsync(given, made)).Answered.ShouldBeFalse("one more has contributed");
        await given.AnswerAsync(made, Answer(Male, Age75AndMore)).ReadNothingAsync();
        await given.AnswerAsync(made, Answer(Male)).ProblemAsync(409, "representation-answered");
        var form = await FormAsync(given, made);
        (form.MayAnswer, form.Answered).ShouldBe((true, true));
        (await CountsAsync(given)).ShouldBe([(Age75AndMore, 0, 1), (Female, 0, 1), (Male, 0, 1)]);

        await given.AnswerAsync(made with { Token = "nobody-has-this-token1" }, Answer(Male)).ProblemAsync(404, "invitation-link-void");
    }

    [Fact]
    public async Task Another_Landkreis_knows_nothing_of_it()
    {
        var (given, other) = (await AnOpenTopicAreaAsync(service), await AnOpenTopicAreaAsync(service));
        var who = await given.SomebodyAsync();
        var foreign = $"/api/v1/{other.Area.Tenant}/topic-areas/{given.Area.Open.Id}/representation";
        await service.CreateClient().GetAsync(foreign).ProblemAsync(404, "not-found");
        await other.Area.Participant.SendAsync(HttpMethod.Put, $"{foreign}/answer", Answer(Female)).ProblemAsync(404, "not-found");
        await who.SendAsync(HttpMethod.Put, $"{other.Url}/answer", Answer(Female)).ProblemAsync(404, "not-found");
        var made = await given.InviteAsync();
        await given.ContributeAsync(made);
        await service
            .CreateClient()
            .SendAsync(HttpMethod.Put, $"/api/v1/{other.Area.Tenant}/invitation-links/{made.Token}/representation/answer", Answer(Female))
            .ProblemAsync(404, "invitation-link-void");
        (await CountsAsync(given)).ShouldBeEmpty();
        (await CountsAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_table_holds_both_a_person_and_what_they_answered()
    {
        var given = await AnOpenTopicAreaAsync(service);
        var (id, address) = (Guid.CreateVersion7(), Mailbox.NewAddress());
        var who = service.Client(service.Issuer.Token([$"{given.Area.Tenant}:participant"], subject: id.ToString(), email: address));
        await given.ContributeAsync(who);
        var answer = Answer(Diverse, Age75AndMore);
        await given.AnswerAsync(who, answer).ReadNothingAsync();

        (await TracesAsync("diverse", "age75AndMore")).Single().ShouldContain("representations:");
        (await TracesAsync(id.ToString(), address, answer.Id.ToString("N"))).ShouldNotContain(table => table.Contains("representation"));
        (await ColumnsAsync("representations")).ShouldBe(["counts", "secret", "tenant", "topic_area_id"], "no person, no time, no order");
        (await ColumnsAsync("representation_turns")).ShouldBe(["pseudonym", "sent", "tenant", "topic_area_id"], "no answer, no time");

        // Only this Landkreis: statistics of others name answers, too.
        async Task<IEnumerable<string>> TracesAsync(params string[] words) =>
            (await Traces.FindAsync(service.AdminConnection, words)).Where(table => !table.Contains("district_statistics"));

        async Task<IReadOnlyList<string>> ColumnsAsync(string table) =>
            (
                (string)
                    (
                        await Database.ExecuteAsync(
                            service.AdminConnection,
                            $"select string_agg(column_name, ' ' order by column_name) "
                                + $"from information_schema.columns where table_name = '{table}'"
                        )
                    )!
            ).Split(' ');
    }

    [Fact]
    public async Task At_each_step_nothing_tells_any_more_whose_answer_came_last()
    {
        var given = await AnOpenTopicAreaAsync(service);
        await given.AnswerAsync(19, Female);
        (await TransactionsAsync()).ShouldBe(19L);
        await given.AnswerAsync(1, Female);
        (await TransactionsAsync()).ShouldBe(1L, "all marks are written anew with the figures, in an order that is nobody's");
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"""
                select array_agg(pseudonym order by ctid) = array_agg(pseudonym order by pseudonym)
                from representation_turns where topic_area_id = '{given.Area.Open.Id}'
                """
            )
        ).ShouldBe(true, "their place tells nothing");

        async Task<long> TransactionsAsync() =>
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(distinct xmin::text) from representation_turns where topic_area_id = '{given.Area.Open.Id}'"
                    )
                )!;
    }

    [Fact]
    public async Task Who_answered_is_told_to_them_and_forgotten_with_them_or_with_the_end_of_the_topic_area()
    {
        var given = await AnOpenTopicAreaAsync(service);
        var (id, address) = (Guid.CreateVersion7(), Mailbox.NewAddress());
        var who = service.Client(service.Issuer.Token([$"{given.Area.Tenant}:participant"], subject: id.ToString(), email: address));
        await given.ContributeAsync(who);
        await given.AnswerAsync(who, Answer(Female)).ReadNothingAsync();
        await given.AnswerAsync(1, Male);
        (await who.GetAsync($"/api/v1/{given.Area.Tenant}/my-data/participation").ReadAsync())
            .ToJsonString()
            .ShouldContain("answeredInTopicArea");
        var receipt = await service.Bus.EraseAsync<Contracts.PersonErasedInParticipation>(AnErasure.Of(id, address));
        receipt.Rows["representation_turns"].ShouldBe(1);
        (await TurnsAsync()).ShouldBe(1L);
        (await CountsAsync(given)).ShouldBe([(Female, 0, 1), (Male, 0, 1)], "nobody knows which is theirs");

        await given.Area.RecordAsync();
        await given.Area.ConcludeAsync();
        (await TurnsAsync()).ShouldBe(0L);
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select secret from representations where topic_area_id = '{given.Area.Open.Id}'"
            )
        ).ShouldBe(DBNull.Value);
        (await CountsAsync(given)).ShouldBeEmpty("two are too few to be kept");
        await given.AnswerAsync(await AnotherAsync(), Answer(Female)).ProblemAsync(409, "topic-area-concluded");

        Task<HttpClient> AnotherAsync() => Task.FromResult(given.Area.Participant);

        async Task<long> TurnsAsync() =>
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from representation_turns where topic_area_id = '{given.Area.Open.Id}'"
                    )
                )!;
    }

    [Fact]
    public async Task Figures_are_shown_from_twenty_answers_on_beside_the_Landkreis_and_hide_small_counts()
    {
        var given = await AnOpenTopicAreaAsync(service);
        await given.AnswerAsync(2, Male);
        await given.AnswerAsync(6, Male, Age25To39);
        await given.AnswerAsync(11, Female, Age40To59);
        (await given.ShownAsync(RepresentationQuestion.Gender)).Answered.ShouldBeNull();
        await given.AnswerAsync(1, Diverse);

        var shown = await given.ShownAsync();
        (shown.Source, shown.AsOf, shown.Licence, shown.ShownFrom, shown.Step).ShouldBe(
            (Known.Source, new DateOnly(2022, 5, 15), "dl-de/by-2-0", 20, 10)
        );
        shown.Questions[0].Answered.ShouldBeNull("seventeen have said how old they are");
        shown.Questions[0].Answers.ShouldAllBe(one => one.Count == null && one.District != null);
        var gender = shown.Questions[1];
        gender.Answered.ShouldBe(20);
        gender
            .Answers.Select(one => (one.Answer, one.Count, one.Percent, one.District))
            .ShouldBe([(Female, 11, 55, 50.6m), (Male, null, null, 49.4m), (Diverse, null, null, null)]);

        await given.AnswerAsync(9, Female);
        (await given.ShownAsync(RepresentationQuestion.Gender)).ShouldBeEquivalentTo(gender, "none of the nine is seen");
        await given.AnswerAsync(1, Male);
        (await given.ShownAsync(RepresentationQuestion.Gender)).Answers[0].Count.ShouldBe(20);
    }

    static Task<RepresentationForm> FormAsync(GivenRepresentation given, HttpClient who) =>
        who.GetAsync($"{given.Url}/questions").ReadAsync<RepresentationForm>();

    Task<RepresentationForm> FormAsync(GivenRepresentation given, Integrationskonzept.Participation.Invitations.MadeInvitation made) =>
        service.CreateClient().GetAsync($"{given.LinkOf(made)}/representation").ReadAsync<RepresentationForm>();

    /// <summary>What is stored, which no operation shows before there is enough of it.</summary>
    async Task<IReadOnlyList<(RepresentationAnswer, int, int)>> CountsAsync(GivenRepresentation given)
    {
        var stored = await Database.ExecuteAsync(
            service.AdminConnection,
            $"select counts::text from representations where topic_area_id = '{given.Area.Open.Id}'"
        );
        return stored is string json
            ?
            [
                .. System
                    .Text.Json.JsonSerializer.Deserialize<List<AnswerCount>>(json, ServiceDefaults.Data.JsonColumn.Options)!
                    .Select(count => (count.Answer, count.Shown, count.Waiting)),
            ]
            : [];
    }
}
