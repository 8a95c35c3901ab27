using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Persons;

/// <summary>Persons of the stakeholder map: who has no organisation and wants to be invited.</summary>
static class PersonEndpoints
{
    public static void AddPersons(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<PersonOptions>(builder.Configuration.GetSection("Persons"));
        builder.Services.AddHousekeeping<PersonHousekeeping>();
    }

    public static void MapPersons(this IEndpointRouteBuilder app)
    {
        var persons = app.MapTenantApi("persons", "Persons");

        persons
            .MapGet(
                "",
                async (
                    ParticipationDb db,
                    [AsParameters] PageRequest page,
                    [AsParameters] NameRequest names,
                    Named<StakeholderGroup>? group,
                    HttpContext http
                ) =>
                {
                    var only = group?.Value;
                    return await db
                        .StakeholderPersons.AsNoTracking()
                        .Where(row => only == null || row.Group == only)
                        .ToPageAsync(page, names, http, row => row.Name, StakeholderPersonDto.From);
                }
            )
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("list-persons")
            .WithSummary(
                "Persons without organisation who may be invited; by a part of their name or by group, as they were added or by name"
            );

        persons
            .MapGet(
                "{id:guid}",
                async (Guid id, ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(StakeholderPersonDto.From(await db.StakeholderPersons.AsNoTracking().GetAsync(id, ct)))
            )
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("get-person")
            .WithSummary("One person");

        persons
            .MapPost("", AddAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("add-person")
            .WithSummary("Adds a person who agreed to be kept and invited");

        persons
            .MapPut("{id:guid}", EditAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("edit-person")
            .WithSummary("Replaces what is known of a person");

        persons
            .MapDelete("{id:guid}", RemoveAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("remove-person")
            .WithSummary("Forgets a person, also when their consent has ended");
    }

    static async Task<Created<StakeholderPersonDto>> AddAsync(
        EditPerson edit,
        ParticipationDb db,
        TenantClock clock,
        IOptions<PersonOptions> options,
        CancellationToken ct
    )
    {
        var person = new StakeholderPerson { Name = edit.Name, Group = edit.Group };
        await FillAsync(person, edit, db, clock, options.Value, ct);
        db.StakeholderPersons.Add(person);
        db.NotePerson(person, null, person.EmailKey, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/{clock.Slug}/persons/{person.Id}", StakeholderPersonDto.From(person));
    }

    static async Task<Ok<StakeholderPersonDto>> EditAsync(
        Guid id,
        EditPerson edit,
        IfMatch match,
        ParticipationDb db,
        TenantClock clock,
        IOptions<PersonOptions> options,
        CancellationToken ct
    )
    {
        var person = await db.StakeholderPersons.GetAsync(id, ct);
        match.Require(person);
        var (before, agreedOn) = (person.EmailKey, person.ConsentedOn);
        await FillAsync(person, edit, db, clock, options.Value, ct);
        db.NotePerson(person, before, person.EmailKey, clock.GetUtcNow(), isAnew: person.ConsentedOn != agreedOn);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(StakeholderPersonDto.From(person));
    }

    static async Task<NoContent> RemoveAsync(Guid id, IfMatch match, ParticipationDb db, TenantClock clock, CancellationToken ct)
    {
        var person = await db.StakeholderPersons.GetAsync(id, ct);
        match.Require(person);
        db.NotePerson(person, person.EmailKey, null, clock.GetUtcNow());
        db.StakeholderPersons.Remove(person);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    static async Task FillAsync(
        StakeholderPerson person,
        EditPerson edit,
        ParticipationDb db,
        TenantClock clock,
        PersonOptions options,
        CancellationToken ct
    )
    {
        var today = await clock.TodayAsync(ct);
        edit.Fill(person, today, options.Oldest(today));
        var (id, address) = (person.Id, person.EmailKey);
        if (address is not null && await db.StakeholderPersons.AnyAsync(row => row.EmailKey == address && row.Id != id, ct))
            throw new PersonExists();
    }
}
