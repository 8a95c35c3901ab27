using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Tenants;

static class TenantEndpoints
{
    const int Most = 500; // Germany has about 400 Landkreise and kreisfreie Städte

    static readonly HashSet<string> Reserved =
    [
        "api",
        "docs",
        "openapi",
        "health",
        "alive",
        "connect",
        "account",
        "tenants",
        "clients",
        "operations",
        "oparl",
        "dcat",
        "platform",
        "portal",
        "me",
        "barrierefreiheit",
        "leichte-sprache",
        "problems",
        // Below /portal a Landkreis stands beside these.
        "operators",
        "kept",
        "language",
        "sign-in",
        "sign-in-again",
        "signed-in",
        "sign-out",
        "signed-out",
        "not-found",
        "ready",
    ];

    public static void MapTenants(this IEndpointRouteBuilder app)
    {
        var tenants = app.MapGroup("/api/v1/tenants").WithTags("Tenants").RequireAuthorization().ForLiveMembers().WithETags();

        tenants
            .MapGet(
                "",
                async (IdentityDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        (await db.Tenants.AsNoTracking().OrderBy(row => row.Slug).Take(Most).ToListAsync(ct))
                            .Select(TenantDto.From)
                            .ToList()
                    )
            )
            .AllowAnonymous()
            .WithName("list-tenants")
            .WithSummary("All Landkreise on this installation");

        tenants
            .MapGet(
                "{slug}",
                async (string slug, IdentityDb db, CancellationToken ct) =>
                    TypedResults.Ok(TenantDto.From(await db.FindTenantAsync(slug, ct)))
            )
            .AllowAnonymous()
            .WithName("get-tenant")
            .WithSummary("One Landkreis");

        tenants
            .MapPost("", RegisterAsync)
            .RequirePermission(Permissions.TenantsManage)
            .WithName("register-tenant")
            .WithSummary("Registers a Landkreis; all services know it a moment later, without a restart");

        tenants
            .MapPut("{slug}", ChangeAsync)
            .RequirePermission(Permissions.TenantsManage)
            .WithName("change-tenant")
            .WithSummary("Changes name, organizations or branding");
    }

    public static async Task<Tenant> FindTenantAsync(this IdentityDb db, string slug, CancellationToken ct) =>
        await db.Tenants.SingleOrDefaultAsync(row => row.Slug == slug, ct) ?? throw new NotFoundProblem();

    static async Task<Created<TenantDto>> RegisterAsync(
        RegisterTenant register,
        IdentityDb db,
        Outbox outbox,
        IEnumerable<IAfterRegistration> after,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (Reserved.Contains(register.Slug))
            throw new SlugReserved(register.Slug);
        register.Description.Require();
        if (await db.Tenants.AnyAsync(row => row.Slug == register.Slug || row.DistrictKey == register.DistrictKey, ct))
            throw new TenantExists(register.Slug);

        var tenant = new Tenant
        {
            Slug = register.Slug,
            DistrictKey = register.DistrictKey,
            Description = register.Description,
        };
        db.Tenants.Add(tenant);
        outbox.Add(tenant, tenant.Registered);
        await db.SaveChangesAsync(ct);
        foreach (var one in after)
            await one.TenantRegisteredAsync(ct);
        return TypedResults.Created($"/api/v1/tenants/{tenant.Slug}", TenantDto.From(tenant));
    }

    static async Task<Ok<TenantDto>> ChangeAsync(
        string slug,
        TenantDescription description,
        IfMatch match,
        IdentityDb db,
        Outbox outbox,
        CancellationToken ct
    ) => await db.DescribeAsync(await db.FindTenantAsync(slug, ct), description, match, outbox, ct);

    /// <summary>Says something else of a Landkreis, to all services.</summary>
    public static async Task<Ok<TenantDto>> DescribeAsync(
        this IdentityDb db,
        Tenant tenant,
        TenantDescription description,
        IfMatch match,
        Outbox outbox,
        CancellationToken ct
    )
    {
        match.Require(tenant);
        description.Require();
        tenant.Description = description;
        outbox.Add(tenant, tenant.Changed);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TenantDto.From(tenant));
    }
}

/// <param name="Slug">Name in addresses: lower-case letters, digits and hyphens, 3 to 63 characters; never changes.</param>
/// <param name="DistrictKey">Official district key (AGS), 5 digits.</param>
/// <param name="Description">What the Landkreis says of itself.</param>
public sealed record RegisterTenant(
    [
        Required,
        Written(
            "^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){2,62}$",
            "3 bis 63 Kleinbuchstaben (a bis z), Ziffern und einzelne Bindestriche; vorn steht ein Buchstabe, hinten kein Bindestrich",
            "3 to 63 lower-case letters (a to z), digits and single hyphens; a letter first, no hyphen last"
        )
    ]
        string Slug,
    [
        Required,
        Written(
            "^[0-9]{5}$",
            "amtlichen Kreisschlüssel aus fünf Ziffern, etwa 06533",
            "the official district key of five digits, such as 06533"
        )
    ]
        string DistrictKey,
    TenantDescription Description
);

/// <param name="Slug">Name in addresses.</param>
/// <param name="Version">Version.</param>
/// <param name="DistrictKey">AGS, 5 digits.</param>
/// <param name="Description">What the Landkreis says of itself.</param>
public sealed record TenantDto(string Slug, int Version, string DistrictKey, TenantDescription Description) : IVersioned
{
    internal static TenantDto From(Tenant row) => new(row.Slug, row.Version, row.DistrictKey, row.Description);
}
