using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.Participation.Representativeness;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>An open topic area of a Landkreis whose statistics are known.</summary>
sealed class GivenRepresentation(ParticipationService service, Given area)
{
    public Given Area => area;
    public string Url => $"{area.Area}/representation";
    public string Statistics => $"/api/v1/{area.Tenant}/district-statistics";

    public static WriteDistrictStatistics Known =>
        new(
            "Statistische Ämter des Bundes und der Länder, Zensus 2022",
            "https://www.zensus2022.de/",
            new(2022, 5, 15),
            "dl-de/by-2-0",
            [
                new(
                    "age",
                    [
                        new("age16To24", 10.6m),
                        new("age25To39", 20.7m),
                        new("age40To59", 33.3m),
                        new("age60To74", 23m),
                        new("age75AndMore", 12.4m),
                    ],
                    "Menschen ab 16 Jahren"
                ),
                new("gender", [new("female", 50.6m), new("male", 49.4m)]),
            ]
        );

    public static async Task<GivenRepresentation> AnOpenTopicAreaAsync(ParticipationService service)
    {
        var given = new GivenRepresentation(service, await Given.AnOpenTopicAreaAsync(service));
        await given.ReplaceAsync(given.Area.Coordinator, Known).ReadAsync<DistrictStatisticsDto>();
        return given;
    }

    /// <param name="who">Who replaces them.</param>
    /// <param name="write">What they say then.</param>
    /// <param name="version">That was read; 0 for those who set them first.</param>
    public Task<HttpResponseMessage> ReplaceAsync(HttpClient who, object write, int version = 0) =>
        who.SendAsync(HttpMethod.Put, Statistics, write, version);

    /// <summary>Somebody with an account, who has contributed.</summary>
    public async Task<HttpClient> SomebodyAsync()
    {
        var who = service.As(area.Tenant, "participant");
        await ContributeAsync(who);
        return who;
    }

    public async Task ContributeAsync(HttpClient who) =>
        await who.SendAsync(
                HttpMethod.Post,
                $"{area.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, "Abends fehlen Kurse", StakeholderGroup.CivilSociety)
            )
            .ReadAsync<ContributionDto>();

    public static AnswerRepresentation Answer(params RepresentationAnswer[] answers) => new(Guid.CreateVersion7(), answers);

    public Task<HttpResponseMessage> AnswerAsync(HttpClient who, AnswerRepresentation answer) =>
        who.SendAsync(HttpMethod.Put, $"{Url}/answer", answer);

    /// <summary>So many people, each with an account.</summary>
    public async Task AnswerAsync(int people, params RepresentationAnswer[] answers)
    {
        for (var number = 0; number < people; number++)
            await AnswerAsync(await SomebodyAsync(), Answer(answers)).ReadNothingAsync();
    }

    public async Task<MadeInvitation> InviteAsync(int mostUses = 200) =>
        await area
            .Moderator.SendAsync(HttpMethod.Post, $"{area.Area}/invitations", new MakeInvitation("Elterncafé", MostUses: mostUses))
            .ReadAsync<MadeInvitation>();

    public string LinkOf(MadeInvitation made) => $"/api/v1/{area.Tenant}/invitation-links/{made.Token}";

    public async Task ContributeAsync(MadeInvitation made) =>
        await service
            .CreateClient()
            .SendAsync(
                HttpMethod.Post,
                $"{LinkOf(made)}/contributions",
                new ContributeByLink(ContributionKind.Need, "Ein Treffpunkt im Dorf", StakeholderGroup.CivilSociety)
            )
            .ReadAsync<ContributedByLink>();

    public Task<HttpResponseMessage> AnswerAsync(MadeInvitation made, AnswerRepresentation answer) =>
        service.CreateClient().SendAsync(HttpMethod.Put, $"{LinkOf(made)}/representation/answer", answer);

    public async Task<RepresentationDto> ShownAsync() => await service.CreateClient().GetAsync(Url).ReadAsync<RepresentationDto>();

    public async Task<RepresentationCounts> ShownAsync(RepresentationQuestion question) =>
        (await ShownAsync()).Questions.Single(one => one.Question == question);
}
