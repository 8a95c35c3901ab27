using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Integrationskonzept.Identity.Clients;

static class ClientEndpoints
{
    public static void MapClients(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/clients", RegisterAsync)
            .RequirePermission(Permissions.TenantsManage)
            .ForLiveMembers()
            .WithTags("Clients")
            .WithName("register-client")
            .WithSummary("Registers an integration (with roles; its secret is shown once) or a front end (with redirect addresses)");

    static async Task<Created<ClientDto>> RegisterAsync(
        RegisterClient register,
        IdentityDb db,
        IOpenIddictApplicationManager clients,
        IntegrationGrants grants,
        Caller caller,
        CancellationToken ct
    )
    {
        if (register.Memberships.Count == 0 == (register.RedirectUris.Count == 0))
            throw new EitherIntegrationOrFrontEnd();
        var slugs = register.Memberships.Select(own => own.Tenant).Distinct().ToList();
        if (await db.Tenants.CountAsync(row => slugs.Contains(row.Slug), ct) != slugs.Count)
            throw new MembershipUnknown();
        if (register.Memberships.FirstOrDefault(own => !Roles.OfTenant.Contains(own.Role)) is { } wrong)
            throw new RoleUnknown(wrong.Role);
        if (await clients.FindByClientIdAsync(register.ClientId, ct) is not null)
            throw new ClientExists(register.ClientId);

        // First the logs, then the roles: none that is not in a log.
        foreach (var own in register.Memberships.GroupBy(own => own.Tenant))
            await grants.LogAsync(own.Key, register.ClientId, [.. own.Select(one => one.Role)], caller.Id, ct);
        var secret = register.RedirectUris.Count == 0 ? Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) : null;
        await clients.CreateAsync(
            secret is null
                ? ClientRegistration.FrontEnd(register.ClientId, register.RedirectUris)
                : ClientRegistration.Integration(
                    register.ClientId,
                    secret,
                    [.. register.Memberships.Select(own => $"{own.Tenant}:{own.Role}")]
                ),
            ct
        );
        return TypedResults.Created($"/api/v1/clients/{register.ClientId}", new ClientDto(register.ClientId, secret));
    }
}

/// <param name="ClientId">Id: lower-case letters, digits, dots and hyphens.</param>
/// <param name="Memberships">Roles of an integration; empty for a front end.</param>
/// <param name="RedirectUris">Where a front end is sent after sign-in; empty for an integration.</param>
public sealed record RegisterClient(
    [
        Required,
        Written(
            "^[a-z0-9][a-z0-9.-]{2,99}$",
            "3 bis 100 Kleinbuchstaben (a bis z), Ziffern, Punkte und Bindestriche; vorn steht ein Buchstabe oder eine Ziffer",
            "3 to 100 lower-case letters (a to z), digits, dots and hyphens; a letter or digit first"
        )
    ]
        string ClientId,
    [MaxLength(100)] IReadOnlyList<ClientMembership> Memberships,
    [MaxLength(10)] IReadOnlyList<Uri> RedirectUris
);

/// <param name="Tenant">Slug.</param>
/// <param name="Role">Role.</param>
public sealed record ClientMembership([Required] string Tenant, [Required] string Role);

/// <param name="ClientId">Id.</param>
/// <param name="ClientSecret">The secret, this once.</param>
public sealed record ClientDto(string ClientId, string? ClientSecret);

/// <summary>Both or neither.</summary>
public sealed class EitherIntegrationOrFrontEnd()
    : InvalidFieldProblem(
        "memberships",
        new(
            "Eine Integration hat Rollen, ein Frontend hat Rücksprungadressen: geben Sie genau eines von beiden an.",
            "An integration has roles, a front end has redirect addresses: give exactly one of the two."
        )
    );

/// <summary>No such Landkreis.</summary>
public sealed class MembershipUnknown()
    : InvalidFieldProblem("memberships", new("Einen dieser Landkreise gibt es nicht.", "One of these Landkreise does not exist."));

/// <summary>The id is taken.</summary>
public sealed class ClientExists(string clientId)
    : ConflictProblem("client-exists", new($"Den Client „{clientId}“ gibt es schon.", $"The client \"{clientId}\" exists already."));
