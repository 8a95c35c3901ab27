using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Identity.Tenants;

/// <summary>
/// What a Landkreis says of itself it changes itself. State and time zone, from which days and times are counted, stay with the operator.
/// </summary>
static class OwnDescriptionEndpoints
{
    public static void MapOwnDescription(this IEndpointRouteBuilder app)
    {
        var own = app.MapTenantApi("description", "Tenants").RequirePermission(Permissions.LandkreisDescribe).ForLiveMembers();

        own.MapGet(
                "",
                async (IdentityDb db, TenantContext tenant, CancellationToken ct) =>
                    TypedResults.Ok(TenantDto.From(await db.FindTenantAsync(tenant.Required, ct)))
            )
            .WithName("get-own-description")
            .WithSummary("What the Landkreis says of itself");

        own.MapPut("", DescribeAsync)
            .WithName("describe-landkreis")
            .WithSummary("Changes name, centre, organizations or colour; state and time zone are the operator's to change");
    }

    static async Task<Ok<TenantDto>> DescribeAsync(
        DescribeLandkreis describe,
        IfMatch match,
        IdentityDb db,
        Outbox outbox,
        TenantContext own,
        CancellationToken ct
    )
    {
        var tenant = await db.FindTenantAsync(own.Required, ct);
        var description = tenant.Description with
        {
            Name = describe.Name,
            Centre = describe.Centre,
            Organizations = describe.Organizations,
            Color = describe.Color,
        };
        return await db.DescribeAsync(tenant, description, match, outbox, ct);
    }
}

/// <param name="Name">Name as people read it.</param>
/// <param name="Centre">The unit that leads the process.</param>
/// <param name="Organizations">Its organizations; exactly one is authoritative (the Kreistag).</param>
/// <param name="Color">Main colour, <c>#rrggbb</c>; contrast with white at least 4.5:1 (WCAG 2.2, 1.4.3).</param>
public sealed record DescribeLandkreis(
    [Required, MaxLength(200)] string Name,
    [Required, MaxLength(200)] string Centre,
    [MinLength(1), MaxLength(30)] IReadOnlyList<Organization> Organizations,
    [
        Required,
        Written(
            "^#[0-9a-fA-F]{6}$",
            "Farbe mit # und sechs Hexadezimalziffern, etwa #1f4e79",
            "a colour with # and six hexadecimal digits, such as #1f4e79"
        )
    ]
        string Color
);
