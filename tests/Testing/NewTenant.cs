using System.Globalization;
using Integrationskonzept.Contracts;

namespace Integrationskonzept.Testing;

/// <summary>A Landkreis for a test.</summary>
public static class NewTenant
{
    /// <summary>What Identity tells of it.</summary>
    public static TenantRegistered Registration(string slug, int number) =>
        new()
        {
            Tenant = slug,
            AggregateId = Guid.CreateVersion7(),
            Version = 1,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            Name = $"Landkreis {number}",
            DistrictKey = number.ToString("00000", CultureInfo.InvariantCulture),
            State = "DE-HE",
            TimeZone = "Europe/Berlin",
            Centre = "WIR-Vielfaltszentrum",
            Color = "#1f4e79",
            Organizations =
            [
                new("kreistag", "Kreistag", true),
                new("kreisausschuss", "Kreisausschuss", false),
                new("integrationsbeirat", "Integrationsbeirat", false),
            ],
        };
}
