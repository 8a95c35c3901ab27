using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Organisations;

static class OrganisationEndpoints
{
    public static void MapOrganisations(this IEndpointRouteBuilder app)
    {
        var organisations = app.MapTenantApi("organisations", "Organisations");

        organisations
            .MapGet(
                "",
                async (
                    ParticipationDb db,
                    [AsParameters] PageRequest page,
                    [AsParameters] NameRequest names,
                    Named<StakeholderGroup>? group,
                    Caller caller,
                    HttpContext http
                ) =>
                {
                    var only = group?.Value;
                    return await db
                        .Organisations.AsNoTracking()
                        .Where(row => only == null || row.Group == only)
                        .ToPageAsync(page, names, http, row => row.Name, row => OrganisationDto.From(row, caller));
                }
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-organisations")
            .WithSummary("The organisations that take part; by a part of their name or by group, as they were added or by name");

        organisations
            .MapGet(
                "{id:guid}",
                async (Guid id, ParticipationDb db, Caller caller, CancellationToken ct) =>
                    TypedResults.Ok(OrganisationDto.From(await db.Organisations.AsNoTracking().GetAsync(id, ct), caller))
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-organisation")
            .WithSummary("One organisation");

        organisations
            .MapPost(
                "",
                async (EditOrganisation edit, ParticipationDb db, TenantClock clock, Caller caller, CancellationToken ct) =>
                {
                    await RequireFreeNameAsync(db, edit.Name, null, ct);
                    var organisation = new Organisation { Name = edit.Name, Group = edit.Group };
                    edit.Fill(organisation, await clock.TodayAsync(ct));
                    db.Organisations.Add(organisation);
                    db.NoteContacts(organisation, [], clock.GetUtcNow());
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Created(
                        $"/api/v1/{clock.Slug}/organisations/{organisation.Id}",
                        OrganisationDto.From(organisation, caller)
                    );
                }
            )
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("add-organisation")
            .WithSummary("Adds an organisation");

        organisations.MapOrganisationTables();

        organisations
            .MapPut("{id:guid}", EditAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("edit-organisation")
            .WithSummary("Replaces what is known of an organisation");
    }

    static async Task<Ok<OrganisationDto>> EditAsync(
        Guid id,
        EditOrganisation edit,
        IfMatch match,
        ParticipationDb db,
        TenantClock clock,
        Caller caller,
        CancellationToken ct
    )
    {
        var organisation = await db.Organisations.GetAsync(id, ct);
        match.Require(organisation);
        await RequireFreeNameAsync(db, edit.Name, id, ct);
        var before = organisation.Contacts;
        edit.Fill(organisation, await clock.TodayAsync(ct));
        db.NoteContacts(organisation, before, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(OrganisationDto.From(organisation, caller));
    }

    static async Task RequireFreeNameAsync(ParticipationDb db, string name, Guid? except, CancellationToken ct)
    {
        // However it is written in upper and lower case: a table could not tell them apart.
        var others = db.Organisations.FromSql($"select * from organisations where lower(name) = {name.Trim().ToLowerInvariant()}");
        if (await others.AnyAsync(row => row.Id != except, ct))
            throw new OrganisationExists(name);
    }
}

/// <param name="Name">Name, up to 200 characters, unique in the Landkreis whatever its case.</param>
/// <param name="Group">The stakeholder group that it belongs to.</param>
/// <param name="Delegates">Account ids (token subjects) that may contribute in its name; at most 50.</param>
/// <param name="Networks">Networks that it belongs to, such as a round table; at most 20.</param>
/// <param name="Languages">Languages that people speak there (BCP 47); at most 20.</param>
/// <param name="Contacts">Whom to turn to; at most 10.</param>
public sealed record EditOrganisation(
    [Required, MaxLength(200)] string Name,
    StakeholderGroup Group,
    [MaxLength(50)] IReadOnlyList<string>? Delegates = null,
    [MaxLength(OrganisationRules.MostNetworks)] IReadOnlyList<string>? Networks = null,
    [MaxLength(OrganisationRules.MostLanguages)] IReadOnlyList<string>? Languages = null,
    [MaxLength(OrganisationRules.MostContacts)] IReadOnlyList<Contact>? Contacts = null
)
{
    internal void Fill(Organisation organisation, DateOnly today)
    {
        var (networks, languages) = (OrganisationRules.Distinct(Networks), OrganisationRules.Distinct(Languages));
        var contacts = (Contacts ?? []).Select(contact =>
            contact with
            {
                Phone = contact.Phone is { } phone ? Contact.Dialled(phone) : null,
            }
        );
        OrganisationRules.Require(networks, languages, [.. contacts], today);
        organisation.Name = Name.Trim();
        organisation.Group = Group;
        organisation.Delegates = [.. Delegates ?? []];
        organisation.Networks = networks;
        organisation.Languages = languages;
        organisation.Contacts = [.. contacts];
    }
}

/// <param name="Id">Id.</param>
/// <param name="Version">Version.</param>
/// <param name="Name">Name.</param>
/// <param name="Group">Stakeholder group.</param>
/// <param name="Mine">True if the caller is a delegate of it.</param>
/// <param name="Networks">Networks that it belongs to.</param>
/// <param name="Languages">Languages that people speak there (BCP 47).</param>
/// <param name="Delegates">Account ids of those who may contribute in its name; told to who manages organisations alone.</param>
/// <param name="Contacts">Whom to turn to; told to who manages organisations alone.</param>
public sealed record OrganisationDto(
    Guid Id,
    int Version,
    string Name,
    StakeholderGroup Group,
    bool Mine,
    IReadOnlyList<string> Networks,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string>? Delegates = null,
    IReadOnlyList<Contact>? Contacts = null
) : IVersioned
{
    internal static OrganisationDto From(Organisation row, Caller caller) =>
        new(
            row.Id,
            row.Version,
            row.Name,
            row.Group,
            row.Delegates.Contains(caller.Id),
            row.Networks,
            row.Languages,
            caller.Has(Permissions.OrganisationsManage) ? row.Delegates : null,
            caller.Has(Permissions.OrganisationsManage) ? row.Contacts : null
        );
}

/// <summary>The name is taken.</summary>
public sealed class OrganisationExists(string name)
    : ConflictProblem(
        "organisation-exists",
        new($"Eine Organisation „{name}“ gibt es schon.", $"There is an organisation \"{name}\" already.")
    );
