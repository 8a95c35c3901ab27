using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Screening;

sealed class ModerationCaseTable : IEntityTypeConfiguration<ModerationCase>
{
    public void Configure(EntityTypeBuilder<ModerationCase> one)
    {
        one.ToTable("moderation_cases");
        one.Ignore(row => row.IsOpen);
        one.Property(row => row.Kind).HasConversion<string>();
        one.Property(row => row.Item).HasConversion<string>();
        one.Property(row => row.HeldFor).HasConversion<string>();
        one.Property(row => row.Outcome).HasConversion<string>();
        one.Property(row => row.Reason).HasConversion<string>();
        one.Property(row => row.Words).HasJson();
        // An item has one that is open at most.
        one.HasIndex(row => new { row.Tenant, row.ItemId }).IsUnique().HasFilter("outcome is null");
        // The queue: few are open, however many were decided.
        one.HasIndex(row => new { row.Tenant, row.Id }).HasFilter("outcome is null");
        one.HasIndex(row => new
        {
            row.Tenant,
            row.Kind,
            row.Id,
        });
        one.HasIndex(row => new
        {
            row.Tenant,
            row.ItemId,
            row.Id,
        });
        one.HasIndex(row => new
        {
            row.Tenant,
            row.Author,
            row.Id,
        });
        one.HasIndex(row => new { row.Tenant, row.ContributionId });
    }
}
