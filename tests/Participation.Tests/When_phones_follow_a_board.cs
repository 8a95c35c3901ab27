using Integrationskonzept.Participation.Boards;
using Integrationskonzept.Participation.Boards.Changes;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_phones_follow_a_board(ParticipationService service)
{
    const int Phones = 300,
        Before = 60,
        Meanwhile = 20,
        After = 60;

    [Fact]
    public async Task Three_hundred_see_each_card_exactly_once_also_when_the_service_is_restarted()
    {
        var given = await GivenBoard.RunningAsync(service);
        var start = (await given.SnapshotAsync(service.CreateClient())).Sequence;
        var phones = Enumerable.Range(0, Phones).Select(_ => new Phone(given.Link)).ToList();
        var writers = Enumerable.Range(0, 10).Select(_ => GivenBoard.Phone(service.CreateClient())).ToList();
        var sent = new List<Guid>();
        async Task WriteAsync(int count)
        {
            var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
            await Task.WhenAll(ids.Select((id, at) => given.WriteAsync(writers[at % 10], $"Karte {at}", id).ReadAsync<CardDto>()));
            sent.AddRange(ids);
        }
        Task SeenAsync() =>
            Eventually.TrueAsync(
                () => Task.FromResult(phones.TrueForAll(phone => phone.Written.Count >= sent.Count)),
                $"{Phones} phones have seen {sent.Count} cards"
            );

        List<Task<bool>> following;
        await using (var first = AnotherProcess())
        {
            var client = first.CreateClient();
            following = [.. phones.Select(phone => phone.TryFollowAsync(client, start, CancellationToken.None))];
            await WriteAsync(Before);
            await SeenAsync();
            await WriteAsync(Meanwhile); // some of it is on its way when the process ends
        }
        await Task.WhenAll(following);
        await WriteAsync(Meanwhile);

        await using var second = AnotherProcess();
        using var over = new CancellationTokenSource();
        var again = second.CreateClient();
        following = [.. phones.Select(phone => phone.TryFollowAsync(again, null, over.Token))];
        await WriteAsync(After);
        await SeenAsync();
        await over.CancelAsync();
        await Task.WhenAll(following);

        sent.Count.ShouldBe(Before + Meanwhile + Meanwhile + After);
        var all = sent.ToHashSet();
        var wrong = phones.Where(phone => phone.Written.Count != sent.Count || !all.SetEquals(phone.Written)).ToList();
        wrong.ShouldBeEmpty($"{wrong.Count} of {Phones} phones missed a card or saw one twice");
    }

    [Fact]
    public async Task What_happens_is_told_in_its_order_and_words_that_are_gone_are_not()
    {
        var given = await GivenBoard.RunningAsync(service);
        var (phone, client) = (new Phone(given.Link), GivenBoard.Phone(service.CreateClient()));
        var gone = await given.WriteAsync(client, "Das nehme ich zurück").ReadAsync<CardDto>();
        await client.DeleteAsync($"{given.Link}/cards/{gone.Id}").ReadNothingAsync();
        var card = await given.WriteAsync(client, "Eins\nZwei: »drei«").ReadAsync<CardDto>();
        await given.PutDotsAsync(client, card.Id, 2).ReadAsync<MyDots>();
        var group = await given.DoAsync("groups", new GroupCards("Thema", [card.Id])).ReadAsync<CardGroupDto>();
        await given.Moderator.DeleteAsync($"{given.Url}/groups/{group.Id}").ReadNothingAsync();
        await given.DoAsync($"cards/{card.Id}/remove", new RemoveCard("doppelt")).ReadNothingAsync();
        var last = await given.WriteAsync(client, "Bleibt").ReadAsync<CardDto>();
        await given.DoAsync("freeze").ReadAsync<BoardDto>();
        var follows = phone.FollowAsync(service.CreateClient(), 0, CancellationToken.None);
        await HeardAsync(phone, "board");
        await given.DoAsync("close").ReadAsync<BoardDto>();
        await follows;

        phone
            .Heard.Select(heard => heard.Kind)
            .ShouldBe(["board", "card-removed", "group-removed", "card-removed", "card-written", "board", "board", "ended"]);
        phone.Heard.ShouldBeInOrder(
            SortDirection.Ascending,
            Comparer<(string, long Number, System.Text.Json.JsonElement)>.Create((a, b) => a.Number.CompareTo(b.Number))
        );
        phone.Heard.Select(heard => heard.Data.GetRawText()).ShouldAllBe(data => !data.Contains("zurück") && !data.Contains("Zwei"));
        phone.Heard.Single(heard => heard.Kind == "card-written").Data.GetProperty("id").GetGuid().ShouldBe(last.Id);
        phone.Heard.ShouldContain(heard => heard.Kind == "card-removed" && heard.Data.ToString().Contains("doppelt"));
    }

    [Fact]
    public async Task What_one_process_takes_another_tells()
    {
        var given = await GivenBoard.RunningAsync(service);
        await using var other = AnotherProcess();
        using var over = new CancellationTokenSource();
        var (here, there) = (new Phone(given.Link), new Phone(given.Link));
        Task[] following =
        [
            here.TryFollowAsync(service.CreateClient(), 0, over.Token),
            there.TryFollowAsync(other.CreateClient(), 0, over.Token),
        ];
        await HeardAsync(there, "board");
        var card = await given.WriteAsync(GivenBoard.Phone(other.CreateClient()), "Von drüben").ReadAsync<CardDto>();
        var own = await given.WriteAsync(GivenBoard.Phone(service.CreateClient()), "Von hier").ReadAsync<CardDto>();
        await Eventually.TrueAsync(() => Task.FromResult(here.Written.Count == 2 && there.Written.Count == 2), "both hear of both");
        here.Written.ShouldBe([card.Id, own.Id]);
        there.Written.ShouldBe([card.Id, own.Id]);
        await over.CancelAsync();
        await Task.WhenAll(following);
    }

    [Fact]
    public async Task Who_came_by_a_link_that_is_renewed_is_sent_away_and_who_runs_the_board_is_not()
    {
        var given = await GivenBoard.RunningAsync(service);
        using var over = new CancellationTokenSource();
        var (guest, moderator) = (new Phone(given.Link), new Phone(given.Url));
        var guests = guest.FollowAsync(service.CreateClient(), 0, CancellationToken.None);
        var stays = moderator.TryFollowAsync(given.Moderator, 0, over.Token);
        await HeardAsync(guest, "board");
        var link = await given.DoAsync("link/renew").ReadAsync<BoardLinkDto>();
        await guests;
        await given.WriteAsync(given.Moderator, "Weiter", at: given.Url).ReadAsync<CardDto>();
        await Eventually.TrueAsync(() => Task.FromResult(moderator.Written.Count == 1), "the moderator still hears");
        guest.Written.ShouldBeEmpty();

        var late = new Phone(given.LinkOf(link.Token)); // with the new link all of it, from the beginning
        var follows = late.TryFollowAsync(service.CreateClient(), 0, over.Token);
        await Eventually.TrueAsync(() => Task.FromResult(late.Written.Count == 1), "the new link leads to all changes");
        await over.CancelAsync();
        await Task.WhenAll(stays, follows);
    }

    [Fact]
    public async Task Dots_are_told_as_they_are_put()
    {
        var given = await GivenBoard.RunningAsync(service);
        using var over = new CancellationTokenSource();
        var (phone, client) = (new Phone(given.Link), GivenBoard.Phone(service.CreateClient()));
        var follows = phone.TryFollowAsync(service.CreateClient(), 0, over.Token);
        var card = await given.WriteAsync(client, "Eins").ReadAsync<CardDto>();
        await HeardAsync(phone, "card-written");
        foreach (var dots in new[] { 2, 3, 0 })
        {
            await given.PutDotsAsync(client, card.Id, dots).ReadAsync<MyDots>();
            await Eventually.TrueAsync(
                () =>
                    Task.FromResult(phone.Heard.Last() is { Kind: "dots", Data: var told } && told.GetProperty("dots").GetInt32() == dots),
                $"{dots} dots are told"
            );
            phone.Heard.Last().Data.GetProperty("cardId").GetGuid().ShouldBe(card.Id);
        }
        await over.CancelAsync();
        await follows;
    }

    [Fact]
    public async Task Who_reads_too_slowly_is_dropped_and_misses_nothing()
    {
        const int Writers = 25,
            Each = 30;
        var given = await GivenBoard.RunningAsync(service);
        using var over = new CancellationTokenSource();
        var (slow, quick, awake) = (new Phone(given.Link), new Phone(given.Link), new TaskCompletionSource());
        var sleeps = slow.FollowAsync(service.CreateClient(), 0, CancellationToken.None, awake.Task);
        var follows = quick.TryFollowAsync(service.CreateClient(), 0, over.Token);
        await HeardAsync(quick, "board");
        await Parallel.ForAsync(
            0,
            Writers,
            async (_, _) =>
            {
                var phone = GivenBoard.Phone(service.CreateClient());
                for (var card = 0; card < Each; card++)
                    await given.WriteAsync(phone, new('x', 500)).ReadAsync<CardDto>();
            }
        );
        await Eventually.TrueAsync(() => Task.FromResult(quick.Written.Count == Writers * Each), "who is quick has seen all");
        awake.SetResult();
        await sleeps; // it ends by itself
        slow.Written.Count.ShouldBeLessThan(Writers * Each);

        var again = slow.TryFollowAsync(service.CreateClient(), null, over.Token);
        await Eventually.TrueAsync(() => Task.FromResult(slow.Written.Count >= Writers * Each), "who is slow has seen all");
        slow.Written.ShouldBe(quick.Written);
        await over.CancelAsync();
        await Task.WhenAll(follows, again);
    }

    [Fact]
    public void Who_has_seen_more_than_the_feed_is_told_nothing_twice()
    {
        var reader = new BoardReader([], from: 105);
        foreach (var number in new long[] { 104, 105, 106 })
            reader.Offer(new(number, BoardChangeKind.CardWritten, DateTimeOffset.UnixEpoch, default)).ShouldBeTrue();
        reader.Offer(Frame.Heartbeat).ShouldBeTrue();
        var told = new List<long>();
        while (reader.Coming.TryRead(out var frame))
            told.Add(frame.Number);
        told.ShouldBe([106, 0]);
    }

    [Fact]
    public async Task Who_asks_for_the_head_alone_waits_for_nothing()
    {
        var given = await GivenBoard.RunningAsync(service);
        using var answer = await service.CreateClient().SendAsync(new(HttpMethod.Head, $"{given.Link}/changes"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_knows_more_than_happened_is_told_to_load_the_board_anew()
    {
        var given = await GivenBoard.RunningAsync(service);
        var phone = new Phone(given.Link);
        await phone.FollowAsync(service.CreateClient(), 4_711, CancellationToken.None);
        phone.Heard.Select(heard => heard.Kind).ShouldBe(["reload"]);
    }

    static Task HeardAsync(Phone phone, string kind) =>
        Eventually.TrueAsync(() => Task.FromResult(phone.Heard.Any(heard => heard.Kind == kind)), $"heard: {kind}");

    WebApplicationFactory<Program> AnotherProcess() => service.WithWebHostBuilder(web => web.TakesUpNothing());
}
