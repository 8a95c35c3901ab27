using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Mailing.Tests;

/// <summary>The smallest service that has mails.</summary>
public sealed class LettersDb(DbContextOptions<LettersDb> options, TenantContext tenant, OutboxSignal signal)
    : ServiceDb(options, tenant, signal)
{
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.AddMailing();
        base.OnModelCreating(model);
    }
}
