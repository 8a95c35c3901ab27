using System.Security.Cryptography;
using Integrationskonzept.Participation.Boards;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

/// <summary>A board of an open topic area, which runs, with two columns.</summary>
sealed class GivenBoard(Given given, BoardDto board, string token)
{
    public Given Area => given;
    public BoardDto Board => board;
    public string Token => token;
    public HttpClient Moderator => given.Moderator;
    public Guid First => board.Columns[0].Id;
    public Guid Second => board.Columns[1].Id;
    public string Url => $"/api/v1/{given.Tenant}/boards/{board.Id}";
    public string Link => LinkOf(token);

    public string LinkOf(string other) => $"/api/v1/{given.Tenant}/board-links/{other}";

    public static OpenBoard ABoard(int dots = 3) =>
        new(
            BoardMethod.Needs,
            "Auftakt",
            "Was fehlt?",
            [new("Kurse"), new("Alltag")],
            dots,
            Guid.CreateVersion7(),
            "Themenworkshop Bildung"
        );

    public static async Task<GivenBoard> RunningAsync(ParticipationService service, int dots = 3)
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var opened = await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/boards", ABoard(dots)).ReadAsync<BoardDto>();
        var url = $"/api/v1/{given.Tenant}/boards/{opened.Id}";
        var board = await given.Moderator.PostAsync($"{url}/start", null).ReadAsync<BoardDto>();
        var link = await given.Moderator.GetAsync($"{url}/link").ReadAsync<BoardLinkDto>();
        return new(given, board, link.Token);
    }

    /// <summary>A phone without an account, with a key of its own.</summary>
    public static HttpClient Phone(HttpClient client)
    {
        client.DefaultRequestHeaders.Add("Participant-Key", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        return client;
    }

    public Task<HttpResponseMessage> WriteAsync(HttpClient who, string text, Guid? id = null, Guid? column = null, string? at = null) =>
        who.SendAsync(HttpMethod.Post, $"{at ?? Link}/cards", new WriteCard(id ?? Guid.CreateVersion7(), text, column));

    public Task<HttpResponseMessage> PutDotsAsync(HttpClient who, Guid card, int dots) =>
        who.SendAsync(HttpMethod.Put, $"{Link}/cards/{card}/dots", new PutDots(dots));

    public Task<BoardSnapshot> SnapshotAsync(HttpClient who) => who.GetAsync(Link).ReadAsync<BoardSnapshot>();

    public Task<HttpResponseMessage> DoAsync(string what, object? body = null) =>
        Moderator.SendAsync(HttpMethod.Post, $"{Url}/{what}", body);
}
