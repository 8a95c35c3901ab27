using System.Text.RegularExpressions;
using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing;
using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.Participation.WaysIn;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>From the public page, without an account and without knowing anybody.</summary>
public sealed partial class When_anybody_wants_to_contribute(ParticipationService service)
{
    static readonly int MostPerAddress = new MailOptions().MostPerAddress;
    static readonly ContributeByLink Wish = new(ContributionKind.Need, "Автобус увечері", StakeholderGroup.CivilSociety, "uk");

    [Fact]
    public async Task They_say_where_follow_the_link_in_the_mail_and_write()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var anybody = service.CreateClient();
        var ways = await anybody.GetAsync($"/api/v1/{given.Tenant}/ways-in").ReadAsync<WaysInDto>();
        ways.TopicAreas.Select(area => area.Title).ShouldBe(["Bildung"]);

        var address = Mailbox.NewAddress();
        await AskAsync(given, anybody, new(ways.TopicAreas[0].Id, address, "uk")).ReadAsync<LinkSent>();
        var link = await LinkInMailAsync(address, "Написати внесок");
        await anybody.SendAsync(HttpMethod.Post, $"{link}/contributions", Wish).ReadAsync<ContributedByLink>();
        await anybody.SendAsync(HttpMethod.Post, $"{link}/contributions", Wish).ProblemAsync(409, "invitation-used");

        (await given.QueueAsync()).Single().Excerpt.ShouldBe("Автобус увечері");
        (await KeptAsync(given)).ShouldBe(0L, "once the link was used nobody needs the address");
        (await given.Moderator.GetAsync($"{given.Area}/invitations").ReadAsync<Page<ContributionInvitationDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_answer_whether_or_not_a_mail_goes_out_and_an_address_gets_few()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (anybody, address) = (service.CreateClient(), Mailbox.NewAddress());
        var told = new HashSet<string>();
        for (var time = 0; time < MostPerAddress + 1; time++)
            told.Add((await AskAsync(given, anybody, new(given.Open.Id, address)).ReadAsync<LinkSent>()).Message);
        told.Count.ShouldBe(1);
        (await KeptAsync(given)).ShouldBe((long)MostPerAddress);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_is_kept()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var other = await Given.AnOpenTopicAreaAsync(service);
        var (anybody, address) = (service.CreateClient(), Mailbox.NewAddress());
        (await AskAsync(given, anybody, new(given.Open.Id, "keine Adresse")).ProblemAsync(400, "validation"))["errors"]!
            ["address"]
            .ShouldNotBeNull();
        (await AskAsync(given, anybody, new(given.Open.Id, address, "xx")).ProblemAsync(400, "validation"))["errors"]!
            ["language"]
            .ShouldNotBeNull();
        await AskAsync(given, anybody, new(other.Open.Id, address)).ProblemAsync(404, "not-found");
        await given.RecordAsync();
        await given.ConcludeAsync();
        await AskAsync(given, anybody, new(given.Open.Id, address)).ProblemAsync(409, "topic-area-concluded");
        (await anybody.GetAsync($"/api/v1/{given.Tenant}/ways-in").ReadAsync<WaysInDto>()).TopicAreas.ShouldBeEmpty();
        (await KeptAsync(given)).ShouldBe(0L);
    }

    [Fact]
    public async Task Who_does_not_follow_the_link_in_time_is_forgotten()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var address = Mailbox.NewAddress();
        await AskAsync(given, service.CreateClient(), new(given.Open.Id, address)).ReadAsync<LinkSent>();
        var link = await LinkInMailAsync(address, "Beitrag schreiben");
        await Database.ExecuteAsync(service.AdminConnection, $"update invitations set ends_at = now() where tenant = '{given.Tenant}'");
        await service.CreateClient().SendAsync(HttpMethod.Post, $"{link}/contributions", Wish).ProblemAsync(404, "invitation-link-void");
        await service.AsOperator().PostAsync("/api/v1/operations/participation/housekeeping", null).ReadAsync();
        (await KeptAsync(given)).ShouldBe(0L);
    }

    async Task<string> LinkInMailAsync(string address, string words)
    {
        await service.Mails.WaitAsync(address, words);
        var text = Mailbox.TextOf(service.Mails.To(address).Single());
        return Link().Replace(Link().Match(text).Value, "/api/v1/$1/invitation-links/$2");
    }

    async Task<object?> KeptAsync(Given given) =>
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"select count(*) from invitations where tenant = '{given.Tenant}' and address is not null"
        );

    static Task<HttpResponseMessage> AskAsync(Given given, HttpClient who, AskForLink ask) =>
        who.SendAsync(HttpMethod.Post, $"/api/v1/{given.Tenant}/ways-in/links", ask);

    [GeneratedRegex(@"https?://[^/]+/portal/([^/]+)/contribute/([\w-]+)")]
    private static partial Regex Link();
}
