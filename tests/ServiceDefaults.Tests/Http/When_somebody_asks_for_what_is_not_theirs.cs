using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Http;

public sealed class When_somebody_asks_for_what_is_not_theirs(ProbeService probe)
{
    [Fact]
    public async Task Without_a_token_they_are_told_to_bring_one()
    {
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant);
        using var answer = await client.GetAsync($"/api/v1/{tenant}/notes");
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        await Task.FromResult(answer).ProblemAsync(401, "unauthenticated");
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("another issuer")]
    [InlineData("another audience")]
    [InlineData("another key")]
    [InlineData("changed")]
    [InlineData("unsigned")]
    [InlineData("no token at all")]
    public async Task A_token_that_is_not_valid_is_none(string fault)
    {
        var tenant = await probe.NewTenantAsync();
        string[] memberships = [$"{tenant}:{Roles.Coordinator}"];
        await using var stranger = await TestIssuer.StartAsync();
        var good = probe.Issuer.Token(memberships);
        using var client = probe.Client(
            fault switch
            {
                "expired" => probe.Issuer.Token(memberships, lifetime: TimeSpan.FromMinutes(-2)),
                "another issuer" => probe.Issuer.Token(memberships, issuer: "https://elsewhere.example/"),
                "another audience" => probe.Issuer.Token(memberships, audience: "something-else"),
                "another key" => stranger.Token(memberships),
                "changed" => string.Join(
                    '.',
                    good.Split('.')[0],
                    probe.Issuer.Token([], isOperator: true).Split('.')[1],
                    good.Split('.')[2]
                ),
                "unsigned" => $"eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.{good.Split('.')[1]}.",
                _ => "rubbish",
            }
        );
        using var answer = await client.GetAsync($"/api/v1/{tenant}/notes");
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        await Task.FromResult(answer).ProblemAsync(401, "unauthenticated");

        using var valid = probe.Client(good);
        await valid.GetAsync($"/api/v1/{tenant}/notes").ReadAsync();
    }

    [Fact]
    public async Task Without_the_right_they_are_refused_and_nothing_changes()
    {
        var tenant = await probe.NewTenantAsync();
        using var coordinator = probe.As(tenant, Roles.Coordinator);
        using var participant = probe.As(tenant, Roles.Participant);
        var note = await coordinator.AddNoteAsync(tenant, "the coordinator's");
        var url = $"/api/v1/{tenant}/notes/{note.Id}";
        await participant.SendAsync(HttpMethod.Put, url, new WriteNote("mine now"), note.Version).ProblemAsync(403, "forbidden");
        (await participant.GetAsync(url).ReadAsync<NoteDto>()).ShouldBe(note);
    }

    [Fact]
    public async Task Another_landkreis_does_not_even_exist_for_them()
    {
        var (own, foreign) = (await probe.NewTenantAsync(), await probe.NewTenantAsync());
        using var owner = probe.As(foreign, Roles.Coordinator);
        using var member = probe.As(own, Roles.Coordinator);
        var note = await owner.AddNoteAsync(foreign, "theirs");
        await member.GetAsync($"/api/v1/{foreign}/notes/{note.Id}").ProblemAsync(404, "not-found");
        await member.SendAsync(HttpMethod.Post, $"/api/v1/{foreign}/notes", new WriteNote("intruder")).ProblemAsync(404, "not-found");
        await member.GetAsync($"/api/v1/{own}/notes/{note.Id}").ProblemAsync(404, "not-found");

        using var @operator = probe.AsOperator();
        await @operator.GetAsync($"/api/v1/{foreign}/notes").ProblemAsync(404, "not-found");
    }
}
