using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Translations;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_a_machine_translates(ParticipationService service)
{
    /// <summary>No two tests say the same: what the machine was asked is told by its text.</summary>
    static string Words(string about = "فكرة") => $"{Guid.CreateVersion7():N} {about}";

    async Task<Given> WhereItIsAgreedAsync()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(machine: true);
        return given;
    }

    [Fact]
    public async Task It_is_marked_as_such_and_asked_once_for_each_wording_and_language()
    {
        using var meters = new Meters();
        var given = await WhereItIsAgreedAsync();
        (await given.TranslationsAsync((await given.ContributeAsync()).Id)).MayUseMachine.ShouldBeFalse("only staff may");
        var words = Words();
        var one = await given.ContributeInAsync("ar-SY", words, "عنوان");
        (await given.TranslationsAsync(one.Id, given.Moderator)).MayUseMachine.ShouldBeTrue();
        var key = Guid.CreateVersion7().ToString();
        var made = await given.AskMachineAsync(one.Id, key: key).ReadAsync<ContributionTranslationDto>();
        made.ShouldBe(
            new ContributionTranslationDto(
                1,
                "de",
                "de: عنوان",
                $"de: {words}",
                TranslationOrigin.Machine,
                1,
                Outdated: false,
                made.WrittenAt
            )
        );
        service.Translations.AskedFor(words).ShouldBe(("ar", "de", TranslationServer.Key));
        var again = await Task.WhenAll(
            given.AskMachineAsync(one.Id, key: key).ReadAsync<ContributionTranslationDto>(),
            given.AskMachineAsync(one.Id).ReadAsync<ContributionTranslationDto>(),
            given.AskMachineAsync(one.Id, who: given.Coordinator).ReadAsync<ContributionTranslationDto>()
        );
        again.ShouldAllBe(same => same.Text == made.Text && same.Version == 1);
        service.Translations.TimesAsked(words).ShouldBe(1);
        (await given.TranslationsAsync(one.Id)).Items.Single().Origin.ShouldBe(TranslationOrigin.Machine);
        meters.Sum("translations.machine", ("tenant", given.Tenant), ("language", "de"), ("outcome", "Made")).ShouldBe(1);

        var reworded = await given.RewordAsync(one, Words(), "عنوان");
        (await given.TranslationsAsync(one.Id)).Items.Single().Outdated.ShouldBeTrue();
        var anew = await given.AskMachineAsync(one.Id).ReadAsync<ContributionTranslationDto>();
        (anew.Text, anew.Version, anew.Revision, anew.Outdated).ShouldBe(($"de: {reworded.Text}", 2, 2, false));
    }

    [Fact]
    public async Task Several_who_ask_at_once_get_the_same()
    {
        var given = await WhereItIsAgreedAsync();
        var words = Words();
        var one = await given.ContributeInAsync("ar", words);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => given.AskMachineAsync(one.Id).ReadAsync<ContributionTranslationDto>())
        );
        answers.ShouldAllBe(answer => answer == answers[0]);
        service.Translations.TimesAsked(words).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_overwrites_it_and_it_overwrites_no_person()
    {
        var given = await WhereItIsAgreedAsync();
        var words = Words();
        var one = await given.ContributeInAsync("ar", words);
        var made = await given.AskMachineAsync(one.Id).ReadAsync<ContributionTranslationDto>();
        await given.TranslateAsync(one, "Ungelesen").ProblemAsync(412, "changed-meanwhile");
        var better = await given.TranslateAsync(one, "Eine Idee", made.Version).ReadAsync<ContributionTranslationDto>();
        (better.Text, better.Origin, better.Version).ShouldBe(("Eine Idee", TranslationOrigin.Person, 2));
        await given.AskMachineAsync(one.Id).ProblemAsync(409, "translated-by-person");
        await given.RewordAsync(one, Words());
        await given.AskMachineAsync(one.Id).ProblemAsync(409, "translated-by-person");
        service.Translations.TimesAsked(words).ShouldBe(1);
        (await given.TranslationsAsync(one.Id)).Items.Single().Text.ShouldBe("Eine Idee");

        await given.Moderator.DeleteAsync(given.Translation(one.Id, "de")).ReadNothingAsync();
        (await given.AskMachineAsync(one.Id).ReadAsync<ContributionTranslationDto>()).Origin.ShouldBe(TranslationOrigin.Machine);
    }

    [Fact]
    public async Task What_happens_while_it_works_counts()
    {
        var given = await WhereItIsAgreedAsync();
        await MeanwhileAsync(one => given.TranslateAsync(one, "Eine Idee").ReadAsync(), 409, "translated-by-person");
        await MeanwhileAsync(one => given.RewordAsync(one, Words()), 409, "contribution-reworded");
        await MeanwhileAsync(one => given.Participant.DeleteAsync(given.Of(one.Id)).ReadNothingAsync(), 404, "not-found");
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select string_agg(text, ', ') from contribution_translations where tenant = '{given.Tenant}'"
            )
        ).ShouldBe("Eine Idee");

        async Task MeanwhileAsync(Func<ContributionDto, Task> act, int status, string code)
        {
            var one = await given.ContributeInAsync("ar", Words());
            var pause = service.Translations.PauseAt(one.Text);
            var asked = given.AskMachineAsync(one.Id, key: Guid.CreateVersion7().ToString());
            await pause.Came.Task;
            await act(one);
            pause.Over.SetResult();
            await asked.ProblemAsync(status, code);
        }
    }

    [Fact]
    public async Task It_is_off_until_the_Landkreis_agrees_and_where_there_is_none()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var words = Words();
        var one = await given.ContributeInAsync("ar", words);
        await given.AskMachineAsync(one.Id).ProblemAsync(409, "machine-translation-off");
        (await given.TranslationsAsync(one.Id, given.Moderator)).MayUseMachine.ShouldBeFalse();
        service.Translations.TimesAsked(words).ShouldBe(0);
        (await given.SettleAsync(machine: true)).MachineTranslation.ShouldBeTrue();
        (await given.Moderator.GetAsync(given.Moderation("/rules")).ReadAsync<ModerationRulesDto>()).MachineTranslation.ShouldBeTrue();

        using var without = service.WithWebHostBuilder(web => web.UseSetting("Translation:Endpoint", "").TakesUpNothing());
        using var moderator = without.CreateClient();
        moderator.DefaultRequestHeaders.Authorization = new("Bearer", service.Issuer.Token([$"{given.Tenant}:moderator"]));
        await given.AskMachineAsync(one.Id, who: moderator).ProblemAsync(409, "machine-translation-off");
        (await given.TranslationsAsync(one.Id, moderator)).MayUseMachine.ShouldBeFalse();
        await given.TranslateAsync(one, "Eine Idee", who: moderator).ReadAsync();
    }

    [Fact]
    public async Task What_it_is_not_for_is_refused_before_it_is_asked()
    {
        var given = await WhereItIsAgreedAsync();
        var words = Words();
        var one = await given.ContributeInAsync("ar", words);
        await given.AskMachineAsync(one.Id, "ar").ProblemAsync(422, "translation-into-itself");
        await given.AskMachineAsync(one.Id, "fr").ProblemAsync(422, "translation-language-unknown");
        await given.AskMachineAsync(one.Id, "d").ProblemAsync(400, "validation");
        await given.AskMachineAsync(Guid.CreateVersion7()).ProblemAsync(404, "not-found");
        await given.AskMachineAsync(one.Id, "uk").ProblemAsync(422, "machine-language-unknown");
        await given.AskMachineAsync(one.Id, "de-x-leicht").ProblemAsync(422, "machine-language-unknown");
        var unknown = await given.ContributeInAsync("so", Words());
        await given.AskMachineAsync(unknown.Id).ProblemAsync(422, "machine-language-unknown");
        var noTargets = await given.ContributeInAsync("uk", Words());
        await given.AskMachineAsync(noTargets.Id).ProblemAsync(422, "machine-language-unknown");
        var longOne = await given.ContributeInAsync("ar", new('x', 3001));
        await given.AskMachineAsync(longOne.Id).ProblemAsync(422, "too-long-for-machine");
        service.Translations.TimesAsked(words).ShouldBe(0);

        var traditional = await given.ContributeInAsync("zh-Hant-TW", Words());
        await given.AskMachineAsync(traditional.Id).ReadAsync();
        service.Translations.AskedFor(traditional.Text).Source.ShouldBe("zh-Hant");
        var easy = await given.ContributeInAsync("de-x-leicht", Words());
        await given.AskMachineAsync(easy.Id, "en").ReadAsync();
        service.Translations.AskedFor(easy.Text).Source.ShouldBe("de");
    }

    [Fact]
    public async Task Whatever_it_answers_instead_is_told_and_nothing_is_stored()
    {
        using var meters = new Meters();
        var given = await WhereItIsAgreedAsync();
        foreach (var way in TranslationServer.WaysToFail)
        {
            var one = await given.ContributeInAsync("ar", Words(way));
            var problem = await given.AskMachineAsync(one.Id).ProblemAsync(503, "machine-translation-unavailable");
            problem.ToJsonString().ShouldNotContain(one.Text);
            (await given.TranslationsAsync(one.Id)).Items.ShouldBeEmpty(way);
        }
        meters.Sum("translations.machine", ("tenant", given.Tenant), ("outcome", "Refused")).ShouldBe(3);
        meters
            .Sum("translations.machine", ("tenant", given.Tenant), ("outcome", "NoTranslation"))
            .ShouldBe(TranslationServer.WaysToFail.Count() - 3);
        (await given.AskMachineAsync((await given.ContributeInAsync("ar", Words())).Id).ReadAsync()).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("SILENCE", null, "TimedOut")]
    [InlineData("", "http://127.0.0.1:1/", "Unreachable")]
    public async Task It_is_not_waited_for_without_end(string about, string? endpoint, string outcome)
    {
        using var meters = new Meters();
        var given = await WhereItIsAgreedAsync();
        var one = await given.ContributeInAsync("ar", Words(about));
        using var impatient = service.WithWebHostBuilder(web =>
            web.UseSetting("Translation:Endpoint", endpoint ?? service.Translations.Url)
                .UseSetting("Translation:Timeout", endpoint is null ? "00:00:01" : "00:00:10")
                .TakesUpNothing()
        );
        using var moderator = impatient.CreateClient();
        moderator.DefaultRequestHeaders.Authorization = new("Bearer", service.Issuer.Token([$"{given.Tenant}:moderator"]));
        await given.AskMachineAsync(one.Id, who: moderator).ProblemAsync(503, "machine-translation-unavailable");
        meters.Sum("translations.machine", ("tenant", given.Tenant), ("outcome", outcome)).ShouldBe(1);
    }

    [Theory]
    [InlineData("Endpoint", "ftp://translate.example/")]
    [InlineData("Endpoint", "translate.example")]
    [InlineData("Timeout", "00:00:20")]
    [InlineData("MaxCharacters", "0")]
    public void A_configuration_that_can_not_work_stops_the_start(string setting, string value)
    {
        using var wrong = service.WithWebHostBuilder(web => web.UseSetting($"Translation:{setting}", value).TakesUpNothing());
        Should.Throw<AggregateException>(() => wrong.CreateClient()).Message.ShouldContain(setting);
    }
}
