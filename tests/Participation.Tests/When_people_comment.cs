using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.Participation.Wordings;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_people_comment(ParticipationService service)
{
    static Task<HttpResponseMessage> SayAsync(HttpClient who, Given given, Guid id, string text, Guid? parent = null, string? key = null) =>
        who.SendAsync(HttpMethod.Post, $"{given.Of(id)}/comments", new WriteComment(text, parent), idempotencyKey: key);

    static async Task<IReadOnlyList<CommentDto>> CommentsAsync(Given given, Guid id, string below = "") =>
        (await given.Participant.GetAsync($"{given.Of(id)}/comments{below}").ReadAsync<Page<CommentDto>>()).Items;

    static async Task<int> CountAsync(Given given, Guid id) =>
        (await given.Participant.GetAsync(given.Of(id)).ReadAsync<ContributionDto>()).Comments;

    [Fact]
    public async Task Threads_are_flat_and_counted_and_name_no_person()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var top = await SayAsync(given.Moderator, given, made.Id, "Wann genau?").ReadAsync<CommentDto>();
        var reply = await SayAsync(given.Participant, given, made.Id, "Um 19 Uhr", top.Id).ReadAsync<CommentDto>();
        var deep = await SayAsync(given.Moderator, given, made.Id, "Auch samstags?", reply.Id).ReadAsync<CommentDto>();
        await SayAsync(given.Moderator, given, made.Id, "Gute Sache").ReadAsync<CommentDto>();

        (await CommentsAsync(given, made.Id))
            .Select(row => (row.Text, row.ParentId, row.Replies, row.Mine))
            .ShouldBe([("Wann genau?", null, 2, false), ("Gute Sache", null, 0, false)]);
        (await CommentsAsync(given, made.Id, $"/{top.Id}/replies"))
            .Select(row => (row.Id, row.ParentId, row.Mine))
            .ShouldBe([(reply.Id, top.Id, true), (deep.Id, reply.Id, false)]);
        (await CommentsAsync(given, made.Id, $"/{reply.Id}/replies")).Select(row => row.Id).ShouldBe([deep.Id]);
        (await CommentsAsync(given, made.Id, "?limit=1")).Count.ShouldBe(1);
        (await CountAsync(given, made.Id)).ShouldBe(4);
    }

    [Fact]
    public async Task A_deleted_one_with_answers_leaves_an_empty_one_until_they_are_gone()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var top = await SayAsync(given.Moderator, given, made.Id, "Wann genau?").ReadAsync<CommentDto>();
        var reply = await SayAsync(given.Participant, given, made.Id, "Um 19 Uhr", top.Id).ReadAsync<CommentDto>();
        var deep = await SayAsync(given.Moderator, given, made.Id, "Auch samstags?", reply.Id).ReadAsync<CommentDto>();
        string Of(CommentDto comment) => $"{given.Of(made.Id)}/comments/{comment.Id}";

        await given.Participant.DeleteAsync(Of(top)).ProblemAsync(403, "not-the-author");
        await given.Moderator.DeleteAsync(Of(top)).ReadNothingAsync();
        await given.Participant.DeleteAsync(Of(reply)).ReadNothingAsync();
        await given.Moderator.DeleteAsync(Of(top)).ProblemAsync(409, "comment-deleted");
        await SayAsync(given.Participant, given, made.Id, "Zu spät", top.Id).ProblemAsync(422, "parent-unknown");
        (await CommentsAsync(given, made.Id))
            .Select(row => (row.Text, row.Deleted, row.Mine, row.Replies))
            .ShouldBe([("", true, false, 1)]);
        (await CountAsync(given, made.Id)).ShouldBe(1);

        await given.Moderator.DeleteAsync(Of(deep)).ReadNothingAsync();
        (await CommentsAsync(given, made.Id)).ShouldBeEmpty("what was kept for its answers goes with them");
        (await CountAsync(given, made.Id)).ShouldBe(0);
        (await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from comments where tenant = '{given.Tenant}'")).ShouldBe(
            0L
        );
    }

    [Fact]
    public async Task Its_author_changes_it_for_a_short_time_and_in_one_tab()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var comment = await SayAsync(given.Participant, given, made.Id, "Tippfehlr").ReadAsync<CommentDto>();
        Task<HttpResponseMessage> EditAsync(HttpClient who, string text, int? version) =>
            who.SendAsync(HttpMethod.Put, $"{given.Of(made.Id)}/comments/{comment.Id}", new EditComment(text), version);

        var edits = await Task.WhenAll(Enumerable.Range(0, 3).Select(tab => EditAsync(given.Participant, $"Tippfehler {tab}", 1)));
        edits.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        await EditAsync(given.Participant, "Veraltet", 1).ProblemAsync(412, "changed-meanwhile");
        await EditAsync(given.Participant, "Ohne Fassung", null).ProblemAsync(428, "if-match-missing");
        await EditAsync(given.Moderator, "Fremd", 2).ProblemAsync(403, "not-the-author");
        await EditAsync(given.Participant, " ", 2).ProblemAsync(400, "validation");
        await Database.SetTimesAsync(
            service.AdminConnection,
            "comments",
            $"id = '{comment.Id}'",
            ("written_at", TimeSpan.FromMinutes(-31))
        );
        await EditAsync(given.Participant, "Zu spät", 2).ProblemAsync(409, "edit-window-over");
    }

    [Fact]
    public async Task All_that_are_written_at_once_are_counted_and_a_repeated_one_once()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var top = await SayAsync(given.Moderator, given, made.Id, "Wann genau?").ReadAsync<CommentDto>();
        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(number =>
                    SayAsync(
                            given.Participant,
                            given,
                            made.Id,
                            "Antwort",
                            number % 2 == 0 ? top.Id : null,
                            number > 7 ? $"k{number % 2}" : null
                        )
                        .ReadAsync()
                )
        );
        (await CountAsync(given, made.Id)).ShouldBe(11, "four of the thirteen were two, told twice");
        (await CommentsAsync(given, made.Id)).Sum(row => row.Replies + 1).ShouldBe(11);
    }

    [Fact]
    public async Task Only_delegates_speak_for_an_organisation_and_others_comments_bind_the_words()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var made = await given.ContributeAsync();
        var organisation = await given
            .Coordinator.SendAsync(
                HttpMethod.Post,
                $"/api/v1/{given.Tenant}/organisations",
                new EditOrganisation("Kulturverein", StakeholderGroup.MigrantOrganisation, [])
            )
            .ReadAsync<OrganisationDto>();
        var write = new WriteComment("Wir machen mit", OrganisationId: organisation.Id);
        await given.Participant.SendAsync(HttpMethod.Post, $"{given.Of(made.Id)}/comments", write).ProblemAsync(403, "not-a-delegate");
        await SayAsync(given.Participant, given, made.Id, "Eigene Ergänzung").ReadAsync();
        var now = await given.Participant.GetAsync(given.Of(made.Id)).ReadAsync<ContributionDto>();
        now = await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new EditContribution("Noch frei"), now.Version)
            .ReadAsync<ContributionDto>();

        var said = await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Of(made.Id)}/comments", write).ReadAsync<CommentDto>();
        said.Organisation.ShouldBe("Kulturverein");
        await given
            .Participant.SendAsync(HttpMethod.Put, given.Of(made.Id), new EditContribution("Nicht mehr"), now.Version)
            .ProblemAsync(409, "others-have-reacted");
    }

    [Fact]
    public async Task Wrong_input_foreign_places_and_closed_topic_areas_are_refused()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var (made, other) = (await given.ContributeAsync(), await given.ContributeAsync("Ein anderer"));
        var comment = await SayAsync(given.Participant, given, made.Id, "Zum ersten").ReadAsync<CommentDto>();
        await SayAsync(given.Participant, given, made.Id, "").ProblemAsync(400, "validation");
        await SayAsync(given.Participant, given, made.Id, new('x', 2001)).ProblemAsync(400, "validation");
        await SayAsync(given.Participant, given, other.Id, "Quer", comment.Id).ProblemAsync(422, "parent-unknown");
        await given.Participant.GetAsync($"{given.Of(other.Id)}/comments/{comment.Id}").ProblemAsync(404, "not-found");
        await SayAsync(given.Participant, given, Guid.CreateVersion7(), "Ins Leere").ProblemAsync(404, "not-found");
        await SayAsync(service.As(given.Tenant, "check-in-helper"), given, made.Id, "Ohne Recht").ProblemAsync(403, "forbidden");
        var elsewhere = await service.NewTenantAsync();
        var url = $"/api/v1/{elsewhere}/topic-areas/{given.Open.Id}/contributions/{made.Id}/comments";
        await service.As(elsewhere, "participant").GetAsync(url).ProblemAsync(404, "not-found");
        await service
            .As(elsewhere, "participant")
            .SendAsync(HttpMethod.Post, url, new WriteComment("Fremd"))
            .ProblemAsync(404, "not-found");

        await given.ConcludeAsync();
        await SayAsync(given.Participant, given, made.Id, "Zu spät").ProblemAsync(409, "topic-area-concluded");
        await given.Participant.DeleteAsync($"{given.Of(made.Id)}/comments/{comment.Id}").ProblemAsync(409, "topic-area-concluded");
    }
}
