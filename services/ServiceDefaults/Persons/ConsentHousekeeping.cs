using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>Section <c>Consents</c> of the configuration.</summary>
public sealed class ConsentOptions
{
    /// <summary>How long after a consent was taken back the log still shows that there was one.</summary>
    public TimeSpan KeepWithdrawn { get; init; } = TimeSpan.FromDays(1095);
}

/// <summary>For services that ask for consent.</summary>
public static class ConsentSetup
{
    /// <summary>Forgets what was taken back long ago.</summary>
    public static void AddConsents(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ConsentOptions>(builder.Configuration.GetSection("Consents"));
        builder.Services.AddHousekeeping<ConsentHousekeeping>();
    }
}

/// <summary>What nobody agrees to any more is forgotten with all its entries, when its time is over.</summary>
sealed class ConsentHousekeeping(WorkTools tools, IOptions<ConsentOptions> options) : Housekeeping(tools, TimeSpan.FromHours(12))
{
    protected override Task RunAsync(CancellationToken ct)
    {
        var before = Now - options.Value.KeepWithdrawn;
        return ForgetOfEachTenantAsync(
            services =>
                services
                    .GetRequiredService<ServiceDb>()
                    .Database.ExecuteSqlAsync(
                        $"""
                        delete from consents as entry where at < {before} and not exists (
                            select from consents as other
                            where other.about = entry.about and other."to" = entry."to" and other.subject = entry.subject
                                and (other.at >= {before} or other.given and not exists (
                                    select from consents as later
                                    where later.about = other.about and later."to" = other."to" and later.subject = other.subject
                                        and later.id > other.id)))
                        """,
                        ct
                    ),
            ct
        );
    }
}
