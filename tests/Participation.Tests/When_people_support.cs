using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_support(ParticipationService service)
{
    static Task<HttpResponseMessage> SupportAsync(HttpClient who, Given given, Guid id) => who.PutAsync($"{given.Of(id)}/support", null);

    [Fact]
    public async Task Each_counts_once_however_often_and_fast_it_is_said()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number => SupportAsync(number % 2 == 0 ? given.Moderator : given.Participant, given, made.Id).ReadAsync())
        );
        var seen = await given.Moderator.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        (seen.Supports, seen.Supported, seen.Version).ShouldBe((2, true, 3));
        (await given.Coordinator.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Supported.ShouldBeFalse();

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => given.Moderator.DeleteAsync($"{given.Of(made.Id)}/support").ReadAsync<ContributionDto>())
        );
        seen = await given.Moderator.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        (seen.Supports, seen.Supported).ShouldBe((1, false));
    }

    [Fact]
    public async Task What_others_support_keeps_its_words_and_what_is_withdrawn_loses_them()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var own = await SupportAsync(given.Participant, given, made.Id).ReadAsync<ContributionDto>();
        var edited = await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new EditContribution("Selbst unterstützt"), own.Version)
            .ReadAsync<ContributionDto>();
        await SupportAsync(given.Moderator, given, made.Id).ReadAsync();
        await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new EditContribution("Ganz anders"), edited.Version)
            .ProblemAsync(409, "others-have-reacted");

        await given.RecordAsync(made.Id);
        await given.Participant.DeleteAsync(given.Of(made.Id)).ReadNothingAsync();
        (await given.Moderator.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>()).Supports.ShouldBe(0);
        await SupportAsync(given.Moderator, given, made.Id).ProblemAsync(409, "contribution-withdrawn");
    }

    [Fact]
    public async Task It_needs_a_contribution_an_open_topic_area_and_the_right()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        await SupportAsync(given.Participant, given, Guid.CreateVersion7()).ProblemAsync(404, "not-found");
        await SupportAsync(service.As(given.Tenant, "check-in-helper"), given, made.Id).ProblemAsync(403, "forbidden");
        var elsewhere = await service.NewTenantAsync();
        await service
            .As(elsewhere, "participant")
            .PutAsync($"/api/v1/{elsewhere}/topic-areas/{given.Open.Id}/contributions/{made.Id}/support", null)
            .ProblemAsync(404, "not-found");
        await given.ConcludeAsync();
        await SupportAsync(given.Participant, given, made.Id).ProblemAsync(409, "topic-area-concluded");
    }
}
