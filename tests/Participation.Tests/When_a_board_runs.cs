using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Boards;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_a_board_runs(ParticipationService service)
{
    HttpClient Phone() => GivenBoard.Phone(service.CreateClient());

    [Theory]
    [InlineData(BoardMethod.Collection, 1, 0)]
    [InlineData(BoardMethod.WorldCafe, 4, 0)]
    [InlineData(BoardMethod.DotVoting, 1, 5)]
    public async Task Each_method_has_a_template_that_can_be_changed(BoardMethod method, int columns, int dots)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var board = await given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.Area}/boards", new OpenBoard(method, "Abend"))
            .ReadAsync<BoardDto>();
        (board.Columns.Count, board.DotsPerPerson, board.State).ShouldBe((columns, dots, BoardState.Draft));
        board.Question.ShouldNotBeEmpty();
        var url = $"/api/v1/{given.Tenant}/boards/{board.Id}";
        var edit = new EditBoard("Abend", "Was denn?", [.. board.Columns.Select(one => new WriteColumn(one.Title, one.Id)), new("Neu")], 2);
        var edited = await given.Moderator.SendAsync(HttpMethod.Put, url, edit, board.Version).ReadAsync<BoardDto>();
        edited.Columns.Select(column => column.Title).ShouldBe([.. board.Columns.Select(column => column.Title), "Neu"]);
        await given.Moderator.SendAsync(HttpMethod.Put, url, edit, board.Version).ProblemAsync(412, "changed-meanwhile");
        await given.Moderator.SendAsync(HttpMethod.Put, url, edit).ProblemAsync(428, "if-match-missing");
        (await given.Participant.GetAsync($"{given.Area}/boards").ReadAsync<Page<BoardDto>>()).Items.Single().Id.ShouldBe(board.Id);
    }

    [Fact]
    public async Task A_phone_without_an_account_writes_and_takes_back_what_is_its_own()
    {
        var given = await GivenBoard.RunningAsync(service);
        var (phone, other) = (Phone(), Phone());
        var card = await given.WriteAsync(phone, "  Kurse am Abend ").ReadAsync<CardDto>();
        await given.WriteAsync(other, "Kinderbetreuung", column: given.Second).ReadAsync<CardDto>();
        (card.Text, card.Language, card.ColumnId, card.Mine).ShouldBe(("Kurse am Abend", "de", given.First, true));

        var seen = await given.SnapshotAsync(phone);
        seen.Cards.Select(one => (one.Text, one.Mine)).ShouldBe([("Kurse am Abend", true), ("Kinderbetreuung", false)], ignoreOrder: true);
        (await service.CreateClient().GetAsync(given.Link).ReadAsync<BoardSnapshot>()).Cards.ShouldAllBe(one => one.Mine == null);
        await other.DeleteAsync($"{given.Link}/cards/{card.Id}").ProblemAsync(403, "not-the-author");
        await phone.DeleteAsync($"{given.Link}/cards/{card.Id}").ReadNothingAsync();
        await phone.DeleteAsync($"{given.Link}/cards/{card.Id}").ProblemAsync(409, "card-gone");
        (await given.SnapshotAsync(other)).Cards.Select(one => one.Text).ShouldBe(["Kinderbetreuung"]);
        await given.WriteAsync(phone, "Kurse am Abend", card.Id).ProblemAsync(409, "card-gone");
        (await WordsOfAsync(given, "Kurse am Abend")).ShouldBe(0L, "its words are nowhere any more");
    }

    [Fact]
    public async Task The_same_card_sent_twice_is_one_also_at_the_same_moment()
    {
        var given = await GivenBoard.RunningAsync(service);
        var (phone, id) = (Phone(), Guid.CreateVersion7());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => given.WriteAsync(phone, "Einmal", id).ReadAsync<CardDto>()));
        (await given.SnapshotAsync(phone)).Cards.Count.ShouldBe(1);
        (await given.SnapshotAsync(phone)).Sequence.ShouldBe(2, "started, written");
        await given.WriteAsync(Phone(), "Anders", id).ProblemAsync(409, "card-id-taken");
    }

    [Fact]
    public async Task Other_words_with_the_same_id_are_refused_and_not_lost_without_a_word()
    {
        var given = await GivenBoard.RunningAsync(service);
        var (phone, id) = (Phone(), Guid.CreateVersion7());
        await given.WriteAsync(phone, "Mehr Kurse", id).ReadAsync<CardDto>();
        await given.WriteAsync(phone, " Mehr Kurse ", id).ReadAsync<CardDto>();
        await given.WriteAsync(phone, "Mehr Busse", id).ProblemAsync(409, "card-id-taken");
        (await given.SnapshotAsync(phone)).Cards.Single().Text.ShouldBe("Mehr Kurse");
    }

    [Fact]
    public async Task A_card_moved_before_itself_stays_and_cards_of_other_columns_come_to_the_end_of_a_group()
    {
        var given = await GivenBoard.RunningAsync(service);
        var phone = Phone();
        var cards = new List<CardDto>();
        foreach (var (text, column) in new[] { ("1", given.First), ("2", given.First), ("3", given.Second) })
            cards.Add(await given.WriteAsync(phone, text, column: column).ReadAsync<CardDto>());
        await given.DoAsync($"cards/{cards[0].Id}/move", new MoveCard(given.First, null, cards[0].Id)).ReadAsync<CardDto>();
        (await TextsAsync()).ShouldBe(["1", "2"]);

        await given.DoAsync("groups", new GroupCards("Zusammen", [cards[0].Id, cards[2].Id])).ReadAsync<CardGroupDto>();
        var seen = (await given.SnapshotAsync(phone)).Cards;
        seen.ShouldAllBe(card => card.ColumnId == given.First);
        seen.Select(card => card.Order).ShouldBeUnique();
        (await TextsAsync()).ShouldBe(["1", "2", "3"]);

        foreach (var card in new[] { cards[0], cards[2] })
            await phone.DeleteAsync($"{given.Link}/cards/{card.Id}").ReadNothingAsync();
        (await given.SnapshotAsync(phone)).Groups.ShouldBeEmpty("its last card was taken back");

        async Task<string[]> TextsAsync() =>
            [
                .. (await given.SnapshotAsync(phone))
                    .Cards.Where(card => card.ColumnId == given.First)
                    .OrderBy(card => card.Order)
                    .Select(card => card.Text),
            ];
    }

    [Fact]
    public async Task Nobody_puts_more_dots_than_there_are_also_at_the_same_moment()
    {
        var given = await GivenBoard.RunningAsync(service);
        var phone = Phone();
        var one = await given.WriteAsync(phone, "Eins").ReadAsync<CardDto>();
        var two = await given.WriteAsync(phone, "Zwei").ReadAsync<CardDto>();
        (await given.PutDotsAsync(phone, one.Id, 2).ReadAsync<MyDots>()).DotsLeft.ShouldBe(1);
        (await given.PutDotsAsync(phone, one.Id, 2).ReadAsync<MyDots>()).DotsLeft.ShouldBe(1, "repeating it changes nothing");
        await given.PutDotsAsync(phone, two.Id, 2).ProblemAsync(422, "too-many-dots");
        (await given.PutDotsAsync(phone, one.Id, 0).ReadAsync<MyDots>()).DotsLeft.ShouldBe(3);
        var tries = await Task.WhenAll(
            given.PutDotsAsync(phone, one.Id, 2),
            given.PutDotsAsync(phone, two.Id, 2),
            given.PutDotsAsync(phone, one.Id, 3),
            given.PutDotsAsync(phone, two.Id, 3)
        );
        tries.ShouldContain(answer => answer.IsSuccessStatusCode);
        var seen = await given.SnapshotAsync(phone);
        seen.Cards.Sum(card => card.Dots).ShouldBeInRange(1, 3);
        seen.Cards.Sum(card => card.MyDots).ShouldBe(3 - seen.DotsLeft);

        await given.DoAsync($"cards/{one.Id}/remove", new RemoveCard("doppelt")).ReadNothingAsync();
        await given.DoAsync($"cards/{two.Id}/remove", new RemoveCard("doppelt")).ReadNothingAsync();
        (await given.SnapshotAsync(phone)).DotsLeft.ShouldBe(3, "they fall back to who put them");
    }

    [Fact]
    public async Task Somebody_who_writes_faster_than_people_do_has_to_wait()
    {
        var given = await GivenBoard.RunningAsync(service);
        var phone = Phone();
        for (var number = 0; number < 30; number++)
            await given.WriteAsync(phone, $"Karte {number}").ReadAsync<CardDto>();
        await given.WriteAsync(phone, "Eine zu viel").ProblemAsync(429, "too-many-cards");
        await given.WriteAsync(Phone(), "Wer anders").ReadAsync<CardDto>();
        await Database.SetTimesAsync(
            service.AdminConnection,
            "cards",
            $"board_id = '{given.Board.Id}'",
            ("written_at", TimeSpan.FromSeconds(-61))
        );
        await given.WriteAsync(phone, "Nach einer Minute").ReadAsync<CardDto>();

        await Database.ExecuteAsync(service.AdminConnection, $"update board_counters set cards = 2000 where board_id = '{given.Board.Id}'");
        await given.WriteAsync(Phone(), "Kein Platz").ProblemAsync(409, "board-full");
    }

    [Fact]
    public async Task Who_taps_faster_than_people_do_has_to_wait()
    {
        var given = await GivenBoard.RunningAsync(service);
        var (phone, other) = (Phone(), Phone());
        var card = await given.WriteAsync(phone, "Gedränge").ReadAsync<CardDto>();
        for (var number = 0; number < 120; number++)
            await given.PutDotsAsync(phone, card.Id, 1 + number % 2).ReadAsync<MyDots>();
        await given.PutDotsAsync(phone, card.Id, 3).ProblemAsync(429, "too-many-taps");
        await phone.DeleteAsync($"{given.Link}/cards/{card.Id}").ProblemAsync(429, "too-many-taps");
        await given.PutDotsAsync(other, card.Id, 3).ReadAsync<MyDots>();
    }

    [Fact]
    public async Task Moderators_remove_all_that_one_participant_wrote()
    {
        var given = await GivenBoard.RunningAsync(service);
        var (phone, other) = (Phone(), Phone());
        var first = await given.WriteAsync(phone, "Werbung 1").ReadAsync<CardDto>();
        await given.WriteAsync(phone, "Werbung 2", column: given.Second).ReadAsync<CardDto>();
        await given.WriteAsync(other, "Kurse am Abend").ReadAsync<CardDto>();
        await given.DoAsync($"cards/{first.Id}/remove", new RemoveCard("Werbung", AllOfWriter: true)).ReadNothingAsync();
        (await given.SnapshotAsync(other)).Cards.Select(card => card.Text).ShouldBe(["Kurse am Abend"]);
        await given.DoAsync($"cards/{first.Id}/remove", new RemoveCard("Werbung", AllOfWriter: true)).ProblemAsync(409, "card-gone");
    }

    [Fact]
    public async Task Moderators_put_cards_in_order_and_in_groups()
    {
        var given = await GivenBoard.RunningAsync(service);
        var phone = Phone();
        var cards = new List<CardDto>();
        foreach (var text in new[] { "A", "B", "C", "D" })
            cards.Add(await given.WriteAsync(phone, text).ReadAsync<CardDto>());
        async Task<string> ReadAsync(Guid column) =>
            string.Concat((await given.SnapshotAsync(phone)).Cards.Where(card => card.ColumnId == column).Select(card => card.Text));
        Task<CardDto> MoveAsync(int card, Guid? column = null, int? before = null, Guid? group = null) =>
            given
                .DoAsync($"cards/{cards[card].Id}/move", new MoveCard(column, group, before is { } at ? cards[at].Id : null))
                .ReadAsync<CardDto>();

        await MoveAsync(3, before: 1);
        (await ReadAsync(given.First)).ShouldBe("ADBC");
        await MoveAsync(0);
        (await ReadAsync(given.First)).ShouldBe("DBCA");
        for (var time = 0; time < 70; time++) // until halves are too small
            await MoveAsync(time % 2 == 0 ? 2 : 0, before: 1);
        (await ReadAsync(given.First)).ShouldBe("DCAB");
        await MoveAsync(1, given.Second);
        (await ReadAsync(given.Second)).ShouldBe("B");

        var group = await given.DoAsync("groups", new GroupCards("Zusammen", [cards[1].Id, cards[2].Id])).ReadAsync<CardGroupDto>();
        string.Concat((await ReadAsync(given.Second)).Order()).ShouldBe("BC", "they come into the column of the first");
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Url}/groups/{group.Id}", new RenameGroup("Anders"), group.Version)
            .ReadAsync<CardGroupDto>();
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Url}/groups/{group.Id}", new RenameGroup("Zu spät"), group.Version)
            .ProblemAsync(412, "changed-meanwhile");
        (await given.SnapshotAsync(phone)).Groups.Single().Title.ShouldBe("Anders");
        await given.DoAsync("groups", new GroupCards("Quer", [cards[0].Id, Guid.CreateVersion7()])).ProblemAsync(422, "cards-unknown");
        await MoveAsync(0, group: group.Id);
        await given.DoAsync($"cards/{cards[0].Id}/remove", new RemoveCard("gehört nicht hierher")).ReadNothingAsync();
        await MoveAsync(1, given.First);
        (await given.SnapshotAsync(phone)).Groups.ShouldHaveSingleItem();
        await given.Moderator.DeleteAsync($"{given.Url}/groups/{group.Id}").ReadNothingAsync();
        (await given.SnapshotAsync(phone)).Cards.ShouldAllBe(card => card.GroupId == null);
        (await given.SnapshotAsync(phone)).Groups.ShouldBeEmpty();

        var lacking = new EditBoard("Auftakt", "Was fehlt?", [new("Kurse", given.First)], 3);
        var board = await given.Moderator.GetAsync(given.Url).ReadAsync<BoardDto>();
        await given.Moderator.SendAsync(HttpMethod.Put, given.Url, lacking, board.Version).ProblemAsync(409, "column-in-use");
    }

    [Fact]
    public async Task Frozen_it_takes_nothing_and_closed_its_link_is_void_and_nobody_is_known()
    {
        var given = await GivenBoard.RunningAsync(service);
        var phone = Phone();
        var card = await given.WriteAsync(phone, "Bleibt").ReadAsync<CardDto>();
        await given.PutDotsAsync(phone, card.Id, 2).ReadAsync<MyDots>();
        (await given.DoAsync("timer", new StartTimer(5)).ReadAsync<BoardDto>()).TimerEndsAt.ShouldNotBeNull();
        (await given.Moderator.DeleteAsync($"{given.Url}/timer").ReadAsync<BoardDto>()).TimerEndsAt.ShouldBeNull();
        await given.DoAsync("take-over", TakeOver(card)).ProblemAsync(409, "board-still-runs");
        await given.DoAsync("freeze").ReadAsync<BoardDto>();
        await given.WriteAsync(phone, "Zu spät").ProblemAsync(409, "board-not-running");
        await given.PutDotsAsync(phone, card.Id, 0).ProblemAsync(409, "board-not-running");
        await phone.DeleteAsync($"{given.Link}/cards/{card.Id}").ProblemAsync(409, "board-not-running");
        await given.DoAsync("start").ReadAsync<BoardDto>();
        await given.WriteAsync(phone, "Wieder").ReadAsync<CardDto>();

        (await given.DoAsync("close").ReadAsync<BoardDto>()).State.ShouldBe(BoardState.Closed);
        await phone.GetAsync(given.Link).ProblemAsync(404, "board-link-void");
        await given.WriteAsync(phone, "Zu spät").ProblemAsync(404, "board-link-void");
        await given.DoAsync("start").ProblemAsync(409, "board-closed");
        await given.Moderator.GetAsync($"{given.Url}/link").ProblemAsync(409, "board-closed");
        (await given.DoAsync("close").ReadAsync<BoardDto>()).State.ShouldBe(BoardState.Closed);
        var kept = await given.Moderator.GetAsync($"{given.Url}/snapshot").ReadAsync<BoardSnapshot>();
        kept.Cards.Single(one => one.Id == card.Id).Dots.ShouldBe(2);
        (await CountAsync("card_dots", given)).ShouldBe(0L);
        (await CountAsync("cards", given, "writer is not null")).ShouldBe(0L);
    }

    [Fact]
    public async Task Cards_become_contributions_that_say_where_they_come_from_each_once()
    {
        var given = await GivenBoard.RunningAsync(service);
        var (phone, participant) = (Phone(), given.Area.Participant);
        var card = await given.WriteAsync(phone, "Busverbindung nach Feierabend").ReadAsync<CardDto>();
        var own = await given.WriteAsync(participant, "Sprechstunde samstags", at: given.Url).ReadAsync<CardDto>();
        await given.DoAsync("groups", new GroupCards("Mobilität", [card.Id])).ReadAsync<CardGroupDto>();
        await given.DoAsync("close").ReadAsync<BoardDto>();
        var taken = await given.DoAsync("take-over", TakeOver(card, own)).ReadAsync<List<TakenOver>>();
        (await given.DoAsync("take-over", TakeOver(card, own)).ReadAsync<List<TakenOver>>()).ShouldBe(taken);

        var all = await given
            .Area.Participant.GetAsync($"{given.Area.Area}/contributions?q=Busverbindungen")
            .ReadAsync<Page<ContributionDto>>();
        var made = all.Items.Single();
        (made.Text, made.Title, made.Kind, made.Mine).ShouldBe(
            ("Busverbindung nach Feierabend", "Mobilität", ContributionKind.Need, false)
        );
        (made.Source, made.SourceTitle, made.BoardId).ShouldBe((ContributionOrigin.Board, "Themenworkshop Bildung", given.Board.Id));
        var mine = await given.Area.Participant.GetAsync(given.Area.Of(taken[1].ContributionId)).ReadAsync<ContributionDto>();
        mine.Mine.ShouldBeTrue("who was signed in is its author");
        var other = await given.Area.ContributeAsync();
        other.Source.ShouldBe(ContributionOrigin.Account);
        var snapshot = await given.Moderator.GetAsync($"{given.Url}/snapshot").ReadAsync<BoardSnapshot>();
        snapshot.Cards.Select(one => one.ContributionId).ShouldBe([taken[0].ContributionId, taken[1].ContributionId], ignoreOrder: true);
    }

    [Fact]
    public async Task A_renewed_link_ends_the_old_one_and_says_how_to_come()
    {
        var given = await GivenBoard.RunningAsync(service);
        var renewed = await given.DoAsync("link/renew").ReadAsync<BoardLinkDto>();
        await Phone().GetAsync(given.Link).ProblemAsync(404, "board-link-void");
        var typed = renewed.Token.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        (await Phone().GetAsync(given.LinkOf(typed)).ReadAsync<BoardSnapshot>()).Board.Id.ShouldBe(given.Board.Id);
        renewed.Url.ShouldEndWith($"/portal/{given.Area.Tenant}/boards/join/{renewed.Token}");
        using var code = await given.Moderator.GetAsync($"{given.Url}/link/qr");
        code.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task Wrong_input_foreign_places_and_roles_without_the_right_are_refused()
    {
        var given = await GivenBoard.RunningAsync(service);
        var phone = Phone();
        await given.WriteAsync(phone, "").ProblemAsync(400, "validation");
        await given.WriteAsync(phone, new('x', 501)).ProblemAsync(400, "validation");
        await given.WriteAsync(phone, "Quer", column: Guid.CreateVersion7()).ProblemAsync(422, "column-unknown");
        await given.WriteAsync(service.CreateClient(), "Wer?").ProblemAsync(400, "validation");
        await phone.GetAsync(given.LinkOf("k7m2-9qxt-4wpn-h3vd")).ProblemAsync(404, "board-link-void");
        await phone.GetAsync(given.Url).ProblemAsync(401, "unauthenticated");
        await given.Area.Participant.PostAsync($"{given.Url}/freeze", null).ProblemAsync(403, "forbidden");
        await given.Area.Participant.GetAsync($"{given.Url}/link/qr").ProblemAsync(403, "forbidden");
        await service.As(given.Area.Tenant, "check-in-helper").GetAsync($"{given.Url}/link").ProblemAsync(403, "forbidden");
        await given
            .Area.Participant.SendAsync(HttpMethod.Post, $"{given.Area.Area}/boards", GivenBoard.ABoard())
            .ProblemAsync(403, "forbidden");
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Area.Area}/boards", GivenBoard.ABoard() with { DotsPerPerson = 21 })
            .ProblemAsync(400, "validation");
        var elsewhere = await service.NewTenantAsync();
        await service.As(elsewhere, "moderator").GetAsync($"/api/v1/{elsewhere}/boards/{given.Board.Id}").ProblemAsync(404, "not-found");
        await phone.GetAsync($"/api/v1/{elsewhere}/board-links/{given.Token}").ProblemAsync(404, "board-link-void");
        await service.As(elsewhere, "moderator").PostAsync($"{given.Url}/freeze", null).ProblemAsync(404, "not-found");

        await given.Area.ConcludeAsync();
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Area.Area}/boards", GivenBoard.ABoard())
            .ProblemAsync(409, "topic-area-concluded");
    }

    [Fact]
    public async Task What_is_over_for_long_is_forgotten()
    {
        var given = await GivenBoard.RunningAsync(service);
        await given.WriteAsync(Phone(), "Vergänglich").ReadAsync<CardDto>();
        await given.DoAsync("close").ReadAsync<BoardDto>();
        await AgeAsync(given, TimeSpan.FromDays(-2));
        (await CountAsync("board_changes", given)).ShouldBe(0L);
        (await CountAsync("cards", given)).ShouldBe(1L);
        await AgeAsync(given, TimeSpan.FromDays(-181));
        foreach (var table in new[] { "cards", "card_groups", "card_dots", "board_counters", "board_changes" })
            (await CountAsync(table, given)).ShouldBe(0L, table);
        await given.Moderator.GetAsync(given.Url).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task What_nobody_closes_is_closed_once_nothing_happens_any_more()
    {
        var (idle, alive) = (await GivenBoard.RunningAsync(service), await GivenBoard.RunningAsync(service));
        foreach (var given in new[] { idle, alive })
        {
            await given.WriteAsync(Phone(), "Vergessen").ReadAsync<CardDto>();
            await Database.SetTimesAsync(
                service.AdminConnection,
                "boards",
                $"id = '{given.Board.Id}'",
                ("opened_at", TimeSpan.FromDays(-15))
            );
        }
        await Database.SetTimesAsync(
            service.AdminConnection,
            "board_changes",
            $"board_id = '{idle.Board.Id}'",
            ("at", TimeSpan.FromDays(-15))
        );
        await service.AsOperator().PostAsync("/api/v1/operations/participation/housekeeping", null).ReadAsync();
        (await idle.Moderator.GetAsync(idle.Url).ReadAsync<BoardDto>()).State.ShouldBe(BoardState.Closed);
        (await CountAsync("cards", idle, "writer is not null")).ShouldBe(0L);
        (await alive.Moderator.GetAsync(alive.Url).ReadAsync<BoardDto>()).State.ShouldBe(BoardState.Running);
    }

    async Task AgeAsync(GivenBoard given, TimeSpan by)
    {
        await Database.SetTimesAsync(service.AdminConnection, "boards", $"id = '{given.Board.Id}'", ("closed_at", by));
        await service.AsOperator().PostAsync("/api/v1/operations/participation/housekeeping", null).ReadAsync();
    }

    Task<object?> CountAsync(string table, GivenBoard given, string more = "true") =>
        Database.ExecuteAsync(service.AdminConnection, $"select count(*) from {table} where board_id = '{given.Board.Id}' and {more}");

    /// <summary>In cards and in what is told of them.</summary>
    Task<object?> WordsOfAsync(GivenBoard given, string words) =>
        Database.ExecuteAsync(
            service.AdminConnection,
            $"select (select count(*) from cards where board_id = '{given.Board.Id}' and text like '%{words}%') + (select count(*) from "
                + $"board_changes change where board_id = '{given.Board.Id}' and change::text like '%{words}%')"
        );

    static TakeOverCards TakeOver(params CardDto[] cards) =>
        new([.. cards.Select(card => card.Id)], ContributionKind.Need, StakeholderGroup.CivilSociety);
}
