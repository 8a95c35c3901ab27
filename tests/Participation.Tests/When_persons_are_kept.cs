using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Persons;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_persons_are_kept(ParticipationService service)
{
    static readonly DateOnly Agreed = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(-10).UtcDateTime);

    static EditPerson Somebody(string? email, string name = "Jemand aus der Nachbarschaft") =>
        new(name, StakeholderGroup.CivilSociety, Agreed, email, "0049 6431 2961", ["de", " uk", "de"]);

    [Fact]
    public async Task They_are_added_changed_and_removed_by_coordinators()
    {
        var tenant = await service.NewTenantAsync();
        var coordinator = service.As(tenant, "coordinator");
        var address = Mailbox.NewAddress();

        var added = await coordinator
            .SendAsync(HttpMethod.Post, Url(tenant), Somebody(address))
            .ReadAsync<StakeholderPersonDto>(System.Net.HttpStatusCode.Created);
        (added.Version, added.Email, added.Phone, added.ConsentedOn).ShouldBe((1, address, "+49 6431 2961", Agreed));
        added.Languages.ShouldBe(["de", "uk"]);

        var url = $"{Url(tenant)}/{added.Id}";
        var edit = Somebody(null) with { Group = StakeholderGroup.Politics };
        await coordinator.SendAsync(HttpMethod.Put, url, edit).ProblemAsync(428, "if-match-missing");
        await coordinator.SendAsync(HttpMethod.Put, url, edit, 7).ProblemAsync(412, "changed-meanwhile");
        var edited = await coordinator.SendAsync(HttpMethod.Put, url, edit, 1).ReadAsync<StakeholderPersonDto>();
        (edited.Version, edited.Email, edited.Group).ShouldBe((2, null, StakeholderGroup.Politics));

        await coordinator.SendAsync(HttpMethod.Delete, url, null).ProblemAsync(428, "if-match-missing");
        await coordinator.SendAsync(HttpMethod.Delete, url, null, 1).ProblemAsync(412, "changed-meanwhile");
        await coordinator.SendAsync(HttpMethod.Delete, url, null, 2).ReadNothingAsync();
        await coordinator.GetAsync(url).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Nobody_else_learns_of_them_nor_does_another_Landkreis()
    {
        var (tenant, other) = (await service.NewTenantAsync(), await service.NewTenantAsync());
        var added = await service
            .As(tenant, "coordinator")
            .SendAsync(HttpMethod.Post, Url(tenant), Somebody(Mailbox.NewAddress()))
            .ReadAsync<StakeholderPersonDto>();
        foreach (var role in new[] { "editor", "moderator", "council-office", "participant" })
        {
            await service.As(tenant, role).GetAsync(Url(tenant)).ProblemAsync(403, "forbidden");
            await service.As(tenant, role).GetAsync($"{Url(tenant)}/{added.Id}").ProblemAsync(403, "forbidden");
        }
        var stranger = service.As(other, "coordinator");
        await stranger.GetAsync($"{Url(other)}/{added.Id}").ProblemAsync(404, "not-found");
        await stranger.SendAsync(HttpMethod.Put, $"{Url(other)}/{added.Id}", Somebody(null), 1).ProblemAsync(404, "not-found");
        await stranger.SendAsync(HttpMethod.Delete, $"{Url(other)}/{added.Id}", null, 1).ProblemAsync(404, "not-found");
        (await stranger.GetAsync(Url(other)).ReadAsync<Page<StakeholderPersonDto>>()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task They_are_found_by_name_and_group_page_by_page()
    {
        var tenant = await service.NewTenantAsync();
        var coordinator = service.As(tenant, "coordinator");
        foreach (var name in new[] { "Zweite", "Ältere", "Dritte" })
            await coordinator.SendAsync(HttpMethod.Post, Url(tenant), Somebody(Mailbox.NewAddress(), name)).ReadAsync();
        var first = await ListAsync("sort=name&limit=2");
        first.Items.Select(row => row.Name).ShouldBe(["Ältere", "Dritte"]);
        (await ListAsync($"sort=name&limit=2&after={first.Next}")).Items.Single().Name.ShouldBe("Zweite");
        (await ListAsync("q=ält")).Items.Single().Name.ShouldBe("Ältere");
        (await ListAsync("group=politics")).Items.ShouldBeEmpty();

        Task<Page<StakeholderPersonDto>> ListAsync(string query) =>
            coordinator.GetAsync($"{Url(tenant)}?{query}").ReadAsync<Page<StakeholderPersonDto>>();
    }

    [Fact]
    public async Task Without_a_consent_that_counts_nothing_is_kept()
    {
        var tenant = await service.NewTenantAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var person = Somebody(Mailbox.NewAddress());
        await RefusedAsync(person with { ConsentedOn = null }, "consentedOn");
        await RefusedAsync(person with { ConsentedOn = today.AddDays(2) }, "consentedOn");
        await RefusedAsync(person with { ConsentedOn = today.AddYears(-3).AddDays(-2) }, "consentedOn");
        await RefusedAsync(person with { Email = null, Phone = null }, "email");
        await RefusedAsync(person with { Email = "nicht so" }, "email");
        await RefusedAsync(person with { Email = "jemand@localhost" }, "email");
        await RefusedAsync(person with { Languages = ["deutsch?"] }, "languages[0]");
        await RefusedAsync(person with { Name = " " }, "name");
        (await service.As(tenant, "coordinator").GetAsync(Url(tenant)).ReadAsync<Page<StakeholderPersonDto>>()).Items.ShouldBeEmpty();

        async Task RefusedAsync(EditPerson edit, string field) =>
            (await service.As(tenant, "coordinator").SendAsync(HttpMethod.Post, Url(tenant), edit).ProblemAsync(400, "validation"))[
                "errors"
            ]!
                .AsObject()
                .Select(row => row.Key)
                .ShouldBe([field]);
    }

    [Fact]
    public async Task Each_address_once_and_sent_again_it_is_the_same_person()
    {
        var tenant = await service.NewTenantAsync();
        var coordinator = service.As(tenant, "coordinator");
        var (address, key) = (Mailbox.NewAddress(), Guid.CreateVersion7().ToString());
        var first = await AddAsync(address, key).ReadAsync<StakeholderPersonDto>();
        (await AddAsync(address, key).ReadAsync<StakeholderPersonDto>()).Id.ShouldBe(first.Id);
        await AddAsync(address.ToUpperInvariant(), null).ProblemAsync(409, "person-exists");
        (await coordinator.GetAsync(Url(tenant)).ReadAsync<Page<StakeholderPersonDto>>()).Items.Count.ShouldBe(1);
        await AddAsync(null, null).ReadAsync();
        await AddAsync(null, null).ReadAsync(); // who can only be called is no second of anybody

        Task<HttpResponseMessage> AddAsync(string? email, string? key) =>
            coordinator.SendAsync(HttpMethod.Post, Url(tenant), Somebody(email), idempotencyKey: key);
    }

    [Fact]
    public async Task Who_agreed_and_that_it_ended_is_noted()
    {
        var tenant = await service.NewTenantAsync();
        var coordinator = service.As(tenant, "coordinator");
        var (old, now) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        var added = await coordinator.SendAsync(HttpMethod.Post, Url(tenant), Somebody(old)).ReadAsync<StakeholderPersonDto>();
        await coordinator.SendAsync(HttpMethod.Put, $"{Url(tenant)}/{added.Id}", Somebody(now), 1).ReadAsync();
        await coordinator.SendAsync(HttpMethod.Delete, $"{Url(tenant)}/{added.Id}", null, 2).ReadNothingAsync();

        (await LogAsync(old)).ShouldBe([true, false]);
        (await LogAsync(now)).ShouldBe([true, false]);

        async Task<bool[]> LogAsync(string address) =>
            (bool[])
                (
                    await Database.ExecuteAsync(
                        service.AdminConnection,
                        $"""
                        select array_agg(given order by id) from consents
                        where subject = '{address}' and "to" = '{ConsentTo.PersonInvited}'
                        """
                    )
                )!;
    }

    [Fact]
    public async Task A_renewed_consent_is_noted_and_a_change_of_anything_else_is_not()
    {
        var tenant = await service.NewTenantAsync();
        var coordinator = service.As(tenant, "coordinator");
        var person = Somebody(Mailbox.NewAddress());
        var added = await coordinator.SendAsync(HttpMethod.Post, Url(tenant), person).ReadAsync<StakeholderPersonDto>();
        var renewed = person with { ConsentedOn = Agreed.AddDays(5) };
        await coordinator.SendAsync(HttpMethod.Put, $"{Url(tenant)}/{added.Id}", renewed, 1).ReadAsync();
        await coordinator.SendAsync(HttpMethod.Put, $"{Url(tenant)}/{added.Id}", renewed with { Phone = "06431 1" }, 2).ReadAsync();

        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select string_agg(given || ' ' || wording, ', ' order by id) from consents where subject = '{person.Email}'"
            )
        ).ShouldBe("true 2, true 2");
    }

    [Theory]
    [InlineData("2027-11-28", "2024-11-28")]
    [InlineData("2027-03-01", "2024-03-01")] // over a leap day
    [InlineData("2028-02-29", "2025-02-28")]
    public void Three_years_are_calendar_years(string today, string oldest) =>
        new PersonOptions().Oldest(DateOnly.Parse(today, null)).ShouldBe(DateOnly.Parse(oldest, null));

    [Fact]
    public async Task Who_does_not_renew_the_consent_is_forgotten()
    {
        var tenant = await service.NewTenantAsync();
        var coordinator = service.As(tenant, "coordinator");
        var (old, fresh) = (Mailbox.NewAddress(), Mailbox.NewAddress());
        foreach (var address in new[] { old, fresh })
            await coordinator.SendAsync(HttpMethod.Post, Url(tenant), Somebody(address)).ReadAsync();
        await Database.ExecuteAsync(
            service.AdminConnection,
            $"update stakeholder_persons set consented_on = current_date - 1100 where email = '{old}'"
        );

        await service.AsOperator().PostAsync("/api/v1/operations/participation/housekeeping", null).ReadAsync();

        (await coordinator.GetAsync(Url(tenant)).ReadAsync<Page<StakeholderPersonDto>>()).Items.Single().Email.ShouldBe(fresh);
        (
            await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from consents where subject = '{old}' and not given")
        ).ShouldBe(1L, "that it ended is noted");
    }

    static string Url(string tenant) => $"/api/v1/{tenant}/persons";
}
