using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Clients;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;

namespace Integrationskonzept.Identity.Development;

/// <summary>
/// One account and one client for each role of each Landkreis, for development only. Their secrets derive from a seed that is
/// made at the first start; outside of Development nothing starts with one.
/// </summary>
sealed class DevelopmentAccounts(IConfiguration configuration, IServiceScopeFactory scopes) : IAfterRegistration, IDisposable
{
    static readonly JsonSerializerOptions Readable = new(JsonColumn.Options) { WriteIndented = true };
    const string Seed = "Identity:DevelopmentSeed";

    // Rounds protect passwords that people make up; nobody guesses 96 random bits, and with real rounds a new Landkreis would take seconds.
    static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
    readonly SemaphoreSlim gate = new(1);

    /// <summary>Makes what is missing and writes the list; does nothing without a seed.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        if (configuration[Seed] is not { Length: > 0 } seed)
            return;
        await gate.WaitAsync(ct);
        try
        {
            await MakeAsync(Convert.FromBase64String(seed), ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public Task TenantRegisteredAsync(CancellationToken ct) => EnsureAsync(ct);

    public void Dispose() => gate.Dispose();

    /// <summary>The account that is an operator without being configured as one, where there are such accounts.</summary>
    public static string? OperatorIn(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration[Seed]) ? null : DevelopmentAccount.NameOf(null, Roles.Operator);

    public static void Refuse(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment() && !string.IsNullOrEmpty(configuration[Seed]))
            throw new InvalidOperationException($"{Seed} makes development accounts and must not be configured outside of Development.");
    }

    async Task MakeAsync(byte[] seed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        // Of two processes on one database, the second finds what the first has made.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('development-accounts'))", ct);
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var tenants = await db.Tenants.AsNoTracking().Select(row => row.Slug).OrderBy(slug => slug).Take(500).ToListAsync(ct);
        var known = (
            await db.Accounts.AsNoTracking().Where(row => row.UserName.EndsWith(".example")).Select(row => row.UserName).ToListAsync(ct)
        ).ToHashSet();

        var wanted = tenants
            .SelectMany(tenant => Roles.OfTenant.Select(role => (Tenant: (string?)tenant, Role: role)))
            .Prepend((null, Roles.Operator));
        var list = new List<DevelopmentAccount>();
        foreach (var (tenant, role) in wanted)
        {
            var entry = DevelopmentAccount.Of(
                tenant,
                role,
                name => Convert.ToHexStringLower(HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes(name)))[..24]
            );
            list.Add(entry);
            if (known.Contains(entry.UserName))
                continue;
            var hash = Hasher.HashPassword(entry, entry.Password);
            var account = new Account
            {
                UserName = entry.UserName,
                PasswordHash = hash,
                IsOperator = tenant is null,
            };
            if (tenant is not null)
                account.Memberships.Add(new() { TenantSlug = tenant, Role = role });
            db.Accounts.Add(account);
            if (await clients.FindByClientIdAsync(entry.ClientId, ct) is null)
                await clients.CreateAsync(
                    ClientRegistration.Integration(
                        entry.ClientId,
                        entry.ClientSecret,
                        tenant is null ? [] : [$"{tenant}:{role}"],
                        tenant is null
                    ),
                    ct
                );
        }
        await db.SaveChangesAsync(ct);
        if (await clients.FindByClientIdAsync("developer", ct) is null)
            await clients.CreateAsync(
                ClientRegistration.FrontEnd("developer", [new("http://localhost:5173/callback"), new("http://127.0.0.1:5173/callback")]),
                ct
            );
        await transaction.CommitAsync(ct);
        if (configuration["Identity:DevelopmentAccountsFile"] is { Length: > 0 } file)
            await WriteAsync(file, JsonSerializer.Serialize(list, Readable), ct);
    }

    static async Task WriteAsync(string file, string json, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(file + ".new", options))
            await writer.WriteAsync(json.AsMemory(), ct);
        File.Move(file + ".new", file, overwrite: true);
    }
}

/// <summary>A development sign-in, for people and for programs.</summary>
sealed record DevelopmentAccount(string? Tenant, string Role, string UserName, string Password, string ClientId, string ClientSecret)
{
    public static DevelopmentAccount Of(string? tenant, string role, Func<string, string> secret)
    {
        var userName = NameOf(tenant, role);
        var clientId = $"{tenant ?? "platform"}.{role}";
        return new(tenant, role, userName, secret(userName), clientId, secret(clientId));
    }

    public static string NameOf(string? tenant, string role) => $"{role}@{tenant ?? "platform"}.example";
}

static class DevelopmentSetup
{
    public static void AddDevelopmentAccounts(this WebApplicationBuilder builder)
    {
        DevelopmentAccounts.Refuse(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton<DevelopmentAccounts>().AddHostedService<AtStart>();
        builder.Services.AddSingleton<IAfterRegistration>(provider => provider.GetRequiredService<DevelopmentAccounts>());
    }

    sealed class AtStart(DevelopmentAccounts accounts) : IHostedService
    {
        public Task StartAsync(CancellationToken ct) => accounts.EnsureAsync(ct);

        public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
