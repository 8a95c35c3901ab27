using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Capturing;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_contribute_without_an_account(ParticipationService service)
{
    static readonly ContributeByLink Wish = new(ContributionKind.Need, "Ein Treffpunkt im Dorf", StakeholderGroup.CivilSociety);

    [Fact]
    public async Task What_came_on_paper_is_written_down_in_bulk_with_its_source_and_nobody_as_its_author()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var captured = await CaptureAsync(
                given,
                given.Moderator,
                new CaptureItem(ContributionKind.Need, "  Busse am Abend ", StakeholderGroup.CivilSociety),
                new CaptureItem(ContributionKind.Idea, "مقهى اللغة", StakeholderGroup.MigrantOrganisation, null, "ar")
            )
            .ReadAsync<CapturedContributions>();
        var rows = (await given.Participant.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>()).Items;
        rows.Select(row => (row.Id, row.Text, row.Language, row.Source, row.SourceTitle, row.Mine))
            .ShouldBe([
                (captured.Ids[0], "Busse am Abend", "de", ContributionOrigin.Paper, "Zettel vom Fest", false),
                (captured.Ids[1], "مقهى اللغة", "ar", ContributionOrigin.Paper, "Zettel vom Fest", false),
            ]);
        (
            await given.Moderator.GetAsync($"/api/v1/{given.Tenant}/contributions/mine").ReadAsync<Page<MyContributionDto>>()
        ).Items.ShouldBeEmpty();
        (await given.Participant.GetAsync($"{given.Area}/contributions?q=Bus").ReadAsync<Page<ContributionDto>>()).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_wrong_sheet_is_told_at_its_field_and_none_is_stored()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var right = new CaptureItem(ContributionKind.Need, "Busse am Abend", StakeholderGroup.CivilSociety);
        var told = await CaptureAsync(given, given.Moderator, right, right with { Text = "" }).ProblemAsync(400, "validation");
        told["errors"]!.AsObject().Select(pair => pair.Key).ShouldBe(["items[1].text"]);
        await CaptureAsync(given, given.Moderator, right, right with { Language = "klingonisch!" }).ProblemAsync(400, "validation");
        await CaptureAsync(given, given.Moderator, right, right with { Group = null }).ProblemAsync(400, "validation");
        await CaptureAsync(given, given.Moderator, right with { OrganisationId = Guid.CreateVersion7() })
            .ProblemAsync(422, "organisation-unknown");
        await CaptureAsync(given, given.Moderator, [.. Enumerable.Repeat(right, 101)]).ProblemAsync(400, "validation");
        await CaptureAsync(given, given.Participant, right).ProblemAsync(403, "forbidden");
        (await given.Participant.GetAsync($"{given.Area}/contributions").ReadAsync<Page<ContributionDto>>()).Items.ShouldBeEmpty();
        await given.RecordAsync();
        await given.ConcludeAsync();
        await CaptureAsync(given, given.Moderator, right).ProblemAsync(409, "topic-area-concluded");
    }

    [Fact]
    public async Task What_comes_by_a_link_is_looked_at_before_all_see_it()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await InviteAsync(given, new("Elterncafé", StakeholderGroup.MigrantOrganisation));
        var guest = service.CreateClient();
        (await guest.GetAsync(LinkOf(given, made)).ReadAsync<InvitationSeat>()).ShouldBe(
            new("Bildung", true, false, StakeholderGroup.MigrantOrganisation)
        );
        var contributed = await ContributeAsync(guest, given, made, Wish).ReadAsync<ContributedByLink>();
        await given.Participant.GetAsync(given.Of(contributed.Id)).ProblemAsync(404, "not-found");

        var waiting = (await given.QueueAsync()).Single();
        await given.DecideAsync(given.Moderator, waiting, CaseDecision.Publish).ReadAsync();
        var seen = await given.Participant.GetAsync(given.Of(contributed.Id)).ReadAsync<ContributionDto>();
        (seen.Group, seen.Source, seen.SourceTitle, seen.State).ShouldBe(
            (StakeholderGroup.MigrantOrganisation, ContributionOrigin.Invitation, "Elterncafé", ContributionState.Standing)
        );
    }

    [Fact]
    public async Task A_personal_link_is_good_once_also_when_it_was_forwarded_and_used_at_the_same_moment()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await InviteAsync(given, new("Persönlich", StakeholderGroup.Politics, MostUses: 1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ContributeAsync(service.CreateClient(), given, made, Wish)));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        await ContributeAsync(service.CreateClient(), given, made, Wish).ProblemAsync(409, "invitation-used");
        (await service.CreateClient().GetAsync(LinkOf(given, made)).ReadAsync<InvitationSeat>()).Used.ShouldBeTrue();
        var listed = await given.Moderator.GetAsync($"{given.Area}/invitations").ReadAsync<Page<ContributionInvitationDto>>();
        listed.Items.Select(row => (row.Uses, row.MostUses)).ShouldBe([(1, 1)]);
    }

    [Fact]
    public async Task A_link_that_was_ended_ran_out_or_belongs_elsewhere_leads_nowhere()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = await Given.AnOpenTopicAreaAsync(service);
        var (ended, over) = (await InviteAsync(given, new("A")), await InviteAsync(given, new("B")));
        var guest = service.CreateClient();
        await ContributeAsync(guest, other, ended, Wish).ProblemAsync(404, "invitation-link-void");
        await ContributeAsync(guest, given, ended, Wish with { Group = null }).ProblemAsync(400, "validation");
        await ContributeAsync(guest, given, ended, Wish with { Text = new string('x', 4001) }).ProblemAsync(400, "validation");
        await given.Participant.DeleteAsync($"{given.Area}/invitations/{ended.Id}").ProblemAsync(403, "forbidden");
        await given.Moderator.DeleteAsync($"{given.Area}/invitations/{ended.Id}").ReadNothingAsync();
        await ContributeAsync(guest, given, ended, Wish).ProblemAsync(404, "invitation-link-void");
        await guest.GetAsync(LinkOf(given, ended)).ProblemAsync(404, "invitation-link-void");
        await Database.ExecuteAsync(service.AdminConnection, $"update invitations set ends_at = now() where id = '{over.Id}'");
        await ContributeAsync(guest, given, over, Wish).ProblemAsync(404, "invitation-link-void");
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/invitations", new MakeInvitation("C", MostUses: 1001))
            .ProblemAsync(400, "validation");
        (await given.QueueAsync()).ShouldBeEmpty("nothing is stored by halves");
    }

    static Task<HttpResponseMessage> CaptureAsync(Given given, HttpClient who, params CaptureItem[] items) =>
        who.SendAsync(HttpMethod.Post, $"{given.Area}/contributions/captured", new CaptureContributions("Zettel vom Fest", items));

    static Task<MadeInvitation> InviteAsync(Given given, MakeInvitation make) =>
        given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/invitations", make).ReadAsync<MadeInvitation>();

    static string LinkOf(Given given, MadeInvitation made) => $"/api/v1/{given.Tenant}/invitation-links/{made.Token}";

    static Task<HttpResponseMessage> ContributeAsync(HttpClient who, Given given, MadeInvitation made, ContributeByLink wish) =>
        who.SendAsync(HttpMethod.Post, $"{LinkOf(given, made)}/contributions", wish);
}
