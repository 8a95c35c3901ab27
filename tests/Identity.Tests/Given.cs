using System.Buffers.Binary;
using System.Text.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

static class Given
{
    static int counter = 30_000;

    public static RegisterTenant Registration(string? slug = null, string? key = null) =>
        new(
            slug ?? $"kreis-{Interlocked.Increment(ref counter)}",
            key ?? $"{Interlocked.Increment(ref counter)}",
            new(
                "Landkreis Beispiel",
                "WIR-Vielfaltszentrum",
                [new Organization("kreistag", "Kreistag", true), new Organization("kreisausschuss", "Kreisausschuss", false)]
            )
        );

    public static Task<TenantDto> ATenantAsync(this IdentityService service) =>
        service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/tenants", Registration()).ReadAsync<TenantDto>();

    public static JsonElement Development(this IdentityService service, string? tenant, string role) =>
        JsonSerializer
            .Deserialize<List<JsonElement>>(File.ReadAllText(service.AccountsFile), JsonColumn.Options)!
            .Single(account =>
                account.GetProperty("role").GetString() == role
                && (account.TryGetProperty("tenant", out var slug) ? slug.GetString() : null) == tenant
            );

    public const string Password = "ein langes Passwort";

    /// <summary>A Landkreis that Identity's own API serves already.</summary>
    public static async Task<string> ALandkreisAsync(this IdentityService service)
    {
        var tenant = await service.ATenantAsync();
        await service.ServesAsync(tenant.Slug);
        return tenant.Slug;
    }

    public static Task ServesAsync(this IdentityService service, string tenant) =>
        Eventually.TrueAsync(
            async () =>
            {
                using var answer = await service.As(tenant, "coordinator").GetAsync($"/api/v1/{tenant}/members");
                return answer.IsSuccessStatusCode;
            },
            "Identity knows its own tenant"
        );

    public static Task<HttpResponseMessage> InviteAsync(
        this HttpClient coordinator,
        string tenant,
        string address,
        params string[] roles
    ) => coordinator.SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/members", new InviteMember(address, roles));

    /// <summary>Where the newest invitation of that Landkreis' leads.</summary>
    public static async Task<string> InvitationPathAsync(this IdentityService service, string address, string part = "Einladung") =>
        Mailbox.PathIn(await service.Mails.WaitAsync(address, part), "/account/invitation/");

    /// <summary>Someone who was invited and has accepted.</summary>
    public static async Task<string> AMemberAsync(this IdentityService service, string tenant, params string[] roles)
    {
        var address = Mailbox.NewAddress();
        await service.As(tenant, "coordinator").InviteAsync(tenant, address, roles).ReadAsync();
        using var accepted = await new AccountBrowser(service).SubmitAsync(
            await service.InvitationPathAsync(address),
            [("password", Password)]
        );
        accepted.StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        return address;
    }

    /// <summary>A person who coordinates, with a token of their own account's.</summary>
    public static async Task<HttpClient> ACoordinatorAsync(this IdentityService service, string tenant)
    {
        var member = await service.MemberAsync(tenant, await service.AMemberAsync(tenant, "coordinator"));
        return service.Client(service.Issuer.Token([$"{tenant}:coordinator"], subject: member.Id.ToString(), email: member.UserName));
    }

    public static async Task<MemberDto> MemberAsync(this IdentityService service, string tenant, string address) =>
        (await service.As(tenant, "coordinator").GetAsync($"/api/v1/{tenant}/members?limit=200").ReadAsync<Page<MemberDto>>()).Items.Single(
            row => row.UserName == address
        );

    public static FormUrlEncodedContent Form(params (string, string)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    /// <summary>Rounds of the hash that is stored for that account; the format carries them.</summary>
    public static async Task<int> RoundsAsync(this IdentityService service, string userName) =>
        BinaryPrimitives.ReadInt32BigEndian(
            Convert
                .FromBase64String(
                    (string)
                        (
                            await Database.ExecuteAsync(
                                service.AdminConnection,
                                $"select password_hash from accounts where user_name = '{userName}'"
                            )
                        )!
                )
                .AsSpan(5, 4)
        );
}
