using System.Xml.Linq;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Answers;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Merging;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_contributions_are_answered(ParticipationService service)
{
    [Fact]
    public async Task Answers_are_prepared_in_bulk_seen_by_staff_alone_and_published_at_once()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = new List<ContributionDto>();
        for (var number = 0; number < 4; number++)
            made.Add(await given.ContributeAsync($"Beitrag {number}"));
        await PrepareAsync(given, ContributionAnswer.TakenUp, "Kommt in Maßnahme 1.", made[0], made[1], made[2]).ReadAsync();
        var counts = await PrepareAsync(given, ContributionAnswer.NotTakenUp, "Ist Sache der Gemeinden.", made[2])
            .ReadAsync<AnswerCounts>();
        counts.ShouldBe(new(4, 0, 3, 1));
        (await given.Participant.GetAsync(given.Of(made[0].Id)).ReadAsync<ContributionDto>()).Answer.ShouldBeNull();
        var prepared = await given.Moderator.GetAsync($"{given.Area}/answers/prepared?limit=2").ReadAsync<Page<PreparedAnswerDto>>();
        prepared.Items.Select(row => row.Text).ShouldBe(["Beitrag 0", "Beitrag 1"]);
        var rest = await given
            .Moderator.GetAsync($"{given.Area}/answers/prepared?limit=2&after={prepared.Next}")
            .ReadAsync<Page<PreparedAnswerDto>>();
        rest.Items.Select(row => (row.Text, row.Answer)).ShouldBe([("Beitrag 2", ContributionAnswer.NotTakenUp)]);
        await given.Moderator.DeleteAsync($"{given.Area}/answers/prepared/{made[1].Id}").ReadNothingAsync();

        (await PublishAsync(given).ReadAsync<PublishedAnswers>()).ShouldBe(new(2, 0));
        (await PublishAsync(given).ReadAsync<PublishedAnswers>()).ShouldBe(new(0, 0), "a second time changes nothing");
        var seen = await given.Participant.GetAsync($"{given.Area}/contributions?answered=true").ReadAsync<Page<ContributionDto>>();
        seen.Items.Select(row => (row.Text, row.Answer, row.AnswerReason))
            .ShouldBe([
                ("Beitrag 0", ContributionAnswer.TakenUp, "Kommt in Maßnahme 1."),
                ("Beitrag 2", ContributionAnswer.NotTakenUp, "Ist Sache der Gemeinden."),
            ]);
        (await given.Moderator.GetAsync($"{given.Area}/answers").ReadAsync<AnswerCounts>()).ShouldBe(new(4, 2, 0, 2));
    }

    [Fact]
    public async Task One_mail_tells_an_author_of_all_answers_that_come_together_and_nothing_without_their_wish()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (address, silent) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var (author, other) = (With(given, address), With(given, silent));
        var (one, two) = (await ByAsync(given, author, "Mehr Kurse"), await ByAsync(given, author, "Mehr Busse"));
        var quiet = await ByAsync(given, other, "Mehr Ruhe");
        (await WishAsync(given, author, true).ReadAsync<NewsWish>()).ShouldBe(new(true, address, false));
        await PrepareAsync(given, ContributionAnswer.TakenUp, "Kommt in Maßnahme 1.", one, two, quiet).ReadAsync();
        (await PublishAsync(given).ReadAsync<PublishedAnswers>()).ShouldBe(new(3, 1));
        var drafted = new ContributionAnswered
        {
            Tenant = given.Tenant,
            AggregateId = two.Id,
            Version = 1,
            OccurredAt = two.SubmittedAt,
            Answer = ContributionAnswer.Deferred,
            Reason = "Für die nächste Ausgabe vorgemerkt.",
        };
        var id = Guid.CreateVersion7();
        await service.Bus.PublishAsync(drafted, id);
        await service.Bus.PublishAsync(drafted, id);

        await service.Mails.WaitAsync(address, "Für die nächste Ausgabe vorgemerkt.");
        var mails = service.Mails.To(address).Select(Mailbox.TextOf).ToList();
        string.Concat(mails).ShouldContain("Mehr Kurse");
        mails.Count(text => text.Contains("Mehr Kurse", StringComparison.Ordinal)).ShouldBe(1);
        service.Mails.To(silent).ShouldBeEmpty();

        (await WishAsync(given, author, false).ReadAsync<NewsWish>()).ByMail.ShouldBeFalse();
        (
            (long)
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"select count(*) from news_addresses where tenant = '{given.Tenant}'"
                    )
                )!
        ).ShouldBe(0, "nothing is kept of who wants to hear nothing");
    }

    [Fact]
    public async Task All_authors_of_what_was_merged_get_the_answer_in_their_feed_and_nobody_reads_it_without_its_address()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var author = service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], subject: "merged-author"));
        var (goes, stays) = (await ByAsync(given, author, "Kurse <abends>"), await given.ContributeAsync("Kurse am Abend"));
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Of(goes.Id)}/merge", new MergeContribution(stays.Id)).ReadAsync();
        await WishAsync(given, author, true).ProblemAsync(422, "no-mail-address");
        var feed = await author.SendAsync(HttpMethod.Post, $"{News(given)}/feed", null).ReadAsync<NewFeed>();
        await PrepareAsync(given, ContributionAnswer.TakenUp, "Kommt in Maßnahme 1.", stays).ReadAsync();
        await PublishAsync(given).ReadAsync();

        var path = new Uri(feed.Url).AbsolutePath;
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = XDocument.Parse(await service.CreateClient().GetStringAsync(path)).Root!.Elements(atom + "entry").Single();
        entry.Element(atom + "title")!.Value.ShouldBe("Kurse <abends>: aufgenommen");
        entry.Element(atom + "summary")!.Value.ShouldBe("Kommt in Maßnahme 1.");
        entry.Element(atom + "link")!.Attribute("href")!.Value.ShouldEndWith($"/topic-areas/{given.Open.Id}/contributions/{goes.Id}");

        await author.SendAsync(HttpMethod.Post, $"{News(given)}/feed", null).ReadAsync();
        await service.CreateClient().GetAsync(path).ProblemAsync(404, "not-found");
        var other = await service.NewTenantAsync();
        await service.CreateClient().GetAsync(path.Replace(given.Tenant, other, StringComparison.Ordinal)).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task What_was_withdrawn_meanwhile_gets_none_and_what_was_decided_overtakes_what_was_prepared()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (gone, decided) = (await given.ContributeAsync("Geht"), await given.ContributeAsync("Bleibt"));
        await PrepareAsync(given, ContributionAnswer.NotTakenUp, "Nein.", gone, decided).ReadAsync();
        await given.Participant.DeleteAsync(given.Of(gone.Id)).ReadNothingAsync();
        await service.Bus.PublishAsync(
            new ContributionAnswered
            {
                Tenant = given.Tenant,
                AggregateId = decided.Id,
                Version = 1,
                OccurredAt = decided.SubmittedAt,
                Answer = ContributionAnswer.TakenUp,
                Reason = "Maßnahme 1",
            }
        );
        await Eventually.GetAsync(
            async () => (await given.Participant.GetAsync(given.Of(decided.Id)).ReadAsync<ContributionDto>()).Answer is null ? null : "",
            "it is decided"
        );
        (await PublishAsync(given).ReadAsync<PublishedAnswers>()).Published.ShouldBe(0);
        (await given.Participant.GetAsync(given.Of(decided.Id)).ReadAsync<ContributionDto>()).Answer.ShouldBe(ContributionAnswer.TakenUp);
    }

    [Fact]
    public async Task Wrong_answers_other_roles_and_other_landkreise_store_nothing()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await PrepareAsync(given, ContributionAnswer.TakenUp, "  ", made).ProblemAsync(400, "validation");
        await PrepareAsync(given, ContributionAnswer.TakenUp, new string('x', 2001), made).ProblemAsync(400, "validation");
        await PrepareAsync(given, ContributionAnswer.TakenUp, "Ja").ProblemAsync(400, "validation");
        await PrepareAsync(given, ContributionAnswer.TakenUp, "Ja", made, made with { Id = Guid.CreateVersion7() })
            .ProblemAsync(422, "contribution-unknown");
        await given
            .Participant.SendAsync(
                HttpMethod.Put,
                $"{given.Area}/answers/prepared",
                new PrepareAnswers([made.Id], ContributionAnswer.TakenUp, "Ja")
            )
            .ProblemAsync(403, "forbidden");
        await given.Participant.SendAsync(HttpMethod.Post, $"{given.Area}/answers/publish", null).ProblemAsync(403, "forbidden");
        var other = await Given.AnOpenTopicAreaAsync(service);
        var elsewhere = given.Area.Replace(given.Tenant, other.Tenant, StringComparison.Ordinal);
        await other.Moderator.GetAsync($"{elsewhere}/answers").ProblemAsync(404, "not-found");
        await other.Moderator.GetAsync($"{elsewhere}/answers/prepared").ProblemAsync(404, "not-found");
        await other.Moderator.SendAsync(HttpMethod.Post, $"{elsewhere}/answers/publish", null).ProblemAsync(404, "not-found");
        (await given.Moderator.GetAsync($"{given.Area}/answers").ReadAsync<AnswerCounts>()).Prepared.ShouldBe(0);
    }

    [Fact]
    public async Task Two_who_publish_at_once_publish_each_answer_once()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await PrepareAsync(given, ContributionAnswer.TakenUp, "Ja.", made).ReadAsync();
        var published = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PublishAsync(given).ReadAsync<PublishedAnswers>()));
        published.Sum(one => one.Published).ShouldBe(1);
    }

    HttpClient With(Given given, string address) => service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], email: address));

    static Task<ContributionDto> ByAsync(Given given, HttpClient who, string text) =>
        who.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, text, StakeholderGroup.CivilSociety)
            )
            .ReadAsync<ContributionDto>();

    static string News(Given given) => $"/api/v1/{given.Tenant}/contributions/news";

    static Task<HttpResponseMessage> WishAsync(Given given, HttpClient who, bool byMail) =>
        who.SendAsync(HttpMethod.Put, News(given), new WishNews(byMail));

    static Task<HttpResponseMessage> PrepareAsync(Given given, ContributionAnswer answer, string reason, params ContributionDto[] made) =>
        given.Moderator.SendAsync(
            HttpMethod.Put,
            $"{given.Area}/answers/prepared",
            new PrepareAnswers([.. made.Select(one => one.Id)], answer, reason)
        );

    static Task<HttpResponseMessage> PublishAsync(Given given) =>
        given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/answers/publish", null);
}
