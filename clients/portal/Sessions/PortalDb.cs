using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integrationskonzept.Portal.Sessions;

/// <summary>What the portal keeps itself: who is signed in. All else is the API's.</summary>
sealed class PortalDb(DbContextOptions<PortalDb> options) : DbContext(options)
{
    public const string Service = "portal";

    public DbSet<PortalSession> Sessions => Set<PortalSession>();
    public DbSet<WaitingForm> KeptForms => Set<WaitingForm>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.AddProtectionKeys();
        model.Entity<PortalSession>(session =>
        {
            session.HasKey(row => row.Key);
            session.HasIndex(row => row.ExpiresAt);
        });
        model.Entity<WaitingForm>(form =>
        {
            form.HasKey(row => row.Key);
            form.HasIndex(row => row.ExpiresAt);
        });
    }

    public static PortalDb Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PortalDb>();
        Configure(options, connectionString);
        return new(options.Options);
    }

    public static void Configure(DbContextOptionsBuilder options, string? connectionString) =>
        options.UseNpgsql(connectionString).UseSnakeCaseNamingConvention();
}

/// <summary>Someone who is signed in.</summary>
sealed class PortalSession
{
    /// <summary>SHA-256 of what the cookie holds: who reads the database can't take a session over.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Tokens and claims, encrypted.</summary>
    public required byte[] Ticket { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>What someone sent after their session had ended.</summary>
sealed class WaitingForm
{
    /// <summary>SHA-256 of what the address holds.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Its fields, encrypted.</summary>
    public required byte[] Form { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>For the migration tools.</summary>
sealed class PortalDbFactory : IDesignTimeDbContextFactory<PortalDb>
{
    public PortalDb CreateDbContext(string[] args) => PortalDb.Open("Host=nowhere;Database=portal");
}
