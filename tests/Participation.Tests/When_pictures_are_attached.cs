using System.Net.Http.Headers;
using System.Text;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Attachments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_pictures_are_attached(ParticipationService service)
{
    [Fact]
    public async Task All_see_a_picture_and_nothing_else_that_was_in_its_file()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var one = await given.ContributeAsync("Der letzte Bus fährt um 18 Uhr");
        var added = await AttachAsync(given, one.Id, Pixels.Jpeg(3000, 1000, "50.3990 8.0640")).ReadAsync<AttachmentDto>();
        (added.Description, added.Width, added.Height).ShouldBe(("Die Haltestelle", 1600, 533));
        (await ListAsync(given, given.Moderator, one.Id)).ShouldBe([added]);
        (await ListAsync(given, service.As(given.Tenant, "participant"), one.Id)).ShouldBe([added with { MayRemove = false }]);
        var kept = await given.Moderator.GetByteArrayAsync($"{given.Of(one.Id)}/attachments/{added.Id}");
        kept.AsSpan().IndexOf(Encoding.ASCII.GetBytes("50.3990")).ShouldBe(-1);

        var other = service.As(given.Tenant, "participant");
        await other.DeleteAsync($"{given.Of(one.Id)}/attachments/{added.Id}").ProblemAsync(403, "not-the-author");
        await given.Participant.DeleteAsync($"{given.Of(one.Id)}/attachments/{added.Id}").ReadNothingAsync();
        await given.Participant.DeleteAsync($"{given.Of(one.Id)}/attachments/{added.Id}").ProblemAsync(404, "not-found");
        var again = await AttachAsync(given, one.Id).ReadAsync<AttachmentDto>();
        await given.Moderator.DeleteAsync($"{given.Of(one.Id)}/attachments/{again.Id}").ReadNothingAsync(); // somebody is on it
        (await given.Coordinator.GetStringAsync(given.Moderation("/log"))).ShouldContain("pictureRemoved");
        (await ListAsync(given, given.Participant, one.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_picture_too_many_too_late_or_not_ones_own_is_refused()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var one = await given.ContributeAsync("Der letzte Bus fährt um 18 Uhr");
        await AttachAsync(given, one.Id, "<svg><script/></svg>"u8.ToArray()).ProblemAsync(422, "no-picture");
        await AttachAsync(given, one.Id, type: "application/pdf").ProblemAsync(415, "unsupported-media-type");
        await AttachAsync(given, one.Id, description: " ").ProblemAsync(400, "validation");
        await AttachAsync(given, one.Id, description: new('x', 301)).ProblemAsync(400, "validation");
        await AttachAsync(given, one.Id, who: given.Moderator).ProblemAsync(403, "not-the-author");
        await AttachAsync(given, Guid.CreateVersion7()).ProblemAsync(404, "not-found");
        var elsewhere = await Given.AnOpenTopicAreaAsync(service);
        await elsewhere
            .Participant.GetAsync($"/api/v1/{elsewhere.Tenant}/topic-areas/{given.Open.Id}/contributions/{one.Id}/attachments")
            .ProblemAsync(404, "not-found");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AttachAsync(given, one.Id)));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(3);
        await AttachAsync(given, one.Id).ProblemAsync(409, "too-many-attachments");

        var liked = await given.ContributeAsync("Ein Bürgerbus");
        await given.Moderator.SendAsync(HttpMethod.Put, $"{given.Of(liked.Id)}/support", null).ReadAsync();
        await AttachAsync(given, liked.Id).ProblemAsync(409, "others-have-reacted");
        await given.ConcludeAsync();
        await AttachAsync(given, one.Id).ProblemAsync(409, "topic-area-concluded");
    }

    [Fact]
    public async Task Where_moderators_look_first_they_look_at_pictures_too()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(ModerationMode.BeforePublication);
        var one = await given.ContributeAsync("Der letzte Bus fährt um 18 Uhr");
        var added = await AttachAsync(given, one.Id).ReadAsync<AttachmentDto>();
        var other = service.As(given.Tenant, "participant");
        await other.GetAsync($"{given.Of(one.Id)}/attachments/{added.Id}").ProblemAsync(404, "not-found");
        (await ListAsync(given, given.Moderator, one.Id)).Count.ShouldBe(1);

        var waiting = (await given.QueueAsync()).Single();
        await AttachAsync(given, one.Id).ReadAsync();
        await given.DecideAsync(given.Moderator, waiting, CaseDecision.Publish).ProblemAsync(412, "changed-meanwhile"); // unseen
        waiting = (await given.QueueAsync()).Single();
        waiting = await given
            .Moderator.SendAsync(HttpMethod.Post, given.Moderation($"/{waiting.Id}/claim"), new ClaimCase())
            .ReadAsync<ModerationCaseDto>();
        await AttachAsync(given, one.Id).ProblemAsync(409, "item-reported"); // somebody looks at it as it is
        await given.DecideAsync(given.Moderator, waiting, CaseDecision.Publish).ReadAsync();
        (await ListAsync(given, other, one.Id)).Count.ShouldBe(2);

        await AttachAsync(given, one.Id).ReadAsync();
        (await given.Participant.GetAsync(given.Of(one.Id)).ReadAsync<ContributionDto>()).State.ShouldBe(ContributionState.Held);
        await other.GetAsync($"{given.Of(one.Id)}/attachments").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task What_it_shows_is_said_without_words_of_the_list_and_stays_while_it_is_reported()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await given.SettleAsync(words: ["Geheimwort"]);
        var (one, other) = (await given.ContributeAsync("Der letzte Bus"), await given.ContributeAsync("Ein Bürgerbus"));
        await AttachAsync(given, one.Id, description: "Ein Geheimwort an der Wand").ReadAsync();
        (await given.Participant.GetAsync(given.Of(one.Id)).ReadAsync<ContributionDto>()).State.ShouldBe(ContributionState.Held);

        var picture = await AttachAsync(given, other.Id).ReadAsync<AttachmentDto>();
        await given.ReportAsync(service.As(given.Tenant, "participant"), other.Id).ReadAsync();
        await given.Participant.DeleteAsync($"{given.Of(other.Id)}/attachments/{picture.Id}").ProblemAsync(409, "item-reported");
    }

    [Fact]
    public async Task It_goes_with_its_contribution_and_stays_with_the_one_that_stands_for_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (goes, stays, gone) = (
            await given.ContributeAsync("Ein Bus am Abend"),
            await given.ContributeAsync("Ein Bürgerbus"),
            await given.ContributeAsync("Etwas anderes")
        );
        var picture = await AttachAsync(given, goes.Id).ReadAsync<AttachmentDto>();
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Of(goes.Id)}/merge", new { into = stays.Id }).ReadAsync();
        (await ListAsync(given, given.Moderator, stays.Id)).ShouldBe([picture]);
        (await given.Moderator.GetByteArrayAsync($"{given.Of(stays.Id)}/attachments/{picture.Id}")).Length.ShouldBeGreaterThan(0);
        await given.Moderator.DeleteAsync($"{given.Of(stays.Id)}/attachments/{picture.Id}").ReadNothingAsync();
        (await ListAsync(given, given.Moderator, stays.Id)).ShouldBeEmpty();

        await AttachAsync(given, gone.Id).ReadAsync();
        await given.Participant.DeleteAsync(given.Of(gone.Id)).ReadNothingAsync();
        (await CountAsync(given, gone.Id)).ShouldBe(0L);
    }

    [Fact]
    public async Task Who_is_erased_leaves_words_and_no_pictures()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (id, address) = (Guid.CreateVersion7(), Mailbox.NewAddress());
        var who = service.Client(service.Issuer.Token([$"{given.Tenant}:participant"], subject: id.ToString(), email: address));
        var one = await who.SendAsync(
                HttpMethod.Post,
                $"{given.Area}/contributions",
                new SubmitContribution(ContributionKind.Need, "Der letzte Bus fährt um 18 Uhr", StakeholderGroup.CivilSociety)
            )
            .ReadAsync<ContributionDto>();
        await AttachAsync(given, one.Id, who: who).ReadAsync();
        (await who.GetStringAsync($"/api/v1/{given.Tenant}/my-data/participation")).ShouldContain("Die Haltestelle");

        await service.Bus.EraseAsync<PersonErasedInParticipation>(AnErasure.Of(id, address));
        (await CountAsync(given, one.Id)).ShouldBe(0L);
        (await given.Moderator.GetAsync(given.Of(one.Id)).ReadAsync<ContributionDto>()).Text.ShouldContain("Bus");
    }

    async Task<object?> CountAsync(Given given, Guid contribution) =>
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"select count(*) from attachments where tenant = '{given.Tenant}' and contribution_id = '{contribution}'"
        );

    static Task<IReadOnlyList<AttachmentDto>> ListAsync(Given given, HttpClient who, Guid contribution) =>
        who.GetAsync($"{given.Of(contribution)}/attachments").ReadAsync<IReadOnlyList<AttachmentDto>>();

    static async Task<HttpResponseMessage> AttachAsync(
        Given given,
        Guid contribution,
        byte[]? file = null,
        string type = "image/jpeg",
        string description = "Die Haltestelle",
        HttpClient? who = null
    )
    {
        using var content = new ByteArrayContent(file ?? Pixels.Jpeg(40, 30));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await (who ?? given.Participant).PostAsync(
            $"{given.Of(contribution)}/attachments?description={Uri.EscapeDataString(description)}",
            content
        );
    }
}
