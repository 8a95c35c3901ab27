using System.Data.Common;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>Tells PostgreSQL on every opened connection whose rows may be seen; empty, and so nobody's, outside of a tenant.</summary>
sealed class TenantConnectionInterceptor(TenantContext tenant) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken ct = default
    )
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.tenant', @tenant, false)";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "tenant";
        parameter.Value = tenant.Slug ?? "";
        command.Parameters.Add(parameter);
        return command;
    }
}
