using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.Surveys;
using Integrationskonzept.Testing;
using Npgsql;
using static Integrationskonzept.Participation.Tests.GivenSurvey;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_answer_surveys(ParticipationService service)
{
    static readonly QuestionAnswer Yes = new("course", ["yes"]);

    [Fact]
    public async Task Somebody_signed_in_answers_once_and_the_same_sent_again_is_no_second_answer()
    {
        var given = await AnOpenOneAsync(service);
        var answer = Answer(
            new("course", ["no"]),
            new("when", ["evening", "noon"]),
            new("content", Value: 4),
            new("order", Ranking: ["home", "work", "health"]),
            new("words", Text: " Busse am Abend "),
            new("grid", Cells: [new("bus", "bad")])
        );
        await given.AnswerAsync(given.Participant, answer).ReadNothingAsync();
        await given.AnswerAsync(given.Participant, answer).ReadNothingAsync();
        await given.AnswerAsync(given.Participant, Answer(Yes)).ProblemAsync(409, "survey-answered");
        await given.AnswerAsync(given.Somebody(), answer).ProblemAsync(409, "survey-answer-id-taken");
        (await given.ProgressAsync()).Answers.ShouldBe(1);
        (await given.Participant.GetAsync(given.One).ReadAsync<SurveyDto>()).Answered.ShouldBe(true);
        (await given.Somebody().GetAsync(given.One).ReadAsync<SurveyDto>()).Answered.ShouldBe(false);
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_each_person_has_one_answer()
    {
        var given = await AnOpenOneAsync(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => given.AnswerAsync(given.Participant, Answer(Yes))));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode))
            await Task.FromResult(refused).ProblemAsync(409, "survey-answered");
        var same = Answer(Yes);
        var other = given.Somebody();
        foreach (var sent in await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => given.AnswerAsync(other, same))))
            await Task.FromResult(sent).ReadNothingAsync();
        (await given.ProgressAsync()).Answers.ShouldBe(2);
    }

    [Fact]
    public async Task Answers_that_come_while_it_closes_are_counted_or_refused()
    {
        var given = await AnOpenOneAsync(service, Written(Course));
        await given.AnswerAllAsync(Enumerable.Repeat(new[] { Yes }, 5));
        var many = Enumerable.Range(0, 20).Select(_ => given.AnswerAsync(given.Somebody(), Answer(Yes))).ToList();
        await given.CloseAsync();
        var answers = await Task.WhenAll(many);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode))
            await Task.FromResult(refused).ProblemAsync(409, "survey-not-open");
        var taken = 5 + answers.Count(answer => answer.IsSuccessStatusCode);
        (await given.ResultsAsync()).Counts.Answers.ShouldBe(taken);
        (await given.ProgressAsync()).Answers.ShouldBe(taken);
    }

    [Fact]
    public async Task Whoever_closes_it_by_hand_waits_for_the_worker_that_closes_it_and_not_the_other_way_round()
    {
        var given = await AnOpenOneAsync(service, Written(Course));
        await using var source = NpgsqlDataSource.Create(service.AdminConnection);
        await using var worker = await source.OpenConnectionAsync();
        await using var transaction = await worker.BeginTransactionAsync();
        await RunAsync($"select 1 from survey_closings where survey_id = '{given.Survey.Id}' for update");
        var closing = given.CloseAsync();
        await Eventually.TrueAsync(
            async () =>
                await Database.ExecuteAsync(
                    service.AdminConnection,
                    $"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%survey_closings%'"
                )
                    is > 0L,
            "it waits"
        );
        await RunAsync($"select 1 from surveys where id = '{given.Survey.Id}' for update nowait");
        await transaction.CommitAsync();
        await closing;
        given.Survey.State.ShouldBe(SurveyState.Closed);

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, worker, transaction);
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task A_wrong_answer_is_told_at_each_question_and_can_be_mended()
    {
        var given = await AnOpenOneAsync(service);
        async Task RefusedAsync(string question, params QuestionAnswer[] answers)
        {
            var told = await given.AnswerAsync(given.Participant, answers).ProblemAsync(400, "validation");
            told["errors"]!.AsObject().Select(pair => pair.Key).ShouldBe([question], told.ToJsonString());
        }
        await RefusedAsync("course");
        await RefusedAsync("course", new QuestionAnswer("course", ["perhaps"]));
        await RefusedAsync("course", new QuestionAnswer("course", ["yes", "no"]));
        await RefusedAsync("course", new QuestionAnswer("course", Value: 1));
        await RefusedAsync("course", new QuestionAnswer("course", ["yes"], Text: "und noch etwas"));
        await RefusedAsync("course", Yes, Yes);
        await RefusedAsync("nothing", Yes, new("nothing", ["yes"]));
        // Asked only if there is no course.
        await RefusedAsync("when", Yes, new("when", ["noon"]));
        await RefusedAsync("when", new("course", ["no"]), new("when", ["morning", "noon", "evening"]));
        await RefusedAsync("when", new("course", ["no"]), new("when", ["noon", "noon"]));
        await RefusedAsync("content", Yes, new("content", Value: 6));
        await RefusedAsync("order", Yes, new("order", Ranking: ["home", "work"]));
        await RefusedAsync("order", Yes, new("order", Ranking: ["home", "work", "work"]));
        await RefusedAsync("words", Yes, new("words", Text: new string('x', 101)));
        await RefusedAsync("grid", Yes, new("grid", Cells: [new("bus", "good"), new("bus", "bad")]));
        await RefusedAsync("grid", Yes, new("grid", Cells: [new("ship", "good")]));
        (await given.ProgressAsync()).Answers.ShouldBe(0);
        await given.AnswerAsync(given.Participant, Yes, new("words", Text: "  ")).ReadNothingAsync();
    }

    [Fact]
    public async Task What_is_not_asked_is_not_required_and_what_depends_on_it_is_not_asked_either()
    {
        var deeper = When with { Key = "deeper", Required = true, Most = null, ShownIf = new("when", ["evening"]) };
        var given = await AnOpenOneAsync(service, Written(Course, When with { Required = true }, deeper));
        await given.AnswerAsync(given.Somebody(), Yes).ReadNothingAsync();
        await given.AnswerAsync(given.Somebody(), new QuestionAnswer("course", ["no"])).ProblemAsync(400, "validation");
        await given.AnswerAsync(given.Somebody(), new("course", ["no"]), new("when", ["noon"])).ReadNothingAsync();
        await given.AnswerAsync(given.Somebody(), new("course", ["no"]), new("when", ["evening"])).ProblemAsync(400, "validation");
        await given.AnswerAsync(given.Somebody(), Yes, new("deeper", ["noon"])).ProblemAsync(400, "validation");
        (await given.ProgressAsync()).Answers.ShouldBe(2);
    }

    [Fact]
    public async Task A_personal_link_is_good_once_also_when_it_was_forwarded()
    {
        var given = await AnOpenOneAsync(service);
        var batch = Guid.CreateVersion7();
        var tokens = await given.PersonalTokensAsync(3, batch);
        (await given.PersonalTokensAsync(3, batch)).ShouldBe(tokens, "a repetition makes no more");
        (await given.ProgressAsync()).ShouldBe(new(0, null, 3, 0));
        var form = await given.Nobody.GetAsync(given.Link(tokens[0])).ReadAsync<SurveyForm>();
        (form.Id, form.Personal, form.Answered, form.TakesAnswers, form.Questions.Count).ShouldBe((given.Survey.Id, true, false, true, 6));

        var answer = Answer(Yes);
        await given.AnswerByLinkAsync(tokens[0], Answer(new QuestionAnswer("course", ["perhaps"]))).ProblemAsync(400, "validation");
        await given.AnswerByLinkAsync(tokens[0], answer).ReadNothingAsync();
        await given.AnswerByLinkAsync(tokens[0], answer).ReadNothingAsync();
        await given.AnswerByLinkAsync(tokens[0], Answer(Yes)).ProblemAsync(409, "survey-link-used");
        (await given.Nobody.GetAsync(given.Link(tokens[0])).ReadAsync<SurveyForm>()).Answered.ShouldBeTrue();
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => given.AnswerByLinkAsync(tokens[1], Answer(Yes))));
        atOnce.Count(one => one.IsSuccessStatusCode).ShouldBe(1);
        var progress = await given.ProgressAsync();
        (progress.Answers, progress.Links, progress.LinksUsed).ShouldBe((2, 3, 2));

        await given.Nobody.GetAsync(given.Link(tokens[2] + "x")).ProblemAsync(404, "survey-link-void");
        var other = new GivenSurvey(service, await service.NewTenantAsync());
        await given.Nobody.GetAsync(other.Link(tokens[2])).ProblemAsync(404, "survey-link-void");
        await given.CloseAsync();
        await given.AnswerByLinkAsync(tokens[2], Answer(Yes)).ProblemAsync(404, "survey-link-void");
    }

    [Fact]
    public async Task No_token_and_no_pseudonym_is_kept_and_the_secret_goes_when_it_closes()
    {
        var given = await AnOpenOneAsync(service, Written(Course) with { HasPublicLink = true });
        var token = (await given.PersonalTokensAsync(1))[0];
        var (subject, key, id) = (Guid.CreateVersion7().ToString(), NewKey(), Guid.CreateVersion7());
        var known = service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], subject: subject));
        await given.AnswerAsync(known, new AnswerSurvey(id, [Yes])).ReadNothingAsync();
        await given.AnswerByLinkAsync(token, Answer(Yes)).ReadNothingAsync();
        await given.AnswerByLinkAsync(await given.PublicTokenAsync(), Answer(Yes), key).ReadNothingAsync();
        (await Traces.FindAsync(service.AdminConnection, subject, token, key, id.ToString())).ShouldBeEmpty();

        async Task<long> CountAsync(string table, string column) =>
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from {table} where {column} = '{given.Survey.Id}'"
                    )
                )!;
        (await CountAsync("survey_turns", "survey_id"), await CountAsync("survey_links", "survey_id")).ShouldBe((3, 1));
        await given.CloseAsync();
        (await CountAsync("survey_turns", "survey_id"), await CountAsync("survey_links", "survey_id")).ShouldBe((0, 0));
        (await CountAsync("survey_answers", "survey_id"), await CountAsync("survey_closings", "survey_id")).ShouldBe((3, 0));
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select count(*) from surveys where id = '{given.Survey.Id}' and secret is null and token is null"
            )
        ).ShouldBe(1L);
        // Written anew in one stroke, in the order of their random ids.
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"""
                select count(distinct xmin::text) = 1 and array_agg(id order by ctid) = array_agg(id order by id)
                from survey_answers where survey_id = '{given.Survey.Id}'
                """
            )
        ).ShouldBe(true);
        (await given.Coordinator.GetAsync(given.One).ReadAsync<SurveyDto>()).Answered.ShouldBeNull();
    }

    [Fact]
    public async Task By_the_public_link_each_browser_answers_once_and_only_where_there_is_one()
    {
        var without = await AnOpenOneAsync(service);
        await without.Coordinator.GetAsync($"{without.One}/link").ProblemAsync(409, "survey-has-no-link");

        var given = await AnOpenOneAsync(service, Written(Course) with { HasPublicLink = true });
        var (token, key) = (await given.PublicTokenAsync(), NewKey());
        (await given.Nobody.GetAsync(given.Link(token)).ReadAsync<SurveyForm>()).Personal.ShouldBeFalse();
        await given.AnswerByLinkAsync(token, Answer(Yes)).ProblemAsync(400, "validation");
        await given.AnswerByLinkAsync(token, Answer(Yes), "zu kurz").ProblemAsync(400, "validation");
        var answer = Answer(Yes);
        await given.AnswerByLinkAsync(token, answer, key).ReadNothingAsync();
        await given.AnswerByLinkAsync(token, answer, key).ReadNothingAsync();
        await given.AnswerByLinkAsync(token, Answer(Yes), key).ProblemAsync(409, "survey-answered");
        await given.AnswerByLinkAsync(token, Answer(Yes), NewKey()).ReadNothingAsync();
        (await given.ProgressAsync()).Answers.ShouldBe(2);
        await given.CloseAsync();
        await given.Nobody.GetAsync(given.Link(token)).ProblemAsync(404, "survey-link-void");
    }

    [Fact]
    public async Task Who_is_blocked_does_not_answer_and_words_of_the_list_are_told_at_their_question()
    {
        var area = await Given.AnOpenTopicAreaAsync(service);
        var given = new GivenSurvey(service, area.Tenant);
        await given.WriteAsync(Written(Course, Words) with { TopicAreaId = area.Open.Id });
        await given.OpenAsync();
        await area.SettleAsync(words: ["Blödsinn"], contributions: 1);
        var told = await given.AnswerAsync(given.Participant, Yes, new("words", Text: "So ein BLÖDSINN!")).ProblemAsync(400, "validation");
        told["errors"]!["words"]![0]!.GetValue<string>().ShouldContain("Blödsinn");
        (await given.ProgressAsync()).Answers.ShouldBe(0);
        await given.AnswerAsync(given.Participant, Yes, new("words", Text: "Mehr Busse")).ReadNothingAsync();

        // Whoever has said as much within the hour as there may be can still choose.
        await area.ContributeAsync();
        await given.AnswerAsync(area.Participant, Yes, new("words", Text: "Noch mehr")).ProblemAsync(429, "written-too-much");
        await given.AnswerAsync(area.Participant, Yes).ReadNothingAsync();

        await area.SettleAsync();
        var who = given.Somebody();
        var made = await who.SendAsync(
                HttpMethod.Post,
                $"{area.Area}/contributions",
                new Contributions.SubmitContribution(
                    Contracts.ContributionKind.Need,
                    "Das gehört nicht hierher",
                    Contracts.StakeholderGroup.CivilSociety
                )
            )
            .ReadAsync<Contributions.ContributionDto>();
        var hidden = await area.HideAsync(area.Moderator, made.Id).ReadAsync<ModerationCaseDto>();
        await area
            .Moderator.SendAsync(HttpMethod.Post, area.Moderation($"/{hidden.Id}/block"), new BlockAuthor(ReasonKind.Insult))
            .ReadAsync();
        await given.AnswerAsync(who, Yes).ProblemAsync(403, "contributing-blocked");
    }

    [Fact]
    public async Task An_erasure_forgets_that_somebody_answered_and_my_data_tells_it_while_it_is_known()
    {
        var given = await AnOpenOneAsync(service, Written(Course));
        var (id, address) = (Guid.CreateVersion7(), Mailbox.NewAddress());
        var who = service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], subject: id.ToString(), email: address));
        await given.AnswerAsync(who, Yes).ReadNothingAsync();
        var told = await who.GetAsync($"/api/v1/{given.Tenant}/my-data/participation").ReadAsync();
        told.ToJsonString().ShouldContain(given.Survey.Id.ToString());
        var receipt = await service.Bus.EraseAsync<Contracts.PersonErasedInParticipation>(AnErasure.Of(id, address));
        receipt.ShouldNotBeNull();
        (
            await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from survey_turns where survey_id = '{given.Survey.Id}'")
        ).ShouldBe(0L);
        (await given.ProgressAsync()).Answers.ShouldBe(1);
    }
}
