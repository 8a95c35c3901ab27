using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>
/// That a person has asked to be forgotten. Knows whom only until the last service has given its receipt; what is left then shows that it
/// was done, and of nobody.
/// </summary>
public sealed class ErasureRequest
{
    /// <summary>The services that keep anything of people; each gives a receipt.</summary>
    public static IReadOnlyList<string> Services { get; } =
    [.. MessageTypes.Routes.Single(route => route.Type == typeof(PersonErasureRequested)).Readers.Order(StringComparer.Ordinal)];

    public Guid Id { get; init; } = SequentialId.Next();
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Account id; null as soon as it is done.</summary>
    public Guid? Person { get; private set; }

    /// <summary>Mail address; null as soon as it is done.</summary>
    public string? Address { get; private set; }
    public List<ErasureReceipt> Receipts { get; init; } = [];

    public static ErasureRequest Of(Guid person, string address, DateTimeOffset now) =>
        new()
        {
            Person = person,
            Address = address,
            RequestedAt = now,
        };

    public IEnumerable<string> Missing => Services.Except(Receipts.Select(receipt => receipt.Service));

    /// <summary>What all services are told; null when there is nobody to forget any more.</summary>
    public PersonErasureRequested? Message =>
        Person is { } person && Address is { } address
            ? new()
            {
                Person = person,
                Address = address,
                RequestedAt = RequestedAt,
            }
            : null;

    /// <summary>A service has done its part; a second receipt of it replaces the first, as it counts all that was done.</summary>
    /// <returns>True if it was the last that was missing.</returns>
    public bool Receive(string service, IReadOnlyDictionary<string, int> rows, DateTimeOffset now)
    {
        if (Receipts.SingleOrDefault(receipt => receipt.Service == service) is { } known)
            known.Rows = new(rows);
        else
            Receipts.Add(
                new()
                {
                    Service = service,
                    At = now,
                    Rows = new(rows),
                }
            );
        if (CompletedAt is not null || Missing.Any())
            return false;
        CompletedAt = now;
        Person = null;
        Address = null;
        return true;
    }
}

/// <summary>That a service keeps nothing any more that leads to the person.</summary>
public sealed class ErasureReceipt
{
    public Guid ErasureId { get; init; }
    public required string Service { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Rows that were deleted or lost their person, by table.</summary>
    public required Dictionary<string, int> Rows { get; set; }
}

sealed class ErasureTables : IEntityTypeConfiguration<ErasureRequest>, IEntityTypeConfiguration<ErasureReceipt>
{
    public void Configure(EntityTypeBuilder<ErasureRequest> erasure)
    {
        erasure.ToTable("erasures");
        erasure.Property(row => row.Id).ValueGeneratedNever();
        erasure.Property(row => row.Address).HasMaxLength(254);
        erasure.Ignore(row => row.Missing).Ignore(row => row.Message);
        erasure.HasMany(row => row.Receipts).WithOne().HasForeignKey(row => row.ErasureId).OnDelete(DeleteBehavior.Cascade);
        erasure.HasIndex(row => row.RequestedAt).HasFilter("completed_at is null").HasDatabaseName("ix_erasures_open");
        erasure.HasIndex(row => row.CompletedAt);
    }

    public void Configure(EntityTypeBuilder<ErasureReceipt> receipt)
    {
        receipt.ToTable("erasure_receipts");
        receipt.HasKey(row => new { row.ErasureId, row.Service });
        receipt.Property(row => row.Service).HasMaxLength(30);
        receipt.Property(row => row.Rows).HasJson();
    }
}
