using System.Globalization;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_texts_are_screened(ParticipationService service)
{
    [Fact]
    public async Task Without_rules_all_is_published_at_once()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var rules = await given.Moderator.GetAsync(given.Moderation("/rules")).ReadAsync<ModerationRulesDto>();
        (rules.Version, rules.Mode, rules.Words.Count, rules.ContributionsPerHour).ShouldBe((0, ModerationMode.AfterPublication, 0, null));
        (await given.ContributeAsync("Ein Idiot schreibt")).State.ShouldBe(ContributionState.Standing);
        (await given.QueueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_publication_it_waits_and_then_all_see_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(ModerationMode.BeforePublication);
        var other = service.As(given.Tenant, "participant");
        var made = await given.ContributeAsync("Abendkurse");
        (made.State, made.Moderation!.HeldFor).ShouldBe((ContributionState.Held, HeldFor.BeforePublication));
        (await given.ListAsync(other, "?q=Abendkurs")).ShouldBeEmpty();
        await other.GetAsync(given.Of(made.Id)).ProblemAsync(404, "not-found");
        (await given.Participant.TaskKindsAsync(given.Tenant, "participation")).ShouldBeEmpty("it was contributed");
        await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new EditContribution("Doch anders"), made.Version)
            .ProblemAsync(409, "item-held");

        var one = (await given.QueueAsync("?caseKind=held&item=contribution")).ShouldHaveSingleItem();
        (one.Excerpt, one.ItemId, one.TopicAreaId).ShouldBe(("Abendkurse", made.Id, given.Open.Id));
        (await given.QueueAsync("?caseKind=reported")).ShouldBeEmpty();
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, (await given.RecordAsync()).Version)
            .ProblemAsync(409, "contributions-held");
        await given.DecideAsync(given.Moderator, one, CaseDecision.Publish).ReadAsync();
        (await given.ListAsync(other, "?q=Abendkurs")).Select(row => row.Id).ShouldBe([made.Id]);
        (await given.QueueAsync()).ShouldBeEmpty();

        (
            await given
                .Moderator.SendAsync(
                    HttpMethod.Post,
                    $"{given.Area}/contributions",
                    new SubmitContribution(ContributionKind.Idea, "Von der Moderation", StakeholderGroup.Administration)
                )
                .ReadAsync<ContributionDto>()
        ).State.ShouldBe(ContributionState.Standing, "who decides need not wait");
    }

    [Fact]
    public async Task A_word_of_the_list_holds_a_text_and_a_part_of_a_word_does_not()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(words: ["Idiot", " Lügen Presse ", "idiot", "?!"]);
        (await given.ContributeAsync("Idiotensicher erklären")).State.ShouldBe(ContributionState.Standing);
        (await given.ContributeAsync("Die Presse lügt")).State.ShouldBe(ContributionState.Standing);
        (await given.ContributeAsync("Presse und Lügen")).State.ShouldBe(ContributionState.Held, "all of its words are there");
        var held = await given.ContributeAsync("So ein IDIOT, dieser Amtsleiter!");
        (held.State, held.Moderation!.HeldFor).ShouldBe((ContributionState.Held, HeldFor.Words));
        (await given.QueueAsync())
            .Select(row => row.Words)
            .ShouldBe([
                ["Lügen Presse"],
                ["Idiot"],
            ]);

        var titled = await given
            .Participant.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, "Text", StakeholderGroup.CivilSociety, Title: "Idiot")
            )
            .ReadAsync<ContributionDto>();
        titled.State.ShouldBe(ContributionState.Held);
    }

    [Theory]
    [InlineData("<Idiot>")]
    [InlineData("Idiot.Du")]
    [InlineData("Idiot/Depp")]
    [InlineData("Id\u200Biot")]
    [InlineData("Lu\u0308gner")]
    public async Task Signs_hide_no_word_of_the_list(string text)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(words: ["Idiot", "Lügner"]);
        (await given.ContributeAsync($"So ein {text} hier")).State.ShouldBe(ContributionState.Held);
    }

    [Fact]
    public async Task Drafts_comments_and_changes_are_looked_at_too()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(words: ["Idiot"]);
        var other = service.As(given.Tenant, "participant");
        var draft = await given
            .Participant.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions/drafts",
                new WriteDraft(ContributionKind.Need, "Ein Idiot", Group: StakeholderGroup.CivilSociety)
            )
            .ReadAsync<DraftDto>();
        var submitted = await given
            .Participant.SendAsync(HttpMethod.Post, $"{given.Area}/contributions/drafts/{draft.Id}/submit", null)
            .ReadAsync<ContributionDto>();
        submitted.State.ShouldBe(ContributionState.Held);

        var made = await given.ContributeAsync("Abendkurse");
        var comment = await given.SayAsync(other, made.Id, "Du Idiot").ReadAsync<CommentDto>();
        (comment.State, comment.Moderation!.HeldFor).ShouldBe((CommentState.Held, HeldFor.Words));
        (await given.CommentsAsync(given.Participant, made.Id)).ShouldBeEmpty();
        (await given.CommentsAsync(other, made.Id)).Select(row => row.Text).ShouldBe(["Du Idiot"]);
        (await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Comments.ShouldBe(0);

        var fine = await given.SayAsync(other, made.Id, "Schön").ReadAsync<CommentDto>();
        fine = await other
            .SendAsync(HttpMethod.Put, $"{given.Of(made.Id)}/comments/{fine.Id}", new EditComment("Idiot"), fine.Version)
            .ReadAsync<CommentDto>();
        fine.State.ShouldBe(CommentState.Held);
        (await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Comments.ShouldBe(0);
        await other
            .SendAsync(HttpMethod.Put, $"{given.Of(made.Id)}/comments/{fine.Id}", new EditComment("Schön"), fine.Version)
            .ProblemAsync(409, "item-held");

        var now = await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        var edited = await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new EditContribution("Abendkurse für jeden Idiot"), now.Version)
            .ReadAsync<ContributionDto>();
        edited.State.ShouldBe(ContributionState.Held);
        (await given.ListAsync(other, "?q=Abendkurse")).ShouldBeEmpty();

        var cases = await given.QueueAsync();
        cases.Count.ShouldBe(4);
        foreach (var one in cases)
            await given.DecideAsync(given.Moderator, one, CaseDecision.Publish).ReadAsync();
        (await given.ListAsync(other, "?q=Abendkurse")).Select(row => row.Comments).ShouldBe([2]);
    }

    [Fact]
    public async Task More_than_the_hour_allows_is_refused_until_there_is_room_again()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(contributions: 2, comments: 1);
        var send = new SubmitContribution(ContributionKind.Need, "Ein Bedarf", StakeholderGroup.CivilSociety);
        var at = $"{given.Area}/contributions";
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => given.Participant.SendAsync(HttpMethod.Post, at, send)));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(2, "also of those that come at once");
        var refused = answers.First(answer => !answer.IsSuccessStatusCode);
        (
            (int)refused.StatusCode,
            (await refused.Content.ReadAsStringAsync()).Contains("written-too-much", StringComparison.Ordinal)
        ).ShouldBe((429, true));
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBeInRange(3500, 3600);

        var made = (await given.ListAsync(given.Participant))[0];
        await given.SayAsync(given.Participant, made.Id, "Einmal").ReadAsync();
        await given.SayAsync(given.Participant, made.Id, "Zweimal").ProblemAsync(429, "written-too-much");
        await given.SayAsync(service.As(given.Tenant, "participant"), made.Id, "Jemand anderes").ReadAsync();
        for (var number = 0; number < 3; number++)
            await given.SayAsync(given.Moderator, made.Id, "Für andere aufgeschrieben").ReadAsync();
        await Database.SetTimesAsync(
            service.AdminConnection,
            "contributions",
            $"id = '{made.Id}'",
            ("submitted_at", TimeSpan.FromMinutes(-61))
        );
        await given.Participant.SendAsync(HttpMethod.Post, at, send).ReadAsync();
        await given.Participant.SendAsync(HttpMethod.Post, at, send).ProblemAsync(429, "written-too-much");
    }

    [Fact]
    public async Task Rules_are_the_coordinators_and_older_ones_overwrite_no_newer()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var at = given.Moderation("/rules");
        var wish = new SetModerationRules(ModerationMode.BeforePublication, ["Idiot"], 5);
        await given.Moderator.SendAsync(HttpMethod.Put, at, wish, 0).ProblemAsync(403, "forbidden");
        await given.Participant.GetAsync(at).ProblemAsync(403, "forbidden");
        await given.Coordinator.SendAsync(HttpMethod.Put, at, wish).ProblemAsync(428, "if-match-missing");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => given.Coordinator.SendAsync(HttpMethod.Put, at, wish, 0)));
        both.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        await given.Coordinator.SendAsync(HttpMethod.Put, at, wish, 0).ProblemAsync(412, "changed-meanwhile");
        await given.Coordinator.SendAsync(HttpMethod.Put, at, wish with { ContributionsPerHour = 0 }, 1).ProblemAsync(400, "validation");
        var problem = await given
            .Coordinator.SendAsync(HttpMethod.Put, at, wish with { Words = ["kurz", new('x', 61)] }, 1)
            .ProblemAsync(400, "validation");
        problem["errors"]!["words[1]"].ShouldNotBeNull();
        await given
            .Coordinator.SendAsync(HttpMethod.Put, at, wish with { Words = [.. Enumerable.Repeat("x", 501)] }, 1)
            .ProblemAsync(400, "validation");
        (await given.SettleAsync(words: [" Idiot ", "idiot", " "])).Words.ShouldBe(["Idiot"]);
    }
}
