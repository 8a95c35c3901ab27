using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_reword(ParticipationService service)
{
    static Task<HttpResponseMessage> RewordAsync(HttpClient who, Given given, Guid id, string text, int? version) =>
        who.SendAsync(HttpMethod.Put, given.Of(id), new EditContribution(text, "Abendkurse", "uk"), version);

    [Fact]
    public async Task The_new_words_are_shown_and_the_earlier_ones_can_be_read()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var edited = await RewordAsync(given.Participant, given, made.Id, "Abends fehlen Deutschkurse", made.Version)
            .ReadAsync<ContributionDto>();
        (edited.Text, edited.Title, edited.Language, edited.Version).ShouldBe(("Abends fehlen Deutschkurse", "Abendkurse", "uk", 2));
        edited.EditedAt.ShouldNotBeNull();
        await RewordAsync(given.Participant, given, made.Id, "Abends fehlen Kurse B1", edited.Version).ReadAsync();

        var history = (await given.Moderator.GetAsync($"{given.Of(made.Id)}/history").ReadAsync<Page<WordingDto>>()).Items;
        history
            .Select(row => (row.Title, row.Text, row.Language))
            .ShouldBe([(null, "Abends fehlen Kurse", "de"), ("Abendkurse", "Abends fehlen Deutschkurse", "uk")]);
        history[0].WrittenAt.ShouldBe(made.SubmittedAt);
        history[1].WrittenAt.ShouldBe(edited.EditedAt.Value);
    }

    [Fact]
    public async Task Of_two_tabs_only_one_wins()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await RewordAsync(given.Participant, given, made.Id, "Ohne Fassung", null).ProblemAsync(428, "if-match-missing");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(tab => RewordAsync(given.Participant, given, made.Id, $"Reiter {tab}", made.Version))
        );
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        await Task.FromResult(answers.First(answer => !answer.IsSuccessStatusCode)).ProblemAsync(412, "changed-meanwhile");
        (await given.Moderator.GetAsync($"{given.Of(made.Id)}/history").ReadAsync<Page<WordingDto>>()).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_author_can_and_only_for_a_short_time()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await RewordAsync(given.Moderator, given, made.Id, "Nicht meins", made.Version).ProblemAsync(403, "not-the-author");
        await RewordAsync(given.Participant, given, made.Id, "", made.Version).ProblemAsync(400, "validation");
        await Database.SetTimesAsync(
            service.AdminConnection,
            "contributions",
            $"id = '{made.Id}'",
            ("submitted_at", TimeSpan.FromMinutes(-31))
        );
        await RewordAsync(given.Participant, given, made.Id, "Zu spät", made.Version).ProblemAsync(409, "edit-window-over");
    }

    [Fact]
    public async Task Its_words_stay_once_somebody_else_gave_points_but_not_for_ones_own()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await given.GivePointsAsync((made.Id, 2)).ReadAsync();
        var now = await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        (now.Points, now.Version).ShouldBe((null, 1), "nobody learns from it that points came");
        now = await RewordAsync(given.Participant, given, made.Id, "Mit eigenen Punkten", now.Version).ReadAsync<ContributionDto>();

        await given.GivePointsAsync(given.Moderator, (made.Id, 1)).ReadAsync();
        await RewordAsync(given.Participant, given, made.Id, "Mit fremden Punkten", now.Version).ProblemAsync(409, "others-have-reacted");
        await given.GivePointsAsync(given.Moderator).ReadAsync();
        now = await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        await RewordAsync(given.Participant, given, made.Id, "Wieder frei", now.Version).ReadAsync();
    }

    [Fact]
    public async Task Nothing_is_reworded_in_a_concluded_topic_area_or_another_landkreis()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var elsewhere = await service.NewTenantAsync();
        var url = $"/api/v1/{elsewhere}/topic-areas/{given.Open.Id}/contributions/{made.Id}";
        await service
            .As(elsewhere, "participant")
            .SendAsync(HttpMethod.Put, url, new EditContribution("Fremd"), made.Version)
            .ProblemAsync(404, "not-found");
        await service.As(elsewhere, "participant").GetAsync($"{url}/history").ProblemAsync(404, "not-found");
        await service.As(elsewhere, "participant").DeleteAsync(url).ProblemAsync(404, "not-found");

        await given.ConcludeAsync();
        await RewordAsync(given.Participant, given, made.Id, "Zu spät", made.Version).ProblemAsync(409, "topic-area-concluded");
        await given.Participant.DeleteAsync(given.Of(made.Id)).ProblemAsync(409, "topic-area-concluded");
    }

    [Fact]
    public async Task A_language_is_one_of_BCP_47()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        Task<HttpResponseMessage> In(string? language) =>
            given.Participant.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, "Ein Text", StakeholderGroup.Politics, Language: language)
            );
        (await In(null).ReadAsync<ContributionDto>()).Language.ShouldBe("de");
        (await In("").ReadAsync<ContributionDto>()).Language.ShouldBe("de");
        (await In("AR-sy").ReadAsync<ContributionDto>()).Language.ShouldBe("ar-SY");
        (await In("zh-hant-TW").ReadAsync<ContributionDto>()).Language.ShouldBe("zh-Hant-TW");
        foreach (var none in new[] { "deutsch", "de_DE", "de-", "d", "1a", "de DE" })
            await In(none).ProblemAsync(400, "validation");
    }
}
